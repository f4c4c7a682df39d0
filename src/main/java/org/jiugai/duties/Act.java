package org.jiugai.duties;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step that was done.
 *
 * @param name what the step is called in Chinese
 * @param onBehalfOf for whom the person stood in
 */
record Act(String step, String name, String person, String office, @Nullable String onBehalfOf) {
    /** Whether this person had a hand in it: himself, or by somebody who stood in for him. */
    boolean isOf(@Nullable String personId) {
        return personId != null && Stream.of(person, onBehalfOf).anyMatch(personId::equals);
    }
}
