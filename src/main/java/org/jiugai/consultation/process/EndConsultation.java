package org.jiugai.consultation.process;

import java.util.Map;
import org.jiugai.casefile.CommunityLeft;
import org.jiugai.consultation.ConsultationManagement;
import org.jiugai.engine.Processes;
import org.jiugai.kernel.RuleViolation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A community that leaves its case is consulted no longer; its notice and its vote end with it. */
@Component
class EndConsultation {
    private final Processes processes;
    private final ConsultationManagement consultation;

    EndConsultation(Processes processes, ConsultationManagement consultation) {
        this.processes = processes;
        this.consultation = consultation;
    }

    @EventListener
    void on(CommunityLeft left) {
        if (consultation.finalisedOn(left.communityId()).isPresent())
            throw new RuleViolation("consultation.final", "reason", "【小区】方案已经定稿，不能再剥离；请在联评联审中处理");
        boolean running = processes.isWaiting(
                ConsultationProcess.COMMUNITY_LEFT, ConsultationProcess.COMMUNITY_ID, left.communityId());
        if (running)
            processes.correlate(
                    ConsultationProcess.COMMUNITY_LEFT, ConsultationProcess.COMMUNITY_ID, left.communityId(), Map.of());
    }
}
