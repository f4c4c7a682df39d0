package org.jiugai.audit;

import java.util.Map;
import org.jiugai.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, as the record takes it. Everything but the last four is hashed into the chain and stays for ever, so it holds ids and no
 * names; the last four may be masked later.
 *
 * @param action {@code <room>.<factInPastTense>}
 * @param object what it was done to, e.g. {@code office:ja-designer}
 * @param details Chinese, what changed; no passwords
 * @param reason why he did it, in his words
 * @param before the facts that matter, as they were; by the names of columns
 * @param after the same facts as they are now
 */
public record RecordedAct(
        Actor actor,
        String action,
        String object,
        @Nullable Long caseId,
        String details,
        String reason,
        Map<String, ?> before,
        Map<String, ?> after) {
    public static RecordedAct of(Actor actor, String action, String object) {
        return new RecordedAct(actor, action, object, null, "", "", Map.of(), Map.of());
    }

    public RecordedAct inCase(@Nullable Long id) {
        return new RecordedAct(actor, action, object, id, details, reason, before, after);
    }

    public RecordedAct saying(String words) {
        return new RecordedAct(actor, action, object, caseId, words, reason, before, after);
    }

    public RecordedAct because(String why) {
        return new RecordedAct(actor, action, object, caseId, details, why, before, after);
    }

    /** Facts as they were and as they became. */
    public RecordedAct changing(Map<String, ?> from, Map<String, ?> to) {
        return new RecordedAct(actor, action, object, caseId, details, reason, from, to);
    }
}
