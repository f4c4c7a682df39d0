package org.jiugai.tender.process;

import java.util.Map;
import org.jiugai.engine.Processes;
import org.jiugai.engine.Step;
import org.jiugai.tender.PackageOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A package that is ready gets its tender, in the same transaction; offices and periods are those of the founding case. */
@Component
class StartTender {
    private final Processes processes;

    StartTender(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(PackageOpened opened) {
        processes.start(
                TenderProcess.ID,
                opened.county(),
                opened.packageNo(),
                Map.of(Step.CASE_ID.name(), opened.caseId(), TenderProcess.PACKAGE_ID.name(), opened.packageId()));
    }
}
