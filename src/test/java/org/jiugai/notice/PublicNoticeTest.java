package org.jiugai.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A public notice by itself, through the forms that the community and the subdistrict fill in. Proves S0-82, S1-43, S4-27, S4-28. */
@ProcessTest
class PublicNoticeTest {
    private static final LocalDate POSTED = LocalDate.of(2024, 1, 2);
    private static final LocalDate ENDED = LocalDate.of(2024, 1, 10);

    @Autowired
    private Scenario scenario;

    @Autowired
    private NoticeManagement notices;

    @Autowired
    private ManagementService management;

    private CaseRun requested() {
        CaseRun run = scenario.openCase("JINAN-2024");
        run.startProcess(
                "public-notice", Map.of("communityId", run.communityIds().get(0), "noticeStage", "FIRST_DRAFT"));
        return run;
    }

    private CaseRun posted() {
        CaseRun run = requested();
        run.submit("publish-notice", NoticeForms.posting(run, POSTED));
        return run;
    }

    private CaseRun closedWithOneObjection() {
        CaseRun run = posted().advanceTo(ENDED);
        run.submit("close-notice", NoticeForms.closing(run, LocalDate.of(2024, 1, 9), "停车位占用绿地"));
        return run;
    }

    private PublicNotice notice(CaseRun run) {
        return notices.ofCase(run.caseId()).get(0);
    }

    @Test
    void aNoticeWithoutObjectionsEndsClean() {
        CaseRun run = posted();
        assertThat(run.tasks("close-notice")).isEmpty();

        run.advanceTo(LocalDate.of(2024, 1, 9));
        assertThat(run.tasks("close-notice")).as("the last day has not ended").isEmpty();

        run.advanceTo(ENDED);
        run.submit("close-notice", NoticeForms.closing(run, LocalDate.of(2024, 1, 9)));
        run.assertEnded("endEvent_noticeClean");
        assertThat(notice(run).outcome()).isEqualTo(NoticeOutcome.CLEAN);
    }

    @Test
    void aPeriodThatEndsInTheSpringFestivalRunsOverItToTheMakeUpWorkday() {
        CaseRun run = requested();
        scenario.at(LocalDate.of(2024, 2, 5));
        run.submit("publish-notice", NoticeForms.posting(run, LocalDate.of(2024, 2, 5)));

        assertThat(notice(run).endDate()).isEqualTo(LocalDate.of(2024, 2, 18));
        String instance = instance(run);
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .as("00:00 in Shanghai after the last day, kept in the database")
                .isEqualTo(Instant.parse("2024-02-18T16:00:00Z"));
    }

    private String instance(CaseRun run) {
        return scenario.jdbc
                .sql(
                        """
                        select v.proc_inst_id_ from act_ru_variable v join act_ru_job j on j.process_instance_id_ = v.proc_inst_id_
                        where v.name_ = 'caseId' and v.long_ = ?""")
                .param(run.caseId())
                .query(String.class)
                .single();
    }

