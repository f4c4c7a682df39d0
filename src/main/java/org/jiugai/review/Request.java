package org.jiugai.review;

import java.time.LocalDate;
import org.jiugai.policy.Parameters.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A body that is asked in a round.
 *
 * @param office null when nobody holds the role for this case: the renovation office enters the opinion
 * @param carriedFrom the earlier request whose opinion counts, when the body is not asked again
 */
public record Request(
        long id,
        long roundId,
        String role,
        @Nullable String office,
        String bodyName,
        Weight weight,
        boolean silenceConsent,
        LocalDate dueOn,
        LocalDate remindOn,
        LocalDate escalateOn,
        @Nullable Long carriedFrom) {
    /** The expert group is asked like a body, by a form of its own. */
    public static final String EXPERT = "expert";

    public boolean isExpert() {
        return role.equals(EXPERT);
    }

    /** Whether the body is asked in this round itself. */
    public boolean isAsked() {
        return carriedFrom == null;
    }
}
