package org.jiugai.survey.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.survey.HouseholdSurveyForm;
import org.jiugai.survey.SurveyManagement;
import org.springframework.stereotype.Component;

@Component
class RecordHouseholds implements FormStep<HouseholdSurveyForm> {
    private final SurveyManagement surveys;

    RecordHouseholds(SurveyManagement surveys) {
        this.surveys = surveys;
    }

    @Override
    public Class<HouseholdSurveyForm> form() {
        return HouseholdSurveyForm.class;
    }

    @Override
    public void record(HouseholdSurveyForm form, Step step) {
        surveys.recordHouseholds(step.caseId(), form, step.actor());
    }
}
