package org.jiugai.survey.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.survey.NeedSummaryForm;
import org.jiugai.survey.SurveyManagement;
import org.springframework.stereotype.Component;

@Component
class RecordNeeds implements FormStep<NeedSummaryForm> {
    private final SurveyManagement surveys;

    RecordNeeds(SurveyManagement surveys) {
        this.surveys = surveys;
    }

    @Override
    public Class<NeedSummaryForm> form() {
        return NeedSummaryForm.class;
    }

    @Override
    public void record(NeedSummaryForm form, Step step) {
        surveys.recordNeeds(step.caseId(), form, step.actor());
    }
}
