package org.jiugai.consultation.process;

import org.jiugai.consultation.ConsultationManagement;
import org.jiugai.consultation.FinalPlanForm;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

@Component
class RecordFinalPlan implements FormStep<FinalPlanForm> {
    private final ConsultationManagement consultation;

    RecordFinalPlan(ConsultationManagement consultation) {
        this.consultation = consultation;
    }

    @Override
    public Class<FinalPlanForm> form() {
        return FinalPlanForm.class;
    }

    @Override
    public void record(FinalPlanForm form, Step step) {
        consultation.finalise(step.caseId(), step.get(ConsultationProcess.COMMUNITY_ID), form, step.actor());
    }
}
