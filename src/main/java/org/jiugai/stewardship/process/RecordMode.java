package org.jiugai.stewardship.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.stewardship.ManagementModeForm;
import org.jiugai.stewardship.StewardshipManagement;
import org.springframework.stereotype.Component;

@Component
class RecordMode implements FormStep<ManagementModeForm> {
    private final StewardshipManagement stewardship;

    RecordMode(StewardshipManagement stewardship) {
        this.stewardship = stewardship;
    }

    @Override
    public Class<ManagementModeForm> form() {
        return ManagementModeForm.class;
    }

    @Override
    public void record(ManagementModeForm form, Step step) {
        stewardship.choose(step.caseId(), step.get(StewardshipProcess.COMMUNITY_ID), form, step.actor());
    }
}
