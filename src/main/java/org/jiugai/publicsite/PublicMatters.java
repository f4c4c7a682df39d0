package org.jiugai.publicsite;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.ballot.VoteSummary;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.publicsite.Publishable.Kind;
import org.springframework.stereotype.Component;

/** What a case has that could be public; the communities that have left it have nothing any more. */
@Component
class PublicMatters {
    private final CaseManagement cases;
    private final PlanManagement plans;
    private final NoticeManagement notices;
    private final VoteManagement votes;

    PublicMatters(CaseManagement cases, PlanManagement plans, NoticeManagement notices, VoteManagement votes) {
        this.cases = cases;
        this.plans = plans;
        this.notices = notices;
        this.votes = votes;
    }

    record Matter(Kind kind, long subjectId, String title) {}

    List<Matter> of(long caseId) {
        List<Matter> all = new ArrayList<>();
        all.add(new Matter(Kind.PROJECT, caseId, "项目基本情况和办理进度"));
        for (CaseCommunity community : cases.communities(caseId)) {
            String name = community.name();
            plans.history(community.communityId())
                    .forEach(plan -> all.add(new Matter(Kind.PLAN, plan.planId(), name + "改造方案" + plan.version())));
            notices.ofCommunity(community.communityId())
                    .forEach(notice -> all.add(new Matter(
                            Kind.NOTICE, notice.noticeId(), name + "公示：" + PublicNotice.name(notice.stage()))));
        }
        for (VoteSummary vote : votes.ofCase(caseId)) {
            if (!vote.results().isEmpty())
                all.add(new Matter(
                        Kind.RESULT,
                        vote.round().id(),
                        cases.community(vote.round().communityId()).name() + "第"
                                + vote.round().attempt() + "次业主表决结果"));
        }
        return all;
    }
}
