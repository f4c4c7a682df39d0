package org.jiugai.acceptance.process;

import java.util.List;
import org.jiugai.engine.ProcessVariable;

/** What the acceptance process remembers besides its case. */
final class AcceptanceProcess {
    static final ProcessVariable<Long> ACCEPTANCE_ID = ProcessVariable.ofLong("acceptanceId");
    static final ProcessVariable<String> OUTCOME = ProcessVariable.ofText("acceptanceOutcome");
    static final ProcessVariable<Long> ROUND_ID = ProcessVariable.ofLong("jointRoundId");
    static final ProcessVariable<List<Long>> SEAT_IDS = ProcessVariable.ofLongs("jointSeatIds");
    static final ProcessVariable<Long> SEAT_ID = ProcessVariable.ofLong("jointSeatId");
    static final ProcessVariable<Boolean> COMPREHENSIVE = ProcessVariable.ofBoolean("comprehensiveRequired");
    static final ProcessVariable<String> DECISION = ProcessVariable.ofText("comprehensiveDecision");

    private AcceptanceProcess() {}
}
