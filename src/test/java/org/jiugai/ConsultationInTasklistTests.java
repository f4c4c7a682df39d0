package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.jiugai.TasklistDesk.Open;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.NewCase;
import org.jiugai.consultation.CouncilForm.Adoption;
import org.jiugai.consultation.NewOpinion;
import org.jiugai.consultation.OpinionLedger;
import org.jiugai.consultation.OpinionSource;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.consultation.PlanSummary;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.policy.Parameters.NoticeStage;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 两上两下 as the offices do it, in Tasklist in a real browser, from the first draft to the final plan (S3-20…S3-25, S4-26…S4-28). */
@ProcessTest
class ConsultationInTasklistTests {
    private static final Map<String, Object> OBJECTION =
            Map.of("objector", "王小明", "anonymous", false, "content", "车棚挡住一楼采光");
    private static final Actor STREET = new Actor("zhongshi", "谢芳", "ja-sub-zhongshi", "中市街道办事处");

    @Autowired
    private Scenario scenario;

    @Autowired
    private OpinionLedger ledger;

    @Autowired
    private VoteManagement votes;

    @Autowired
    private NoticeManagement notices;

    @Autowired
    private PlanManagement plans;

    @LocalServerPort
    private int port;

    /** Two houses of four flats each. */
    private CaseRun surveyed() {
        CaseRun run = scenario.openCase(
                "CITY-2024RPT",
                List.of(new NewCase.Community("云路小院", "ja-com-yunlu", 1995, 8, 2, Area.ofSquareMetres("640.00"))),
                Money.ofYuan("1200000.00"),
                Map.of("employer", "ja-employer", "designer", "ja-designer"));
        CaseCommunity community = run.communities().get(0);
        scenario.residents.moveInto(community.registeredId(), 2, 8);
        return run.walkTo("draft-plan");
    }

    @Test
    void theOfficesHearAnswerVoteAndSettleThePlan() {
        CaseRun run = surveyed();
        long community = run.communityIds().get(0);
        Map<String, Object> lift = Map.of("voteMatters", List.of("ELEVATOR"));
        try (TasklistDesk desk = new TasklistDesk(port, scenario, run)) {
            desk.agree("draft-plan", lift);
            refusedWithoutAPhotoOfEveryDoor(desk, run);
            run.walkTo("close-notice");
            desk.agree("close-notice", Map.of("objectionCount", 1, "objections", List.of(OBJECTION)));
            desk.agree("handle-objections");
            desk.agree("hold-council");

            desk.agree("draft-plan", lift);
            desk.agree("publish-notice");
            run.walkTo("close-notice");
            desk.agree("close-notice");

            desk.agree("set-up-vote");
            desk.agree("confirm-vote");
            desk.agree("notify-owners");
            run.walkTo("count-votes");
            desk.agree("count-votes");
            desk.agree("publish-notice");
            run.walkTo("close-notice");
            desk.agree("close-notice");

            refusedWhileAnOpinionIsOpen(desk, run, community);
        }
        assertThat(run.tasks("review-intake")).as("the plan is settled").hasSize(1);
        assertThat(notices.ofCase(run.caseId()))
                .extracting(PublicNotice::stage, PublicNotice::objections)
                .containsExactly(
                        tuple(NoticeStage.FIRST_DRAFT, 1),
                        tuple(NoticeStage.REVISED_DRAFT, 0),
                        tuple(NoticeStage.VOTE_RESULT, 0));
        assertThat(notices.objections(notices.ofCase(run.caseId()).get(0).noticeId()))
                .singleElement()
                .satisfies(objection -> {
                    assertThat(objection.content()).isEqualTo(OBJECTION.get("content"));
                    assertThat(objection.shownReply()).contains("书面答复");
                });
        assertThat(plans.history(community)).extracting(PlanSummary::version).containsExactly("v1", "v2");
        assertThat(votes.ofCase(run.caseId())).singleElement().satisfies(vote -> {
            assertThat(vote.eligible().persons()).isEqualTo(8);
            assertThat(vote.turnout().persons()).isEqualTo(8);
            assertThat(vote.results()).allMatch(result -> result.passed());
        });
    }

    /** The clerk who forgot a door is told which, keeps the task and what he typed, and goes on from there. */
    private static void refusedWithoutAPhotoOfEveryDoor(TasklistDesk desk, CaseRun run) {
        Map<String, Object> fields = run.fields("publish-notice", Map.of("contact", "云路社区居委会 0564-3260003"));
        List<?> doors = (List<?>) fields.get("doors");
        assertThat(doors).hasSize(2);
        Open task = desk.open("publish-notice");
        task.type(TestForms.with(fields, "doors", doors.subList(0, 1)));
        task.refused("以下单元门缺照片：2号楼1单元");
        desk.browser().picture("tasklist-door-missing");
        assertThat(desk.browser()
                        .see(By.cssSelector("jg-text[name=contact] input, jg-text[name=contact] textarea"))
                        .getDomProperty("value"))
                .isEqualTo("云路社区居委会 0564-3260003");
        task.attach("doors", 1, "photos");
        desk.browser().picture("tasklist-publish-notice");
        task.send();
    }

    /** A plan with an opinion that nobody answered is not settled; the street answers it in the ledger and the same form goes through. */
    private void refusedWhileAnOpinionIsOpen(TasklistDesk desk, CaseRun run, long community) {
        ledger.record(run.caseId(), new NewOpinion(community, OpinionSource.WALK_IN, null, "楼道要加扶手"), STREET);
        Open task = desk.open("finalise-plan");
        task.type(run.fields("finalise-plan", Map.of()));
        task.refused("居民意见均已答复");
        desk.browser().picture("tasklist-gap");
        ledger.answer(run.caseId(), ledger.ofCase(run.caseId()).get(0).id(), Adoption.ADOPTED, "", STREET);
        task.send();
    }
}
