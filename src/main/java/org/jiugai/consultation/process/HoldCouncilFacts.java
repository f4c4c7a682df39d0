package org.jiugai.consultation.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.consultation.ConsultationManagement;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.consultation.PlanSummary;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.springframework.stereotype.Component;

/** Which meeting it is, how many must come, what it is about. */
@Component
class HoldCouncilFacts implements TaskFacts {
    private final ConsultationManagement consultation;
    private final PlanManagement plans;
    private final CaseManagement cases;

    HoldCouncilFacts(ConsultationManagement consultation, PlanManagement plans, CaseManagement cases) {
        this.consultation = consultation;
        this.plans = plans;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "hold-council";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        CaseCommunity community = cases.community(ConsultationProcess.COMMUNITY_ID.get(task));
        int attempt = consultation.attempt(community.communityId());
        return Sheet.of(new Table(
                        "议事会要求",
                        List.of("小区", "楼栋", "会议", "到会人数要求", "方案版本"),
                        List.of(List.of(
                                community.name(),
                                String.valueOf(community.buildings()),
                                "第 " + attempt + " 次",
                                "应到人数的 " + consultation.quorum(Step.CASE_ID.get(task)),
                                plans.current(community.communityId())
                                        .map(PlanSummary::version)
                                        .orElse(""))),
                        attempt > 1 ? "第二次会议人数仍不足的，以书面意见计入。" : "人数不足的登记为流会，并召开第二次会议。"))
                .withValue("attempt", attempt);
    }
}
