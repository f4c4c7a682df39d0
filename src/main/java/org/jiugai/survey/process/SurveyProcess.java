package org.jiugai.survey.process;

import org.jiugai.engine.ProcessVariable;

/** Variables of the process {@code survey}. */
final class SurveyProcess {
    static final ProcessVariable<String> SURVEY_OUTCOME = ProcessVariable.ofText("surveyOutcome");

    private SurveyProcess() {}
}
