package org.jiugai.settlement.process;

import org.jiugai.engine.ProcessVariable;

/** What the settlement process remembers besides its case. */
final class SettlementProcess {
    static final ProcessVariable<Long> SUBMISSION_ID = ProcessVariable.ofLong("settlementId");
    static final ProcessVariable<String> DECISION = ProcessVariable.ofText("settlementDecision");

    private SettlementProcess() {}
}
