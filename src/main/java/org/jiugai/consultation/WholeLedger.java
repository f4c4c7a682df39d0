package org.jiugai.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.notice.ReceivedObjection;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.RegistryManagement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 意见台账 of a case: what households said at the door, on their page or at the counter, objections to notices, opinions at councils. */
@Component
@Transactional(readOnly = true)
public class WholeLedger {
    private final OpinionLedger opinions;
    private final ConsultationManagement consultation;
    private final NoticeManagement notices;
    private final CaseManagement cases;
    private final RegistryManagement registry;

    WholeLedger(
            OpinionLedger opinions,
            ConsultationManagement consultation,
            NoticeManagement notices,
            CaseManagement cases,
            RegistryManagement registry) {
        this.opinions = opinions;
        this.consultation = consultation;
        this.notices = notices;
        this.cases = cases;
        this.registry = registry;
    }

    /** Every opinion, one row each; by origin. */
    public List<LedgerRow> of(long caseId) {
        List<LedgerRow> rows = new ArrayList<>();
        opinions.ofCase(caseId).forEach(opinion -> rows.add(heard(opinion)));
        Map<Long, CaseCommunity> communities = cases.communities(caseId).stream()
                .collect(Collectors.toMap(CaseCommunity::communityId, Function.identity()));
        for (PublicNotice notice : notices.ofCase(caseId)) {
            CaseCommunity community = communities.get(notice.communityId());
            if (community == null) continue;
            notices.objections(notice.noticeId())
                    .forEach(objection -> rows.add(objected(community.name(), notice, objection)));
        }
        for (CaseCommunity community : communities.values()) {
            for (Council council : consultation.councils(community.communityId()))
                consultation.opinions(council.id()).forEach(said -> rows.add(said(community.name(), council, said)));
        }
        return rows;
    }

    private LedgerRow heard(HeardOpinion opinion) {
        CouncilForm.Adoption fate = opinion.fate();
        Long unit = opinion.unitId();
        return new LedgerRow(
                opinion.id(),
                opinion.community(),
                opinion.source(),
                unit == null ? "居民" : household(unit),
                opinion.happenedOn(),
                opinion.version() == null ? null : "方案" + opinion.version(),
                opinion.content(),
                fate == null ? null : fate.label(),
                opinion.reason(),
                opinion.answeredIn(),
                opinion.answeredPlanId(),
                opinion.answeredOn());
    }

    private static LedgerRow objected(String community, PublicNotice notice, ReceivedObjection objection) {
        boolean open = objection.repliedOn() == null;
        return new LedgerRow(
                null,
                community,
                OpinionSource.NOTICE,
                "居民",
                notice.startDate(),
                PublicNotice.name(notice.stage()),
                objection.content(),
                open ? null : objection.shownDecision(),
                open ? null : objection.shownReply(),
                null,
                null,
                objection.repliedOn());
    }

    private static LedgerRow said(String community, Council council, CouncilForm.Opinion opinion) {
        return new LedgerRow(
                null,
                community,
                OpinionSource.COUNCIL,
                "与会居民",
                council.metAt().toLocalDate(),
                "第" + council.round() + "轮议事会",
                opinion.opinion(),
                opinion.adoption().label(),
                opinion.reason(),
                null,
                null,
                council.metAt().toLocalDate());
    }

    private String household(long unitId) {
        return registry.unit(unitId).map(HousingUnit::masked).orElse("住户");
    }
}
