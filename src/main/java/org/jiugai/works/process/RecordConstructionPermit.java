package org.jiugai.works.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.works.PermitDecision;
import org.jiugai.works.StartManagement;
import org.springframework.stereotype.Component;

/** 登记施工许可结论: issued, exempted, or refused and decided again. */
@Component
class RecordConstructionPermit implements FormStep<PermitDecision> {
    private final StartManagement start;

    RecordConstructionPermit(StartManagement start) {
        this.start = start;
    }

    @Override
    public Class<PermitDecision> form() {
        return PermitDecision.class;
    }

    @Override
    public void record(PermitDecision form, Step step) {
        step.set(ConstructionProcess.MAY_START, start.decidePermit(step.caseId(), form, step.actor()));
    }
}
