package org.jiugai.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Residents;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.notice.NewObjection;
import org.jiugai.notice.NoticeForms;
import org.jiugai.notice.NoticeManagement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Opinions are answered one by one, objections come in while a notice runs (S3-24, S3-25, S4-28). */
@ProcessTest
class OpinionLedgerTest {
    @Autowired
    private Scenario scenario;

    @Autowired
    private OpinionLedger ledger;

    @Autowired
    private NoticeManagement notices;

    private static NewOpinion heard(CaseRun run, String content) {
        return new NewOpinion(run.communityIds().get(0), OpinionSource.PAGE, null, content);
    }

    @Test
    void aPlanIsNotFinalWhileAnOpinionIsOpenAndTheAnswerNamesTheVersion() {
        CaseRun run = scenario.openCase("TAIZHOU-2020");
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        run.submit("draft-plan", ConsultationForms.plan(ConsultationForms.SHORT_CHAPTERS, "BASIC"));
        ledger.record(run.caseId(), heard(run, "路灯太暗"), Residents.HOUSEHOLD);
        Map<String, Object> form = ConsultationForms.finalPlan(run, "v1", "ROUNDS", "OPINIONS");
        assertThat(run.trySubmit("finalise-plan", form).body()).contains("居民意见均已答复", "尚未完成");

        String page = "/cases/" + run.caseNo() + "/opinions";
        long opinion = ledger.ofCase(run.caseId()).get(0).id();
        assertThat(scenario.signedIn("yunlu").get(page).body()).contains("路灯太暗", "待答复");
        assertThat(scenario.signedIn("yunlu")
                        .postForm(page + "/" + opinion, Map.of("fate", "ADOPTED"))
                        .status())
                .isEqualTo(403);
        assertThat(scenario.signedIn("jiugai").get("/cases/" + run.caseNo()).body())
                .contains("意见台账", page);
        assertThat(scenario.signedIn("dongshi").get(page).body())
                .contains("待答复")
                .doesNotContain("采纳情况</label>");
        assertThat(scenario.signedIn("zhongshi").get(page).body()).contains("采纳情况</label>");
        assertThat(scenario.signedIn("dongshi")
                        .postForm(page + "/" + opinion, Map.of("fate", "ADOPTED"))
                        .status())
                .as("another street")
                .isEqualTo(403);
        Answer refused = scenario.signedIn("zhongshi").postForm(page + "/" + opinion, Map.of("fate", "PARTLY"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【理由】部分采纳或不采纳的须说明理由");
        Map<String, String> answer = Map.of("fate", "ADOPTED", "reason", "增设路灯");
        assertThat(scenario.signedIn("zhongshi")
                        .postForm(page + "/" + opinion, answer)
                        .status())
                .isEqualTo(302);
        assertThat(scenario.signedIn("zhongshi")
                        .postForm(page + "/" + opinion, answer)
                        .status())
                .as("answered already")
                .isEqualTo(409);
        assertThat(scenario.signedIn("yunlu").get(page).body()).contains("（方案v1）", "增设路灯", "/plans/");
        run.submit("finalise-plan", form);
        run.assertEnded("endEvent_planFinalised");
    }

    @Test
    void anOpinionOfAnotherCaseIsNotAnsweredHere() {
        CaseRun run = scenario.openCase("TAIZHOU-2020");
        CaseRun other = scenario.openCase("TAIZHOU-2020");
        ledger.record(other.caseId(), heard(other, "别案的意见"), Residents.HOUSEHOLD);
        long foreign = ledger.ofCase(other.caseId()).get(0).id();
        assertThat(scenario.signedIn("zhongshi")
                        .postForm("/cases/" + run.caseNo() + "/opinions/" + foreign, Map.of("fate", "ADOPTED"))
                        .status())
                .isEqualTo(422);
        assertThat(ledger.open(other.communityIds().get(0))).isEqualTo(1);
        assertThatThrownBy(() -> ledger.record(run.caseId(), heard(run, " "), Residents.HOUSEHOLD))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("【意见】必填");
    }

    @Test
    void anObjectionCountsToTheLastMinuteOfTheLastDayAndCannotBeLeftOut() {
        CaseRun run = scenario.openCase("JINAN-2024");
        run.startProcess(
                "consultation", Map.of("communityId", run.communityIds().get(0)));
        run.submit("draft-plan", ConsultationForms.plan());
        long notice = notices.ofCommunity(run.communityIds().get(0)).get(0).noticeId();
        NewObjection objection = new NewObjection("王某", false, "占用绿地", null);
        assertThatThrownBy(() -> notices.object(notice, objection, Residents.HOUSEHOLD))
                .hasMessageContaining("尚未开始");
        run.submit("publish-notice", NoticeForms.posting(run, scenario.today()));
        assertThatThrownBy(() -> notices.object(notice, new NewObjection("", false, " ", null), Residents.HOUSEHOLD))
                .hasMessageContaining("【异议内容】必填");
        scenario.at(notices.get(notice).endDate(), LocalTime.of(23, 59));
        notices.object(notice, objection, Residents.HOUSEHOLD);
        scenario.at(notices.get(notice).endDate().plusDays(1), LocalTime.MIDNIGHT);
        assertThatThrownBy(() -> notices.object(notice, objection, Residents.HOUSEHOLD))
                .hasMessageContaining("公示期已过");
        assertThatThrownBy(() -> scenario.jdbc
                        .sql(
                                "insert into online_objection (notice_id, anonymous, content, received_at) values (?, true, 'x', '2024-03-01'::timestamptz)")
                        .param(notice)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("outside the period");
        run.advanceTo(scenario.today().plusDays(1));
        assertThat(run.view("close-notice").body()).contains("占用绿地");
        run.submit("close-notice", NoticeForms.closing(run, scenario.today()));
        assertThat(run.view("handle-objections").body()).contains("占用绿地", "王某");
    }

    /** S3-25: from an opinion to the version that answers it and back; who comes in person is heard, too. */
    @Test
    void theLedgerLeadsToTheVersionThatAnswersAnOpinionAndBack() {
        CaseRun run = scenario.openCase("CITY-2024RPT").walkTo("publish-notice");
        run.agree("publish-notice");
        String page = "/cases/" + run.caseNo() + "/opinions";
        Client committee = scenario.signedIn("yunlu");
        Answer refused = committee.postForm(page, Map.of("content", "增加座椅"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【小区】请选择", "增加座椅");
        String community = String.valueOf(run.communityIds().get(0));
        assertThat(committee
                        .postForm(page, Map.of("content", "增加座椅", "communityId", community))
                        .status())
                .isEqualTo(302);
        assertThat(scenario.signedIn("dongshi")
                        .postForm(page, Map.of("content", "别的街道", "communityId", community))
                        .status())
                .isEqualTo(403);
        HeardOpinion heard = ledger.ofCase(run.caseId()).get(0);
        assertThat(heard.source()).isEqualTo(OpinionSource.WALK_IN);
        Client street = scenario.signedIn("zhongshi");
        street.postForm(page + "/" + heard.id(), Map.of("fate", "PARTLY", "reason", "先增加五处"));
        long plan = ledger.ofCase(run.caseId()).get(0).answeredPlanId();
        String version = "/cases/" + run.caseNo() + "/plans/" + plan;
        assertThat(street.get(page).body()).contains(version, "先增加五处");
        assertThat(street.get(version).body()).contains("本版落实的意见", "增加座椅", "方案章节", "#opinion" + heard.id());
        assertThat(street.get("/cases/" + run.caseNo() + "/plans/999999999").status())
                .isEqualTo(404);
    }
}
