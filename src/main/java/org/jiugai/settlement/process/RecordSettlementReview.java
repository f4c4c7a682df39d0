package org.jiugai.settlement.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.settlement.SettlementManagement;
import org.jiugai.settlement.SettlementReview;
import org.springframework.stereotype.Component;

/** 登记结算审核结论: the settled price, or back to the contractor. */
@Component
class RecordSettlementReview implements FormStep<SettlementReview> {
    private final SettlementManagement settlement;

    RecordSettlementReview(SettlementManagement settlement) {
        this.settlement = settlement;
    }

    @Override
    public Class<SettlementReview> form() {
        return SettlementReview.class;
    }

    @Override
    public void record(SettlementReview form, Step step) {
        settlement.review(step.get(SettlementProcess.SUBMISSION_ID), form, step.actor());
        step.set(SettlementProcess.DECISION, form.decision().name());
    }
}
