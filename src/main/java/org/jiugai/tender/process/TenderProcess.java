package org.jiugai.tender.process;

import org.jiugai.engine.ProcessVariable;

/** Processes {@code procurement} (of a case) and {@code tender} (of a package): ids and answers. */
final class TenderProcess {
    static final String ID = "tender";
    /** Wakes the case that waits for its contracts. */
    static final String CONTRACTS_SIGNED_MESSAGE = "procurement.contractsSigned";

    static final ProcessVariable<Long> PACKAGE_ID = ProcessVariable.ofLong("packageId");
    static final ProcessVariable<Boolean> CONTRACTS_SIGNED = ProcessVariable.ofBoolean("contractsSigned");
    static final ProcessVariable<Boolean> BIDDERS_SUFFICIENT = ProcessVariable.ofBoolean("biddersSufficient");
    static final ProcessVariable<Boolean> CANDIDATES_PROPOSED = ProcessVariable.ofBoolean("candidatesProposed");
    static final ProcessVariable<Boolean> WINNER_FOUND = ProcessVariable.ofBoolean("winnerFound");
    /** Name of a {@link org.jiugai.tender.ContractSigning.Outcome}. */
    static final ProcessVariable<String> SIGNING = ProcessVariable.ofText("signing");

    private TenderProcess() {}
}
