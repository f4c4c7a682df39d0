package org.jiugai.warranty.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.PeriodRecounted;
import org.jiugai.casefile.ProvisionalDates;
import org.jiugai.engine.TaskCreation;
import org.jiugai.engine.TimerDates;
import org.jiugai.warranty.RepairManagement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The end of a repair's period was provisional and is counted again: task and timer follow. */
@Component
class MoveRepairDate implements TaskCreation {
    private final RepairManagement repairs;
    private final TimerDates timers;

    MoveRepairDate(RepairManagement repairs, TimerDates timers) {
        this.repairs = repairs;
        this.timers = timers;
    }

    @Override
    public void created(DelegateTask task) {
        if (!task.getTaskDefinitionKey().equals("userTask_repairDefect")) return;
        repairs.remember(WarrantyProcess.DEFECT_ID.get(task), ProvisionalDates.task(task.getId()));
    }

    @EventListener
    void on(PeriodRecounted recounted) {
        if (!recounted.concerns(RepairManagement.SUBJECT)) return;
        timers.recount(
                "event_repairLate",
                WarrantyProcess.DEFECT_ID,
                Long.parseLong(recounted.id()),
                WarrantyProcess.DEFECT_ID,
                defectId -> CaseManagement.endOf(recounted.end().effective()));
    }
}
