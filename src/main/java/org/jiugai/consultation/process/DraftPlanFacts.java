package org.jiugai.consultation.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.consultation.ConsultationManagement;
import org.jiugai.consultation.CouncilForm;
import org.jiugai.consultation.PlanDetails;
import org.jiugai.consultation.PlanItem;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.engine.TaskFacts;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Policy;
import org.springframework.stereotype.Component;

/** The community, what the residents said, and the last version to go on from. */
@Component
class DraftPlanFacts implements TaskFacts {
    private final PlanManagement plans;
    private final ConsultationManagement consultation;
    private final CaseManagement cases;

    DraftPlanFacts(PlanManagement plans, ConsultationManagement consultation, CaseManagement cases) {
        this.plans = plans;
        this.consultation = consultation;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "draft-plan";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        CaseCommunity community = cases.community(ConsultationProcess.COMMUNITY_ID.get(task));
        Policy policy = cases.policy(community.caseId());
        List<Table> tables = new ArrayList<>();
        tables.add(community(community, policy));
        opinions(community, tables);
        Sheet sheet = Sheet.of(tables.toArray(Table[]::new))
                .withOptions(
                        "chapters",
                        policy.get(Parameters.PLAN_CHAPTERS).stream()
                                .map(chapter -> new Option(chapter, chapter))
                                .toList())
                .withValue("planVersion", plans.nextVersion(community.communityId()));
        return plans.current(community.communityId())
                .map(plan -> prefilled(sheet, plans.details(plan.planId()))
                        .withValue("voteMatters", plans.matters(community.communityId())))
                .orElse(sheet);
    }

    private Table community(CaseCommunity community, Policy policy) {
        return new Table(
                "小区与方案要求",
                List.of("小区", "户数", "楼栋", "建筑面积（m²）", "可用投资额（元）", "不能为空的类别"),
                List.of(List.of(
                        community.name(),
                        String.valueOf(community.households()),
                        String.valueOf(community.buildings()),
                        community.area().squareMetres(),
                        plans.ceiling(community.caseId(), community.communityId())
                                .shown(),
                        String.join("、", policy.get(Parameters.PLAN_MANDATORY_CLASSES)))));
    }

    private void opinions(CaseCommunity community, List<Table> tables) {
        List<List<String>> rows = consultation.councils(community.communityId()).stream()
                .flatMap(council -> consultation.opinions(council.id()).stream())
                .map(DraftPlanFacts::opinion)
                .toList();
        if (!rows.isEmpty()) tables.add(new Table("议事会意见", List.of("意见", "采纳情况", "理由"), rows));
        List<List<String>> objections = consultation.upheldObjections(community.communityId());
        if (!objections.isEmpty()) tables.add(new Table("成立的公示异议", List.of("公示阶段", "异议内容", "结论", "答复"), objections));
    }

    private static List<String> opinion(CouncilForm.Opinion opinion) {
        return List.of(opinion.opinion(), opinion.adoption().label(), Objects.toString(opinion.reason(), ""));
    }

    private static Sheet prefilled(Sheet sheet, PlanDetails plan) {
        return sheet.withValue("chapters", plan.chapters())
                .withValue(
                        "items", plan.items().stream().map(DraftPlanFacts::item).toList())
                .withValue("totalEstimate", plan.summary().estimate().yuan())
                .withValue(
                        "fundPlan",
                        plan.funds().stream()
                                .map(f -> Map.of(
                                        "source",
                                        f.source().name(),
                                        "amount",
                                        f.amount().yuan()))
                                .toList())
                .withValue("residentShare", plan.summary().residentShare().yuan())
                .withValue("structureChanged", plan.summary().structureChanged())
                .withValue("commonPartChange", plan.summary().commonPartChange())
                .withValue("followUpPlan", plan.followUpPlan())
                .withValue("overCeilingReason", Objects.toString(plan.overCeilingReason(), ""));
    }

    private static Map<String, Object> item(PlanItem item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("itemClass", item.itemClass().name());
        row.put("content", item.content());
        row.put("quantity", item.quantity().toPlainString());
        row.put("unit", item.unit());
        row.put("unitPrice", item.unitPrice().yuan());
        row.put("amount", item.amount().yuan());
        return row;
    }
}
