package org.jiugai.consultation.process;

import org.jiugai.consultation.ConsultationManagement;
import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

@Component
class OpenRound implements ServiceStep {
    private final ConsultationManagement consultation;

    OpenRound(ConsultationManagement consultation) {
        this.consultation = consultation;
    }

    @Override
    public void perform(Step step) {
        step.set(
                ConsultationProcess.NOTICE_STAGE,
                consultation
                        .openRound(step.caseId(), step.get(ConsultationProcess.COMMUNITY_ID))
                        .name());
    }
}
