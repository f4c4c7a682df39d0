package org.jiugai.survey.process;

import org.jiugai.engine.FormStep;
import org.jiugai.engine.Step;
import org.jiugai.survey.ConditionSurveyForm;
import org.jiugai.survey.SurveyManagement;
import org.springframework.stereotype.Component;

@Component
class RecordCondition implements FormStep<ConditionSurveyForm> {
    private final SurveyManagement surveys;

    RecordCondition(SurveyManagement surveys) {
        this.surveys = surveys;
    }

    @Override
    public Class<ConditionSurveyForm> form() {
        return ConditionSurveyForm.class;
    }

    @Override
    public void record(ConditionSurveyForm form, Step step) {
        step.set(SurveyProcess.STRUCTURES_FOUND, !form.structures().isEmpty());
        step.set(
                SurveyProcess.SURVEY_OUTCOME,
                surveys.recordCondition(step.caseId(), form, step.actor()).name());
    }
}
