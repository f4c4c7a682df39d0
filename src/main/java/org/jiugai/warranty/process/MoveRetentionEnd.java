package org.jiugai.warranty.process;

import org.jiugai.casefile.PeriodRecounted;
import org.jiugai.engine.Step;
import org.jiugai.engine.TimerDates;
import org.jiugai.warranty.WarrantyManagement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The end of the retention period was provisional and is counted again: its row and its timer follow. */
@Component
class MoveRetentionEnd {
    private final WarrantyManagement warranty;
    private final TimerDates timers;

    MoveRetentionEnd(WarrantyManagement warranty, TimerDates timers) {
        this.warranty = warranty;
        this.timers = timers;
    }

    @EventListener
    void on(PeriodRecounted recounted) {
        if (!recounted.concerns(WarrantyManagement.SUBJECT)) return;
        warranty.moveRetentionEnd(recounted.caseId(), recounted.end());
        timers.move(
                "event_retentionEnded",
                Step.CASE_ID,
                recounted.caseId(),
                WarrantyProcess.RETENTION_END,
                OpenWarranty.from(recounted.end().effective()));
    }
}
