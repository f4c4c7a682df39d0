package org.jiugai.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CasePanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plan versions, councils and opinions on the case page. */
@Component
class ConsultationPanel implements CasePanel {
    private final PlanManagement plans;
    private final ConsultationManagement consultation;
    private final OpinionLedger ledger;
    private final CaseManagement cases;

    ConsultationPanel(
            PlanManagement plans, ConsultationManagement consultation, OpinionLedger ledger, CaseManagement cases) {
        this.plans = plans;
        this.consultation = consultation;
        this.ledger = ledger;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public @Nullable Panel panel(long caseId) {
        List<List<Object>> versions = new ArrayList<>();
        List<List<String>> councils = new ArrayList<>();
        List<List<String>> opinions = new ArrayList<>();
        String caseNo = cases.get(caseId).caseNo();
        for (CaseCommunity community : cases.communities(caseId)) {
            plans.history(community.communityId()).forEach(plan -> versions.add(version(caseNo, plan)));
            for (Council council : consultation.councils(community.communityId())) {
                councils.add(council(community, council));
                consultation.opinions(council.id()).forEach(opinion -> opinions.add(opinion(community, opinion)));
            }
        }
        List<HeardOpinion> heard = ledger.ofCase(caseId);
        if (versions.isEmpty() && heard.isEmpty()) return null;
        List<PanelTable> tables = new ArrayList<>();
        tables.add(new PanelTable(
                "意见台账",
                List.of("意见", "待答复", ""),
                List.of(List.of(
                        heard.size() + " 条",
                        heard.stream().filter(HeardOpinion::isOpen).count() + " 条",
                        CasePanel.page(caseNo, "opinions", "查看")))));
        tables.add(new PanelTable(
                "方案版本", List.of("小区", "版本", "投资估算（元）", "居民出资（元）", "涉及主体结构", "涉及共有部分用途", "提交日期", "定稿日期", ""), versions));
        if (!councils.isEmpty()) {
            tables.add(
                    new PanelTable("居民议事会", List.of("小区", "轮次", "会议", "时间", "应到/实到", "覆盖楼栋", "书面意见", "结论"), councils));
        }
        if (!opinions.isEmpty()) {
            tables.add(new PanelTable("居民意见", List.of("小区", "意见", "采纳情况", "理由"), opinions));
        }
        return new Panel("plans", "改造方案与征询", tables);
    }

    private List<Object> version(String caseNo, PlanSummary plan) {
        boolean latest = plans.current(plan.communityId())
                .filter(current -> current.planId() == plan.planId())
                .isPresent();
        return List.of(
                plan.communityName(),
                plan.version(),
                plan.estimate().shown(),
                plan.residentShare().shown(),
                yesNo(plan.structureChanged()),
                yesNo(plan.commonPartChange()),
                plan.submittedOn().toString(),
                latest
                        ? consultation
                                .finalisedOn(plan.communityId())
                                .map(Object::toString)
                                .orElse("")
                        : "",
                CasePanel.page(caseNo, "plans/" + plan.planId(), "内容与变化"));
    }

    private static List<String> council(CaseCommunity community, Council council) {
        return List.of(
                community.name(),
                "第 " + council.round() + " 轮",
                "第 " + council.attempt() + " 次",
                council.metAt().toString().replace('T', ' '),
                council.invited() + "/" + council.attendees(),
                council.buildingsRepresented() + "/" + community.buildings(),
                String.valueOf(council.writtenOpinions()),
                council.decision().label());
    }

    private static List<String> opinion(CaseCommunity community, CouncilForm.Opinion opinion) {
        return List.of(
                community.name(),
                opinion.opinion(),
                opinion.adoption().label(),
                Objects.toString(opinion.reason(), ""));
    }

    private static String yesNo(boolean value) {
        return value ? "是" : "否";
    }
}
