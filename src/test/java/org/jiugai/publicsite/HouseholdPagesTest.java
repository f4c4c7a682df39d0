package org.jiugai.publicsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Residents;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.ballot.Matter;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.registry.HouseholdCodes;
import org.jiugai.registry.RegistryManagement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A household with its code: it says what it thinks, objects, votes, and reads what it was answered (S3-24, S0-31). */
@ProcessTest
class HouseholdPagesTest {
    private static final Actor OFFICE = new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会");

    @Autowired
    private Scenario scenario;

    @Autowired
    private SignedInClients clients;

    @Autowired
    private RegistryManagement registry;

    @Autowired
    private HouseholdCodes codes;

    @Autowired
    private VoteManagement votes;

    /** A community whose first owner has two flats. */
    private CaseRun settled() {
        CaseRun run = scenario.openCase("TOWN-LT");
        registry.add(
                run.communities().get(0).registeredId(),
                List.of(
                        Residents.unit(1, 0, "80.00", "王小明"),
                        Residents.unit(1, 1, "70.00", "王小明"),
                        Residents.unit(1, 2, "60.00", "李红")),
                OFFICE);
        return run;
    }

    private String code(CaseRun run, int unit) {
        return codes.issue(
                registry.units(run.communities().get(0).registeredId())
                        .get(unit)
                        .id(),
                "首次发放",
                OFFICE);
    }

    private Client entered(CaseRun run, int unit) {
        Client household = clients.stranger();
        household.get("/zhuhu");
        assertThat(household.postForm("/zhuhu", Map.of("code", code(run, unit))).status())
                .isEqualTo(302);
        return household;
    }

