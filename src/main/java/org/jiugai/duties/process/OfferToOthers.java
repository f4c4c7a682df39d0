package org.jiugai.duties.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.duties.Duty;
import org.jiugai.duties.SeparationOfDuties;
import org.jiugai.engine.TaskCreation;
import org.springframework.stereotype.Component;

/** An office that may not do a step is not offered it; where no other is left the renovation office gets it, with the reason. */
@Component
class OfferToOthers implements TaskCreation {
    private final SeparationOfDuties duties;
    private final CaseOfficeLookup offices;

    OfferToOthers(SeparationOfDuties duties, CaseOfficeLookup offices) {
        this.duties = duties;
        this.offices = offices;
    }

    @Override
    public void created(DelegateTask task) {
        Duty duty = DutyOfTask.of(task);
        Long caseId = duty.caseId();
        Set<String> barred = duties.barred(duty);
        if (caseId == null || barred.isEmpty()) return;
        barred.forEach(task::deleteCandidateGroup);
        if (barred.size() < duty.offices().size()) return;
        task.addCandidateGroup(offices.renovationOffice(caseId));
        task.setDescription("应办理单位编制了本方案，不得审查自己编制的方案，转由旧改办办理。");
    }
}
