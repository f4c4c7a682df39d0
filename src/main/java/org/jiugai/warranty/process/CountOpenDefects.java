package org.jiugai.warranty.process;

import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.warranty.WarrantyManagement;
import org.springframework.stereotype.Component;

/**
 * 核对未销缺陷: answers the condition for which the release waits. Stands on both sides of the wait, before it and after each repair, and
 * only one at a time: otherwise the last repair could end while the release is just about to wait, and nobody would wake it.
 */
@Component
class CountOpenDefects implements ServiceStep {
    private final WarrantyManagement warranty;

    CountOpenDefects(WarrantyManagement warranty) {
        this.warranty = warranty;
    }

    @Override
    public void perform(Step step) {
        step.oneAtATime();
        step.set(WarrantyProcess.OPEN_DEFECTS, warranty.countOpenDefects(step.caseId()));
    }
}
