package org.jiugai.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Paper ballots on the page: the committee enters, the street confirms, everybody else reads totals or nothing. */
@ProcessTest
class VotePagesTest {
    @Autowired
    private Scenario scenario;

    @Autowired
    private VoteManagement votes;

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
}
