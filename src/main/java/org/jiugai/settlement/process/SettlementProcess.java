package org.jiugai.settlement.process;

import org.jiugai.engine.ProcessVariable;

/** What the settlement process remembers besides its case. */
final class SettlementProcess {
    static final ProcessVariable<Long> SUBMISSION_ID = ProcessVariable.ofLong("settlementId");
    /** What the table {@code settlement-review-days} gives. */
    static final ProcessVariable<Integer> REVIEW_DAYS = ProcessVariable.ofInteger("reviewDays");

    static final ProcessVariable<String> DECISION = ProcessVariable.ofText("settlementDecision");

    private SettlementProcess() {}
}
