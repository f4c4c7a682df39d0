package org.jiugai.funding.process;

import java.util.Map;
import org.jiugai.engine.Processes;
import org.jiugai.engine.Step;
import org.jiugai.funding.TrancheFellAway;
import org.jiugai.funding.TrancheStarted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A tranche whose condition is met gets its payment process; one that fell away loses it. */
@Component
class StartPayment {
    private final Processes processes;

    StartPayment(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(TrancheStarted started) {
        processes.start(
                PaymentProcess.ID,
                started.county(),
                started.caseNo(),
                Map.of(Step.CASE_ID.name(), started.caseId(), PaymentProcess.TRANCHE_ID.name(), started.trancheId()));
    }

    @EventListener
    void on(TrancheFellAway fallen) {
        processes.correlate(PaymentProcess.NOTHING_DUE, PaymentProcess.TRANCHE_ID, fallen.trancheId(), Map.of());
    }
}
