package org.jiugai.consultation.process;

import org.jiugai.consultation.ConsultationManagement;
import org.jiugai.consultation.ConsultationManagement.CouncilResult;
import org.jiugai.consultation.CouncilForm;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

@Component
class RecordCouncil implements FormStep<CouncilForm> {
    private final ConsultationManagement consultation;

    RecordCouncil(ConsultationManagement consultation) {
        this.consultation = consultation;
    }

    @Override
    public Class<CouncilForm> form() {
        return CouncilForm.class;
    }

    @Override
    public void record(CouncilForm form, Step step) {
        CouncilResult result = consultation.recordCouncil(
                step.caseId(), step.get(ConsultationProcess.COMMUNITY_ID), form, step.actor());
        step.set(ConsultationProcess.COUNCIL_HELD, result.held());
        step.set(ConsultationProcess.REVISION_DUE, result.revisionDue());
    }
}
