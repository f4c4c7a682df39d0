package org.jiugai.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.StateConflict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Paper ballots on the page: the committee enters, the street confirms, everybody else reads totals or nothing. */
@ProcessTest
class VotePagesTest {
    private static final Actor COMMITTEE = new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会");

    @Autowired
    private Scenario scenario;

    @Autowired
    private VoteManagement votes;

    @Autowired
    private Proxies proxies;

    private String page(CaseRun run) {
        return "/cases/" + run.caseNo() + "/votes/"
                + votes.latest(run.communityIds().get(0)).orElseThrow().round().id();
    }

    private CaseRun open() {
        CaseRun run = scenario.openCase("TOWN-LT");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 1, 3);
        votes.propose(run.caseId(), run.communityIds().get(0), "v1", Set.of(Matter.ELEVATOR));
        run.startProcess("owners-vote", Map.of("communityId", run.communityIds().get(0)));
        run.agree("set-up-vote");
        run.agree("confirm-vote");
        run.agree("notify-owners");
        run.advanceTo(LocalDate.of(2024, 1, 17));
        return run;
    }

    private static Map<String, String> ballot(String... fields) {
        Map<String, String> ballot =
                new HashMap<>(Map.of("rollNo", "1", "receivedAt", "2024-01-17T09:00", "choice1", "AGREE"));
        for (int i = 0; i < fields.length; i += 2) ballot.put(fields[i], fields[i + 1]);
        return ballot;
    }

    @Test
    void theCommitteeEntersAndTheStreetConfirmsWithoutSeeingWhatWasEntered() {
        CaseRun run = open();
        Client committee = scenario.signedIn("yunlu");
        Client street = scenario.signedIn("zhongshi");
        Answer blank = committee.postForm(page(run) + "/paper", ballot("rollNo", "x", "choice1", ""));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("【名册序号】填写选票上印的序号", "value=\"x\"");
        assertThat(committee
                        .postForm(page(run) + "/paper", ballot("choice1", ""))
                        .body())
                .contains("每一事项都须录入");
        assertThat(committee
                        .postForm(page(run) + "/paper", ballot("receivedAt", ""))
                        .body())
                .contains("【收票时间】必填");
        assertThat(committee.postForm(page(run) + "/paper", ballot()).status()).isEqualTo(302);
        assertThat(committee.get(page(run)).body()).contains("由您录入，请他人复核");

        long waiting = scenario.jdbc
                .sql("select max(id) from ballot")
                .query(Long.class)
                .single();
        assertThat(street.get(page(run)).body()).contains("待复核（1张）", "退回重录").doesNotContain("checked");
        Answer different = street.postForm(page(run) + "/paper/" + waiting, ballot("choice1", "AGAINST"));
        assertThat(different.status()).isEqualTo(422);
        assertThat(different.body()).contains("与录入的不一致");
        assertThat(committee.postForm(page(run) + "/paper/" + waiting, ballot()).status())
                .as("whoever entered it")
                .isEqualTo(422);
        Answer confirmed = street.postForm(page(run) + "/paper/" + waiting, ballot());
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body()).contains("已复核，计为有效票");
        assertThat(street.postForm(page(run) + "/paper/" + waiting, ballot()).status())
                .isEqualTo(409);
        assertThat(committee.postForm(page(run) + "/paper", ballot()).status()).isEqualTo(409);
        assertThat(scenario.signedIn("jiugai").get("/cases/" + run.caseNo()).body())
                .contains("业主共同决定", "投票中");
    }

    @Test
    void aWrongEntryIsGivenBackAndOthersHaveNoSay() {
        CaseRun run = open();
        assertThat(scenario.signedIn("yunlu")
                        .postForm(page(run) + "/paper", ballot())
                        .status())
                .isEqualTo(302);
        long waiting = scenario.jdbc
                .sql("select max(id) from ballot")
                .query(Long.class)
                .single();
        for (String stranger : new String[] {"dongshi", "gulou", "shenji"}) {
            assertThat(scenario.signedIn(stranger)
                            .postForm(page(run) + "/paper", ballot("rollNo", "2"))
                            .status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(scenario.signedIn("shigongb").get(page(run)).status()).isEqualTo(404);
        assertThat(scenario.signedIn("shenji").get(page(run)).body()).doesNotContain("录入</button>");
        CaseRun other = scenario.openCase("TOWN-LT");
        assertThat(scenario.signedIn("jiugai")
                        .get(page(run).replace(run.caseNo(), other.caseNo()))
                        .status())
                .as("the vote of another case")
                .isEqualTo(404);
        scenario.at(LocalDate.of(2024, 1, 17));
        assertThat(scenario.signedIn("zhongshi")
                        .postForm(page(run) + "/paper/" + waiting, Map.of("giveBack", "true"))
                        .status())
                .isEqualTo(302);
        assertThat(scenario.signedIn("yunlu")
                        .postForm(page(run) + "/paper", ballot())
                        .status())
                .as("entered again")
                .isEqualTo(302);
    }

    /** One roll for web, telephone and paper: the first valid ballot counts. */
    @Test
    void aBallotByTelephoneCountsOnceTheCallerIsKnown() {
        CaseRun run = open();
        Client committee = scenario.signedIn("yunlu");
        Answer unknown = committee.postForm(page(run) + "/phone", Map.of("rollNo", "99", "choice1", "AGREE"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("【名册序号】不在本次表决名册中", "【身份核对】", "value=\"99\"");
        Map<String, String> call = Map.of("rollNo", "2", "choice1", "AGAINST", "identityChecked", "true");
        assertThat(scenario.signedIn("dongshi")
                        .postForm(page(run) + "/phone", call)
                        .status())
                .isEqualTo(403);
        assertThat(committee.postForm(page(run) + "/phone", call).body()).containsPattern("回执号.*([0-9A-F]{4}-){7}");
        assertThat(committee.postForm(page(run) + "/phone", call).status()).isEqualTo(409);
        assertThat(committee
                        .postForm(page(run) + "/paper", ballot("rollNo", "2"))
                        .status())
                .isEqualTo(409);
        assertThat(scenario.jdbc
                        .sql("select channel || entered_by from ballot order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("PHONEyunlu");
    }

    @Test
    void theBallotsAndTheResultAreThereOnPaper() throws IOException {
        CaseRun run = open();
        Client committee = scenario.signedIn("yunlu");
        assertThat(text(committee.download(page(run) + "/ballots").body()))
                .contains("表决票", "名册序号", "3", "业主2", "同意", "反对", "弃权", "80.00");
        assertThat(committee.get(page(run) + "/result").status())
                .as("nothing is counted")
                .isEqualTo(404);
        assertThat(scenario.signedIn("jiugai").get(page(run) + "/ballots").status())
                .as("names of owners are for whoever handles paper")
                .isEqualTo(403);
        counted(run);
        assertThat(text(scenario.signedIn("jiugai")
                        .download(page(run) + "/result")
                        .body()))
                .contains("表决结果单", "240.00", "监票人", "特别多数");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private void counted(CaseRun run) {
        scenario.signedIn("yunlu")
                .postForm(page(run) + "/phone", Map.of("rollNo", "2", "choice1", "AGAINST", "identityChecked", "true"));
        run.advanceTo(LocalDate.of(2024, 1, 27));
        run.agree("count-votes");
    }

    /** Unsealing needs two persons, a reason and a record. */
    @Test
    void aBallotIsOpenedOnlyWhenTwoAgreeAndEachReadingIsRecorded() {
        CaseRun run = open();
        Client street = scenario.signedIn("zhongshi");
        Client legal = scenario.signedIn("fazhi");
        Map<String, String> ask = Map.of("rollNo", "2", "reason", "业主对计票结果提起诉讼，法院调取");
        assertThat(street.postForm(page(run) + "/unsealing", ask).status())
                .as("before the count")
                .isEqualTo(409);
        counted(run);
        Answer refused = street.postForm(page(run) + "/unsealing", Map.of("rollNo", "1", "reason", "看看"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("没有计入的选票", "写明争议", "value=\"看看\"");
        assertThat(scenario.signedIn("yunlu")
                        .postForm(page(run) + "/unsealing", ask)
                        .status())
                .isEqualTo(403);
        assertThat(street.postForm(page(run) + "/unsealing", ask).status()).isEqualTo(302);
        long request = scenario.jdbc
                .sql("select max(id) from vote_unsealing")
                .query(Long.class)
                .single();
        String opening = page(run) + "/unsealing/" + request;
        assertThat(street.postForm(opening + "/reading", Map.of()).status())
                .as("nobody has agreed")
                .isEqualTo(409);
        assertThat(street.postForm(opening + "/approval", Map.of()).status()).isEqualTo(403);
        assertThatThrownBy(() -> scenario.jdbc
                        .sql(
                                "update vote_unsealing set approved_by = asked_by, approved_office = 'x', approved_on = now(), approved_at = now() where id = ?")
                        .param(request)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(legal.postForm(opening + "/approval", Map.of()).status()).isEqualTo(302);
        assertThat(legal.postForm(opening + "/approval", Map.of()).status()).isEqualTo(409);
        assertThat(street.postForm(opening + "/reading", Map.of()).body()).contains("名册序号 2 的选票", "第1项 反对");
        assertThat(scenario.jdbc
                        .sql(
                                "select count(*) from audit_entry where action = 'ballot.unsealed' and person = 'zhongshi'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(scenario.signedIn("jiugai")
                        .postForm(opening + "/reading", Map.of())
                        .status())
                .isEqualTo(403);
    }

    /** 委托书: the proxy stands on the printed ballot; the owner still has one ballot. */
    @Test
    void aProxyIsRegisteredWithItsScanAndStandsOnThePrintedBallot() throws IOException {
        CaseRun run = open();
        Client committee = scenario.signedIn("yunlu");
        String page = page(run) + "/proxies";
        Answer refused = committee.postForm(page, Map.of("rollNo", "77", "name", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【名册序号】", "【受托人】必填", "【委托书】请上传扫描件", "value=\"77\"");
        assertThat(scenario.signedIn("dongshi").postForm(page, Map.of()).status())
                .isEqualTo(403);
        long round =
                votes.latest(run.communityIds().get(0)).orElseThrow().round().id();
        proxies.register(round, 3, "李代理", List.of(UUID.fromString(run.upload())), COMMITTEE);
        assertThat(committee.get(page).body()).contains("李代理");
        assertThat(text(committee.download(page(run) + "/ballots").body())).contains("李代理");
        committee.postForm(page(run) + "/phone", Map.of("rollNo", "3", "choice1", "AGREE", "identityChecked", "true"));
        assertThatThrownBy(() -> proxies.register(round, 3, "另一人", List.of(UUID.fromString(run.upload())), COMMITTEE))
                .isInstanceOf(StateConflict.class)
                .hasMessageContaining("已投票");
        scenario.at(LocalDate.of(2024, 1, 28));
        assertThatThrownBy(() -> proxies.register(round, 2, "迟来者", List.of(UUID.fromString(run.upload())), COMMITTEE))
                .isInstanceOf(StateConflict.class)
                .hasMessageContaining("投票截止前");
    }
}