    @Test
    void everyWrongCodeGetsTheSameAnswerAndAfterThirtyTriesNoneDoes() {
        CaseRun run = settled();
        HttpHeaders door = clients.stranger().download("/zhuhu").headers();
        assertThat(door.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(door.firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        scenario.at(LocalDate.of(2024, 1, 2), LocalTime.of(3, 0));
        String old = code(run, 0);
        String valid = code(run, 0);
        Client stranger = clients.stranger();
        stranger.get("/zhuhu");
        String first = null;
        for (String wrong : List.of(old, "x", "", "A".repeat(26), "' or 1=1", "A".repeat(60))) {
            Answer answer = stranger.postForm("/zhuhu", Map.of("code", wrong));
            assertThat(answer.status()).isEqualTo(422);
            String body = answer.body().replaceAll("value=\"[^\"]*\"", "");
            if (first == null) first = body;
            assertThat(body).isEqualTo(first).contains("住户码不正确或已作废");
        }
        for (int i = 0; i < 25; i++) stranger.postForm("/zhuhu", Map.of("code", "x" + i));
        assertThat(stranger.postForm("/zhuhu", Map.of("code", valid)).status()).isEqualTo(429);
        scenario.at(LocalDate.of(2024, 1, 2), LocalTime.of(3, 11));
        assertThat(stranger.postForm("/zhuhu", Map.of("code", valid)).status()).isEqualTo(302);
    }

    /** S3-24: the survey form online as well as on paper. */
    @Test
    void aHouseholdFillsInItsSurveyFormAndMayCorrectIt() {
        CaseRun run = settled();
        Client household = entered(run, 2);
        assertThat(household.get("/zhuhu/jia").body()).contains("居民需求调查表", "加装电梯");
        Answer refused = household.postForm("/zhuhu/jia/survey", Map.of("needs", "PARKING", "remark", "车位不够"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【改造意愿】请选择", "车位不够").containsPattern("value=\"PARKING\" checked");
        household.postForm(
                "/zhuhu/jia/survey",
                Map.of("attitude", "OPPOSE", "needs", "PARKING", "remark", "车位不够", "elevatorWish", "false"));
        assertThat(household.get("/zhuhu/jia").body()).contains("已收到您家的调查表", "：车位不够", "待答复");
        household.postForm("/zhuhu/jia/survey", Map.of("attitude", "SUPPORT", "tenant", "true"));
        assertThat(scenario.jdbc
                        .sql(
                                "select attitude || channel || person from household_visit where case_id = ? order by id desc limit 1")
                        .param(run.caseId())
                        .query(String.class)
                        .single())
                .startsWith("SUPPORTPAGEhousehold:");
        assertThat(household
                        .postForm("/zhuhu/jia/survey", Map.of("attitude", "NOT_REACHED"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void noSessionIsBegunAndNothingIsShownWithoutACode() {
        long before = sessions();
        Client stranger = clients.stranger();
        assertThat(stranger.get("/zhuhu").body()).contains("住户码");
        for (String path : List.of(
                "/zhuhu/jia/opinions",
                "/zhuhu/jia/survey",
                "/zhuhu/jia/votes/1",
                "/zhuhu/jia/ballots",
                "/zhuhu/jia/notices/1/objections",
                "/zhuhu/jia/votes/1/receipts")) {
            Answer answer = stranger.postForm(path, Map.of("content", "x"));
            assertThat(answer.status()).as(path).isEqualTo(302);
        }
        assertThat(stranger.get("/zhuhu/jia").status()).isEqualTo(302);
        assertThat(stranger.get("/cases").status())
                .as("everything else stays shut")
                .isIn(302, 401);
        assertThat(sessions()).isEqualTo(before);
    }

    private long sessions() {
        return scenario.jdbc
                .sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
    }

    @Test
    void aHouseholdSaysWhatItThinksAndReadsTheAnswerAndNobodyElsesDo() {
        CaseRun run = settled();
        Client household = entered(run, 0);
        assertThat(household.get("/zhuhu/jia").body())
                .contains("1号楼1单元101室", "还没有提过意见")
                .doesNotContain("王小明");
        Answer blank = household.postForm("/zhuhu/jia/opinions", Map.of("content", " "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("【意见】必填");
        assertThat(household
                        .postForm("/zhuhu/jia/opinions", Map.of("content", "<script>路灯</script>太暗"))
                        .status())
                .isEqualTo(302);
        assertThat(household.get("/zhuhu/jia").body()).contains("太暗", "待答复").doesNotContain("<script>路灯");
        assertThat(entered(run, 2).get("/zhuhu/jia").body()).doesNotContain("太暗");
        long opinion = scenario.jdbc
                .sql("select max(id) from resident_opinion where case_id = ?")
                .param(run.caseId())
                .query(Long.class)
                .single();
        assertThat(scenario.signedIn("zhongshi")
                        .postForm(
                                "/cases/" + run.caseNo() + "/opinions/" + opinion,
                                Map.of("fate", "NOT_ADOPTED", "reason", "已在去年更换"))
                        .status())
                .isEqualTo(302);
        assertThat(household.get("/zhuhu/jia").body()).contains("不采纳", "已在去年更换");
        assertThat(household.postForm("/zhuhu/exit", Map.of()).status()).isEqualTo(302);
        assertThat(household.get("/zhuhu/jia").status()).isEqualTo(302);
    }

    @Test
    void aHouseholdIsAtItsPageForHalfAnHourAndNotAfterItsCodeIsRevoked() {
        CaseRun run = settled();
        Client household = entered(run, 0);
        scenario.at(scenario.today(), LocalTime.of(9, 29));
        assertThat(household.get("/zhuhu/jia").status()).isEqualTo(200);
        scenario.at(scenario.today(), LocalTime.of(9, 31));
        assertThat(household.get("/zhuhu/jia").status()).isEqualTo(302);
        scenario.at(scenario.today());
        assertThat(household.get("/zhuhu/jia").status()).isEqualTo(200);
        code(run, 0);
        assertThat(household.get("/zhuhu/jia").status()).as("a newer code").isEqualTo(302);
    }

    @Test
    void aHouseholdObjectsToTheRunningNoticeOfItsCommunityOnly() {
        CaseRun run = settled();
        Client household = entered(run, 0);
        run.startProcess(
                "public-notice", Map.of("communityId", run.communityIds().get(0), "noticeStage", "FIRST_DRAFT"));
        run.agree("publish-notice");
        long notice = noticeOf(run);
        CaseRun other = settled();
        other.startProcess(
                "public-notice", Map.of("communityId", other.communityIds().get(0), "noticeStage", "FIRST_DRAFT"));
        other.agree("publish-notice");
        assertThat(household.get("/zhuhu/jia").body()).contains("正在公示");
        String path = "/zhuhu/jia/notices/" + notice + "/objections";
        assertThat(household.postForm(path, Map.of("content", "占用绿地")).body()).contains("【异议人】非匿名的须填写姓名");
        assertThat(household
                        .postForm(path, Map.of("content", "占用绿地", "anonymous", "true"))
                        .status())
                .isEqualTo(302);
        assertThat(household
                        .postForm(
                                "/zhuhu/jia/notices/" + noticeOf(other) + "/objections",
                                Map.of("content", "别的小区", "anonymous", "true"))
                        .status())
                .isEqualTo(422);
        assertThat(scenario.jdbc
                        .sql("select content from online_objection where notice_id in (?, ?)")
                        .params(notice, noticeOf(other))
                        .query(String.class)
                        .list())
                .containsExactly("占用绿地");
    }

    private long noticeOf(CaseRun run) {
        return scenario.jdbc
                .sql("select max(id) from public_notice where case_id = ?")
                .param(run.caseId())
                .query(Long.class)
                .single();
    }

    @Test
    void anOwnerOfTwoFlatsVotesOnceAndKeepsAReceipt() {
        CaseRun run = settled();
        votes.propose(run.caseId(), run.communityIds().get(0), "v1", Set.of(Matter.ELEVATOR));
        run.startProcess("owners-vote", Map.of("communityId", run.communityIds().get(0)));
        run.agree("set-up-vote");
        run.agree("confirm-vote");
        run.agree("notify-owners");
        run.advanceTo(LocalDate.of(2024, 1, 17));
        long round =
                votes.latest(run.communityIds().get(0)).orElseThrow().round().id();
        Client household = entered(run, 0);
        Client second = entered(run, 1);
        assertThat(household.get("/zhuhu/jia").body()).contains("1号楼1单元101室、1号楼1单元201室", "150.00 平方米", "下一步：核对");
        String path = "/zhuhu/jia/votes/" + round;
        assertThat(household.postForm(path, Map.of()).body()).contains("每一事项都须选择");
        assertThat(household.postForm(path, Map.of("choice1", "AGAINST")).body())
                .contains("核对选票", "反对");
        assertThat(votes.summary(round).turnout().persons()).as("not yet cast").isZero();
        Map<String, String> cast = Map.of("choice1", "AGAINST", "round", Long.toString(round));
        Answer receipt = household.postForm("/zhuhu/jia/ballots", cast);
        Matcher number = Pattern.compile("([0-9A-F]{4}-){7}[0-9A-F]{4}").matcher(receipt.body());
        assertThat(number.find()).isTrue();
        assertThat(household.postForm("/zhuhu/jia/ballots", cast).status())
                .as("sent twice")
                .isEqualTo(409);
        assertThat(second.postForm("/zhuhu/jia/ballots", cast).status())
                .as("from the other flat")
                .isEqualTo(409);
        assertThat(second.get("/zhuhu/jia").body()).contains("已收到您家的选票");
        assertThat(household
                        .postForm(path + "/receipts", Map.of("number", number.group()))
                        .body())
                .contains("该回执对应的选票已计入");
        assertThat(household
                        .postForm(path + "/receipts", Map.of("number", "0000"))
                        .body())
                .contains("没有找到该回执");
        assertThat(votes.summary(round).turnout().persons()).isEqualTo(1);
        assertThat(scenario.jdbc
                        .sql("select to_jsonb(b)::text from ballot b where round_id = ?")
                        .param(round)
                        .query(String.class)
                        .single())
                .contains("\"channel\": \"WEB\"", "household:")
                .doesNotContain("AGAINST", "反对");
        run.advanceTo(LocalDate.of(2024, 1, 27));
        run.agree("count-votes");
        assertThat(scenario.jdbc
                        .sql(
                                "select d.content from audit_entry e join audit_detail d on d.hash = e.detail_hash where e.action = 'ballot.boxCounted' and e.object = ?")
                        .param("round:" + round)
                        .query(String.class)
                        .single())
                .as("the record seals what was in the box")
                .containsPattern("计入选票 1 张，回执摘要 [0-9a-f]{64}");
    }
}
