package org.jiugai.warranty.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.warranty.RetentionRelease;
import org.jiugai.warranty.WarrantyManagement;
import org.springframework.stereotype.Component;

/** 登记质保金核查: the employer agrees. */
@Component
class RecordRetentionCheck implements FormStep<RetentionRelease> {
    private final WarrantyManagement warranty;

    RecordRetentionCheck(WarrantyManagement warranty) {
        this.warranty = warranty;
    }

    @Override
    public Class<RetentionRelease> form() {
        return RetentionRelease.class;
    }

    @Override
    public void record(RetentionRelease form, Step step) {
        warranty.agreeAsEmployer(step.caseId(), form, step.actor());
    }
}
