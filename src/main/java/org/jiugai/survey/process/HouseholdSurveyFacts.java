package org.jiugai.survey.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.springframework.stereotype.Component;

/** The communities of the case, and a row for each of their buildings. */
@Component
class HouseholdSurveyFacts implements TaskFacts {
    private final CaseManagement cases;
    private final Clock clock;

    HouseholdSurveyFacts(CaseManagement cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "household-survey";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        List<CaseCommunity> communities = cases.communities(Step.CASE_ID.get(task));
        return Communities.sheet(communities)
                .withValue("surveyedOn", LocalDate.now(clock).toString())
                .withValue(
                        "buildings",
                        communities.stream().flatMap(HouseholdSurveyFacts::rows).toList());
    }

    private static Stream<Map<String, String>> rows(CaseCommunity community) {
        String id = String.valueOf(community.communityId());
        return IntStream.rangeClosed(1, community.buildings())
                .mapToObj(no -> Map.of("communityId", id, "building", no + "号楼"));
    }
}
