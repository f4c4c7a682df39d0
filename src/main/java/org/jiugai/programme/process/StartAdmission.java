package org.jiugai.programme.process;

import java.util.Map;
import org.jiugai.engine.Processes;
import org.jiugai.programme.ApplicationOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An application that is begun gets its process, in the same transaction. */
@Component
class StartAdmission {
    private final Processes processes;

    StartAdmission(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(ApplicationOpened opened) {
        processes.start(
                AdmissionProcess.ID,
                opened.county(),
                opened.number(),
                Map.of(AdmissionProcess.APPLICATION_ID.name(), opened.applicationId()));
    }
}
