package org.jiugai.organisation;

import java.util.Set;
import org.jiugai.engine.ActingOffice;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Component;

/** A person completes a task for that one of his offices to which the task was offered. */
@Component
class OfficeOfTask implements ActingOffice {
    private final Directory directory;

    OfficeOfTask(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Actor actingFor(String personId, Set<String> officeIds) {
        Office office = directory.officesOf(personId).stream()
                .filter(o -> officeIds.contains(o.id()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("organisation.notYourTask", "该任务不属于您所在的单位，不能办理"));
        return new Actor(personId, directory.personName(personId), office.id(), office.name());
    }
}
