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
import org.jiugai.survey.BuildingCoverage;
import org.jiugai.survey.HouseholdVisits;
import org.springframework.stereotype.Component;

/** The communities of the case, and a row for each of their buildings. */
@Component
class HouseholdSurveyFacts implements TaskFacts {
    private final CaseManagement cases;
    private final HouseholdVisits visits;
    private final Clock clock;

    HouseholdSurveyFacts(CaseManagement cases, HouseholdVisits visits, Clock clock) {
        this.cases = cases;
        this.visits = visits;
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
                .withValue("buildings", communities.stream().flatMap(this::rows).toList());
    }

    /** What was heard at the doors; where a community has no baseline, the number of its buildings. */
    private Stream<Map<String, ?>> rows(CaseCommunity community) {
        String id = String.valueOf(community.communityId());
        List<BuildingCoverage> heard = visits.coverage(community.communityId());
        if (!heard.isEmpty())
            return heard.stream()
                    .map(building -> Map.of(
                            "communityId",
                            id,
                            "building",
                            building.building(),
                            "households",
                            building.households(),
                            "surveyed",
                            building.surveyed(),
                            "supporting",
                            building.supporting(),
                            "notReached",
                            building.households() - building.surveyed()));
        return IntStream.rangeClosed(1, community.buildings())
                .mapToObj(no -> Map.of("communityId", id, "building", no + "号楼"));
    }
}
