package org.jiugai.funding.process;

import org.jiugai.engine.ProcessVariable;

/** The process of one tranche's payment: its id, message and variables. */
final class PaymentProcess {
    static final String ID = "payment";
    static final String NOTHING_DUE = "funding.nothingDue";
    /** The tranche that is paid; one instance for each. */
    static final ProcessVariable<Long> TRANCHE_ID = ProcessVariable.ofLong("trancheId");
    /** Which step of the chain an activity is, given by the model. */
    static final ProcessVariable<String> APPROVAL_STEP = ProcessVariable.ofText("approvalStep");
    /** Answer of the gateways after each step. */
    static final ProcessVariable<String> DECISION = ProcessVariable.ofText("paymentDecision");
    /** Where a returned payment goes. */
    static final ProcessVariable<String> RETURN_TO = ProcessVariable.ofText("returnTo");

    private PaymentProcess() {}
}
