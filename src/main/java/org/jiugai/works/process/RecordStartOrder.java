package org.jiugai.works.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.works.StartManagement;
import org.jiugai.works.StartOrder;
import org.springframework.stereotype.Component;

/** 登记开工令: the works begin. */
@Component
class RecordStartOrder implements FormStep<StartOrder> {
    private final StartManagement start;

    RecordStartOrder(StartManagement start) {
        this.start = start;
    }

    @Override
    public Class<StartOrder> form() {
        return StartOrder.class;
    }

    @Override
    public void record(StartOrder form, Step step) {
        start.orderStart(step.caseId(), form, step.actor());
    }
}
