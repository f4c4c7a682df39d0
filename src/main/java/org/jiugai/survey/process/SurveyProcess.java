package org.jiugai.survey.process;

import org.jiugai.engine.ProcessVariable;

/** Variables of the process {@code survey}. */
final class SurveyProcess {
    static final ProcessVariable<String> SURVEY_OUTCOME = ProcessVariable.ofText("surveyOutcome");

    static final ProcessVariable<Boolean> STRUCTURES_FOUND = ProcessVariable.ofBoolean("structuresFound");

    private SurveyProcess() {}
}
