package org.jiugai.works.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.works.StartManagement;
import org.jiugai.works.SupervisionRegistration;
import org.springframework.stereotype.Component;

/** 登记质量安全监督: the station has registered the project. */
@Component
class RecordSupervisionRegistration implements FormStep<SupervisionRegistration> {
    private final StartManagement start;

    RecordSupervisionRegistration(StartManagement start) {
        this.start = start;
    }

    @Override
    public Class<SupervisionRegistration> form() {
        return SupervisionRegistration.class;
    }

    @Override
    public void record(SupervisionRegistration form, Step step) {
        start.registerSupervision(step.caseId(), form, step.actor());
    }
}
