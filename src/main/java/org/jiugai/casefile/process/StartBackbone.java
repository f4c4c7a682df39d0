package org.jiugai.casefile.process;

import java.util.Map;
import org.jiugai.casefile.CaseOpened;
import org.jiugai.engine.Processes;
import org.jiugai.engine.Step;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case that is opened gets its backbone, in the same transaction. */
@Component
class StartBackbone {
    private final Processes processes;

    StartBackbone(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(CaseOpened opened) {
        processes.start(
                "renovation-case", opened.county(), opened.caseNo(), Map.of(Step.CASE_ID.name(), opened.caseId()));
    }
}
