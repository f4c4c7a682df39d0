package org.jiugai.formalities.process;

import org.jiugai.engine.ProcessVariable;

/** Process {@code formalities}: the answer to its one question. */
final class FormalitiesProcess {
    /** Whether the reviewed budget may be built on: neither returned nor too far above the approved estimate. */
    static final ProcessVariable<Boolean> BUDGET_ACCEPTED = ProcessVariable.ofBoolean("budgetAccepted");

    private FormalitiesProcess() {}
}
