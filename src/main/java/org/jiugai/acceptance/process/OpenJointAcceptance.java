package org.jiugai.acceptance.process;

import java.util.ArrayList;
import org.jiugai.acceptance.ComprehensiveManagement;
import org.jiugai.acceptance.JointAcceptanceManagement;
import org.jiugai.acceptance.JointAcceptanceManagement.JointRound;
import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 确定联合验收单位: all of the policy's list, later those that refused; none where the policy has no joint acceptance. */
@Component
class OpenJointAcceptance implements ServiceStep {
    private final JointAcceptanceManagement joint;
    private final ComprehensiveManagement comprehensive;

    OpenJointAcceptance(JointAcceptanceManagement joint, ComprehensiveManagement comprehensive) {
        this.joint = joint;
        this.comprehensive = comprehensive;
    }

    @Override
    public void perform(Step step) {
        JointRound round = joint.open(step.caseId());
        step.set(AcceptanceProcess.ROUND_ID, round.roundId());
        step.set(AcceptanceProcess.SEAT_IDS, new ArrayList<>(round.seatIds()));
        step.set(AcceptanceProcess.COMPREHENSIVE, comprehensive.isRequired(step.caseId()));
    }
}
