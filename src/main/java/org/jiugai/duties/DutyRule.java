package org.jiugai.duties;

import java.util.List;

/**
 * Steps that are kept apart from steps before them.
 *
 * @param earlier task ids of models in their order, of which the last one done counts
 * @param later the steps that whoever did it may not do
 * @param reason Chinese, read by the refused person
 */
record DutyRule(
        String id, List<String> earlier, List<String> later, Keep keep, Within within, String reason, String basis) {
    enum Keep {
        /** Another person, who may be of the same office. */
        PERSON,
        /** Another office. */
        OFFICE
    }

    enum Within {
        INSTANCE,
        CASE
    }

    /** Of a chain of steps those before this one; a step that is not in it comes after all of them. */
    List<String> earlierThan(String step) {
        int place = earlier.indexOf(step);
        return place < 0 ? earlier : earlier.subList(0, place);
    }
}
