package org.jiugai.warranty.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.warranty.RetentionRelease;
import org.jiugai.warranty.WarrantyManagement;
import org.springframework.stereotype.Component;

/** 登记质保金退还: the treasury releases the money, or gives the case back. */
@Component
class RecordRetentionRelease implements FormStep<RetentionRelease> {
    private final WarrantyManagement warranty;

    RecordRetentionRelease(WarrantyManagement warranty) {
        this.warranty = warranty;
    }

    @Override
    public Class<RetentionRelease> form() {
        return RetentionRelease.class;
    }

    @Override
    public void record(RetentionRelease form, Step step) {
        step.set(WarrantyProcess.RELEASED, warranty.decideAsTreasury(step.caseId(), form, step.actor()));
    }
}
