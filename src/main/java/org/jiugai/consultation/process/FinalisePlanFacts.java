package org.jiugai.consultation.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jiugai.consultation.CheckItem;
import org.jiugai.consultation.ConsultationManagement;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.consultation.PlanSummary;
import org.jiugai.engine.Step;
import org.jiugai.engine.TaskFacts;
import org.springframework.stereotype.Component;

/** The checklist that the policy gives, with what is already done. */
@Component
class FinalisePlanFacts implements TaskFacts {
    private final ConsultationManagement consultation;
    private final PlanManagement plans;

    FinalisePlanFacts(ConsultationManagement consultation, PlanManagement plans) {
        this.consultation = consultation;
        this.plans = plans;
    }

    @Override
    public String form() {
        return "finalise-plan";
    }

    @Override
    public Sheet sheet(VariableScope task) {
        long communityId = ConsultationProcess.COMMUNITY_ID.get(task);
        Map<CheckItem, Boolean> checklist = consultation.checklist(Step.CASE_ID.get(task), communityId);
        Table done = new Table(
                "两上两下清单",
                List.of("事项", "系统记录"),
                checklist.entrySet().stream()
                        .map(e -> List.of(e.getKey().label(), e.getValue() ? "已完成" : "未完成"))
                        .toList());
        Table versions = new Table(
                "方案版本",
                List.of("小区", "版本", "投资估算（元）", "居民出资（元）", "提交日期"),
                plans.history(communityId).stream().map(FinalisePlanFacts::row).toList());
        return Sheet.of(done, versions)
                .withOptions(
                        "checklist",
                        checklist.keySet().stream()
                                .map(item -> new Option(item.name(), item.label()))
                                .toList())
                .withValue(
                        "finalVersion",
                        plans.current(communityId).map(PlanSummary::version).orElse(""));
    }

    private static List<String> row(PlanSummary plan) {
        return List.of(
                plan.communityName(),
                plan.version(),
                plan.estimate().shown(),
                plan.residentShare().shown(),
                plan.submittedOn().toString());
    }
}
