package org.jiugai.survey;

import org.jiugai.survey.ConditionSurveyForm.Category;

/** A need and how many households have named it. */
public record RankedNeed(Category need, int households) {}
