package org.jiugai.warranty.process;

import java.util.Map;
import org.jiugai.engine.Processes;
import org.jiugai.engine.Step;
import org.jiugai.warranty.DefectReported;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A reported defect is repaired within the warranty process; when the retention money is already out, by itself, for the statutory warranty lasts longer. */
@Component
class StartRepair {
    private final Processes processes;

    StartRepair(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(DefectReported reported) {
        Map<String, Long> defect = Map.of(WarrantyProcess.DEFECT_ID.name(), reported.defectId());
        if (processes.isWaiting(WarrantyProcess.DEFECT_REPORTED, Step.CASE_ID, reported.caseId())) {
            processes.correlate(WarrantyProcess.DEFECT_REPORTED, Step.CASE_ID, reported.caseId(), defect);
        } else {
            processes.start(
                    WarrantyProcess.REPAIR,
                    reported.county(),
                    reported.caseNo(),
                    Map.of(
                            Step.CASE_ID.name(),
                            reported.caseId(),
                            WarrantyProcess.DEFECT_ID.name(),
                            reported.defectId()));
        }
    }
}
