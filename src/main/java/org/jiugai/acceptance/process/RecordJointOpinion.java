package org.jiugai.acceptance.process;

import org.jiugai.acceptance.JointAcceptanceManagement;
import org.jiugai.acceptance.JointOpinion;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 登记联合验收意见 of one body. */
@Component
class RecordJointOpinion implements FormStep<JointOpinion> {
    private final JointAcceptanceManagement joint;

    RecordJointOpinion(JointAcceptanceManagement joint) {
        this.joint = joint;
    }

    @Override
    public Class<JointOpinion> form() {
        return JointOpinion.class;
    }

    @Override
    public void record(JointOpinion form, Step step) {
        joint.record(step.get(AcceptanceProcess.SEAT_ID), form, step.actor());
    }
}
