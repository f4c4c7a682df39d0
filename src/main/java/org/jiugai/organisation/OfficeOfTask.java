package org.jiugai.organisation;

import java.util.Set;
import org.jiugai.engine.ActingOffice;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Component;

/** A person completes a task for that one of his offices to which the task was offered; for himself rather than for somebody absent. */
@Component
class OfficeOfTask implements ActingOffice {
    private final ActingOffices offices;

    OfficeOfTask(ActingOffices offices) {
        this.offices = offices;
    }

    @Override
    public Actor actingFor(String personId, Set<String> officeIds) {
        return offices.seats(personId).stream()
                .filter(seat -> officeIds.contains(seat.officeId()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("organisation.notYourTask", "该任务不属于您所在的单位，不能办理"))
                .actor(personId);
    }
}
