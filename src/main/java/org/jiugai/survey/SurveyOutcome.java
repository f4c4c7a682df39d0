package org.jiugai.survey;

/** What the survey finds: the case goes on, or a dangerous house makes it leave the programme. */
public enum SurveyOutcome {
    CONFIRMED,
    EXIT
}