    @Test
    void aNoticeShorterThanThePolicyOrOfAnotherKindOrInTheFutureIsRefusedWithAllFaults() {
        CaseRun run = requested();
        Map<String, Object> form = NoticeForms.posting(run, LocalDate.of(2024, 1, 3));
        form.put("days", 6);
        form.put("noticeType", "AFTER_REVIEW");

        Answer answer = run.trySubmit("publish-notice", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("【公示类型】", "【起始日】", "【公示天数】不得少于本案政策规定的 7 个自然日");
        assertThat(run.task("publish-notice")).isNotNull();
    }

    @Test
    void aNoticeCannotStartBeforeThePlanWasSubmittedForIt() {
        CaseRun run = requested();
        Answer answer = run.trySubmit("publish-notice", NoticeForms.posting(run, LocalDate.of(2024, 1, 1)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("不能早于方案提交公示之日 2024-01-02");
    }

    @Test
    void withoutAPhotoOfTheEndANoticeCannotBeClosed() {
        CaseRun run = posted().advanceTo(ENDED);
        Map<String, Object> form = NoticeForms.closing(run, LocalDate.of(2024, 1, 9));
        form.put("endPhotos", List.of());

        Answer answer = run.trySubmit("close-notice", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("【期满照片】");
        assertThat(run.task("close-notice")).isNotNull();
        assertThat(notice(run).closedOn()).isNull();
    }

    @Test
    void theNumberOfObjectionsMustBeTheNumberOfThoseListed() {
        CaseRun run = posted().advanceTo(ENDED);
        Map<String, Object> form = NoticeForms.closing(run, LocalDate.of(2024, 1, 9), "停车位占用绿地");
        form.put("objectionCount", 2);
        assertThat(run.trySubmit("close-notice", form).body()).contains("【收到异议件数】填写 2 件");
    }

    @Test
    void objectionsThatAreDismissedLeaveTheNoticeClean() {
        CaseRun run = closedWithOneObjection();
        run.submit("handle-objections", NoticeForms.replies("DISMISSED", ENDED));
        run.assertEnded("endEvent_objectionsDismissed");
        assertThat(notice(run).outcome()).isEqualTo(NoticeOutcome.CLEAN);
    }

    @Test
    void aMinorObjectionThatIsUpheldIsTheOutcome() {
        CaseRun run = closedWithOneObjection();
        run.submit("handle-objections", NoticeForms.replies("MINOR", ENDED));
        run.assertEnded("endEvent_minorObjectionUpheld");
    }

    @Test
    void theGravestDecisionIsTheOutcome() {
        CaseRun run = posted().advanceTo(ENDED);
        run.submit("close-notice", NoticeForms.closing(run, LocalDate.of(2024, 1, 9), "绿地减少", "出资过高", "工期过长"));
        run.submit("handle-objections", NoticeForms.replies(ENDED, "MINOR", "MAJOR", "DISMISSED"));
        run.assertEnded("endEvent_majorObjectionUpheld");
        assertThat(notice(run).outcome()).isEqualTo(NoticeOutcome.MAJOR_UPHELD);
    }

    @Test
    void everyObjectionNeedsAnAnswerOfTwentyCharactersAndALateOneItsReason() {
        CaseRun run = closedWithOneObjection();
        assertThat(run.trySubmit("handle-objections", NoticeForms.replies(ENDED, "MINOR", "MINOR"))
                        .body())
                .contains("须对收到的 1 件异议逐条答复");

        Map<String, Object> brief = NoticeForms.reply(1, "MINOR", ENDED);
        brief.put("reply", "已阅");
        Answer tooShort = run.trySubmit("handle-objections", Map.of("replies", List.of(brief)));
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.body()).contains("【异议答复 第1行 答复】");

        LocalDate late = LocalDate.of(2024, 1, 17);
        scenario.at(late);
        assertThat(run.trySubmit("handle-objections", NoticeForms.replies("MINOR", late))
                        .body())
                .contains("答复期限为 2024-01-16，逾期答复须填写逾期说明");
        Map<String, Object> explained = NoticeForms.reply(1, "MINOR", late);
        explained.put("lateReason", "异议人外出，电话联系后答复");
        run.submit("handle-objections", Map.of("replies", List.of(explained)));
        run.assertEnded("endEvent_minorObjectionUpheld");
    }

    @Test
    void theFormsShowWhatTheyNeed() {
        CaseRun run = closedWithOneObjection();
        assertThat(run.view("handle-objections").body()).contains("停车位占用绿地", "答复期限：2024-01-16", "\"no\":1");
    }

    /** Posting evidence at start and end for each building entrance; late photos lengthen the period. */
    @Test
    void everyDoorHasItsPhotosAndLatePhotosLengthenTheNotice() {
        CaseRun run = scenario.openCase("JINAN-2024");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 2, 3);
        run.startProcess(
                "public-notice", Map.of("communityId", run.communityIds().get(0), "noticeStage", "FIRST_DRAFT"));
        scenario.at(Scenario.FIRST_DAY.plusDays(2));
        Map<String, Object> posting = NoticeForms.posting(run, Scenario.FIRST_DAY, "FIRST_DRAFT");
        posting.put("doors", List.of(Map.of("place", "1号楼1单元", "photos", List.of(run.upload()))));
        assertThat(run.trySubmit("publish-notice", posting).body()).contains("以下单元门缺照片：2号楼1单元");
        posting.put(
                "doors",
                List.of(
                        Map.of("place", "1号楼1单元", "photos", List.of(run.upload())),
                        Map.of("place", "2号楼1单元", "photos", List.of(run.upload())),
                        Map.of("place", "9号楼1单元", "photos", List.of(run.upload()))));
        assertThat(run.trySubmit("publish-notice", posting).body()).contains("不在本小区底账中的单元门");
        posting.put("doors", ((List<?>) posting.get("doors")).subList(0, 2));
        run.submit("publish-notice", posting);
        PublicNotice notice = notices.ofCommunity(run.communityIds().get(0)).get(0);
        assertThat(notice.startDate()).isEqualTo(Scenario.FIRST_DAY);
        assertThat(notice.endDate())
                .as("counted from the day of the photos")
                .isEqualTo(Scenario.FIRST_DAY.plusDays(2 + 7));
        run.advanceTo(Scenario.FIRST_DAY.plusDays(10));
        Map<String, Object> closing = NoticeForms.closing(run, Scenario.FIRST_DAY.plusDays(10));
        assertThat(run.trySubmit("close-notice", closing).body()).contains("【期满照片】以下单元门缺照片：1号楼1单元、2号楼1单元");
        closing.put("endDoors", posting.get("doors"));
        run.submit("close-notice", closing);
    }
}
