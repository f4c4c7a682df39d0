package org.jiugai.engine;

import java.util.Set;
import org.jiugai.kernel.Actor;

/** The door to the organisation: who a signed-in person is when he completes a task that these offices hold. */
public interface ActingOffice {
    /**
     * @param personId the signed-in person
     * @param officeIds the offices that the task was offered to
     * @throws org.jiugai.kernel.RuleViolation when the person belongs to none of them
     */
    Actor actingFor(String personId, Set<String> officeIds);
}
