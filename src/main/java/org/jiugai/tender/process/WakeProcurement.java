package org.jiugai.tender.process;

import java.util.Map;
import org.jiugai.engine.Processes;
import org.jiugai.engine.Step;
import org.jiugai.tender.ContractsComplete;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last contract that a case needs wakes the case; one that does not wait yet will find the contract when it asks. */
@Component
class WakeProcurement {
    private final Processes processes;

    WakeProcurement(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(ContractsComplete complete) {
        if (processes.isWaiting(TenderProcess.CONTRACTS_SIGNED_MESSAGE, Step.CASE_ID, complete.caseId())) {
            processes.correlate(TenderProcess.CONTRACTS_SIGNED_MESSAGE, Step.CASE_ID, complete.caseId(), Map.of());
        }
    }
}
