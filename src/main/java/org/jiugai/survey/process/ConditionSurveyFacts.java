package org.jiugai.survey.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.springframework.stereotype.Component;

/** A row for each community of the case. */
@Component
class ConditionSurveyFacts implements TaskFacts {
    private final CaseManagement cases;
    private final Clock clock;

    ConditionSurveyFacts(CaseManagement cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "condition-survey";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        List<CaseCommunity> communities = cases.communities(Step.CASE_ID.get(task));
        return Communities.sheet(communities)
                .withValue("surveyedOn", LocalDate.now(clock).toString())
                .withValue(
                        "conditions",
                        communities.stream().map(ConditionSurveyFacts::row).toList());
    }

    private static Map<String, Object> row(CaseCommunity community) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("communityId", String.valueOf(community.communityId()));
        if (community.buildYear() != null) row.put("buildYear", community.buildYear());
        return row;
    }
}
