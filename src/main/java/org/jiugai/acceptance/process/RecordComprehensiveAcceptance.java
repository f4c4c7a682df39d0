package org.jiugai.acceptance.process;

import org.jiugai.acceptance.ComprehensiveAcceptance;
import org.jiugai.acceptance.ComprehensiveManagement;
import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.springframework.stereotype.Component;

/** 登记综合验收结论: the last word on the project, or back to rectification. */
@Component
class RecordComprehensiveAcceptance implements FormStep<ComprehensiveAcceptance> {
    private final ComprehensiveManagement comprehensive;

    RecordComprehensiveAcceptance(ComprehensiveManagement comprehensive) {
        this.comprehensive = comprehensive;
    }

    @Override
    public Class<ComprehensiveAcceptance> form() {
        return ComprehensiveAcceptance.class;
    }

    @Override
    public void record(ComprehensiveAcceptance form, Step step) {
        comprehensive.record(step.caseId(), form, step.actor());
        step.set(AcceptanceProcess.DECISION, form.decision().name());
    }
}
