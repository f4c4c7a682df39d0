package org.jiugai.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Residents;
import org.jiugai.Scenario;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.registry.RegistryManagement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** The owners' vote through its forms, its box and its database (book 2.1, 4.3; 民法典278). */
@ProcessTest
class OwnersVoteTest {
    private static final Map<Integer, Choice> YES = Map.of(1, Choice.AGREE);
    private static final Map<Integer, Choice> NO = Map.of(1, Choice.AGAINST);
    private static final Actor FIRST = new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会");
    private static final Actor SECOND = new Actor("zhongshi", "谢芳", "ja-sub-zhongshi", "中市街道办事处");

    @Autowired
    private Scenario scenario;

    @Autowired
    private VoteManagement votes;

    @Autowired
    private BallotBox box;

    @Autowired
    private PaperBallots paper;

    @Autowired
    private RegistryManagement registry;

    /** A vote on installing lifts among twelve owners of 80 m² each, notified on 2 January. */
    private CaseRun notified() {
        CaseRun run = scenario.openCase("JINAN-2024");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 2, 6);
        votes.propose(run.caseId(), run.communityIds().get(0), "v1", Set.of(Matter.ELEVATOR));
        run.startProcess(
                "owners-decision", Map.of("communityId", run.communityIds().get(0), "voteDue", true));
        run.agree("set-up-vote");
        run.agree("confirm-vote");
        run.agree("notify-owners");
        return run;
    }

    private CaseRun open() {
        CaseRun run = notified();
        run.advanceTo(LocalDate.of(2024, 1, 17));
        return run;
    }

    private long round(CaseRun run) {
        return votes.latest(run.communityIds().get(0)).orElseThrow().round().id();
    }

    private List<Long> units(CaseRun run) {
        return registry.units(run.communities().get(0).registeredId()).stream()
                .map(unit -> unit.id())
                .toList();
    }

    private void cast(CaseRun run, int from, int until, Map<Integer, Choice> choices) {
        IntStream.range(from, until)
                .forEach(i -> box.cast(round(run), units(run).get(i), choices, Channel.WEB, Residents.HOUSEHOLD));
    }

    private VoteSummary counted(CaseRun run) {
        run.advanceTo(LocalDate.of(2024, 1, 27));
        run.agree("count-votes");
        run.agree("publish-notice");
        run.advanceTo(LocalDate.of(2024, 2, 2));
        run.agree("close-notice");
        return votes.latest(run.communityIds().get(0)).orElseThrow();
    }

    @Test
    void exactlyTwoThirdsTakingPartAndThreeQuartersAgreeingPassesASpecialItem() {
        CaseRun run = open();
        cast(run, 0, 6, YES);
        cast(run, 6, 8, NO);
        VoteSummary vote = counted(run);
        assertThat(vote.results()).singleElement().satisfies(result -> {
            assertThat(result.majority()).isEqualTo("特别多数");
            assertThat(result.participated()).isEqualTo(new Totals(8, 64000));
            assertThat(result.agreed()).isEqualTo(new Totals(6, 48000));
            assertThat(result.passed()).isTrue();
        });
        assertThat(votes.outcomeOf(run.communityIds().get(0))).isEqualTo(VoteOutcome.PASSED);
        run.assertEnded("endEvent_ownersAgreed");
    }

    @Test
    void oneOwnerLessThanTwoThirdsAndTheVoteFailsAndMayBeRepeatedAfterAMonth() {
        CaseRun run = open();
        cast(run, 0, 7, YES);
        VoteSummary vote = counted(run);
        assertThat(vote.results().get(0).quorate()).isFalse();
        assertThat(vote.results().get(0).verdict()).contains("参与未达三分之二");
        run.submit("decide-failed-vote", Map.of("decision", "REPEAT", "comment", "入户动员后再次表决"));
        assertThat(run.tasks("set-up-vote")).isEmpty();
        run.advanceTo(LocalDate.of(2024, 3, 1));
        assertThat(run.tasks("set-up-vote")).as("a month is not over").isEmpty();
        run.advanceTo(LocalDate.of(2024, 3, 2));
        run.agree("set-up-vote");
        run.agree("confirm-vote");
        run.agree("notify-owners");
        assertThat(votes.latest(run.communityIds().get(0)).orElseThrow().round().attempt())
                .isEqualTo(2);
    }

    @Test
    void aVoteThatFailsMayLeadToAnotherPlan() {
        CaseRun run = open();
        cast(run, 0, 12, NO);
        counted(run);
        assertThat(run.trySubmit("decide-failed-vote", Map.of("decision", "REVISE"))
                        .body())
                .contains("意见说明");
        run.submit("decide-failed-vote", Map.of("decision", "REVISE", "comment", "取消电梯"));
        run.assertEnded("endEvent_planToBeRevised");
    }

    @Test
    void whatTheLawAsksForMustBePutAndTheOwnersHaveFifteenDays() {
        CaseRun run = scenario.openCase("JINAN-2024");
        votes.propose(run.caseId(), run.communityIds().get(0), "v1", Set.of(Matter.ELEVATOR, Matter.FUND_USE));
        run.startProcess("owners-vote", Map.of("communityId", run.communityIds().get(0)));
        Map<String, Object> form =
                Map.of("organiser", "居委会", "items", List.of(Map.of("item", "MANAGER", "content", "选聘物业企业")));
        assertThat(run.trySubmit("set-up-vote", form).body()).contains("第7项", "第5项", "还没有底账");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 1, 3);
        run.agree("set-up-vote");
        assertThat(run.trySubmit("confirm-vote", Map.of("decision", "RETURNED")).body())
                .contains("退回的须说明理由");
        run.submit("confirm-vote", Map.of("decision", "RETURNED", "comment", "第5项内容不明确"));
        run.agree("set-up-vote");
        run.agree("confirm-vote");
        Map<String, Object> soon = run.fields("notify-owners", Map.of("voteStart", "2024-01-16T23:59"));
        assertThat(run.trySubmit("notify-owners", soon).body()).contains("最早为 2024-01-17");
        run.agree("notify-owners");
    }

    @Test
    void whatThePlanDoesNotNeedIsCountedAndDecidesNothing() {
        CaseRun run = scenario.openCase("JINAN-2024");
        votes.propose(run.caseId(), run.communityIds().get(0), "v1", Set.of(Matter.ELEVATOR));
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 1, 3);
        run.startProcess("owners-vote", Map.of("communityId", run.communityIds().get(0)));
        Map<String, Object> items = Map.of(
                "organiser",
                "居委会",
                "items",
                List.of(Map.of("item", "REBUILD", "content", "加装电梯"), Map.of("item", "MANAGER", "content", "选聘物业企业")));
        run.submit("set-up-vote", items);
        run.agree("confirm-vote");
        assertThat(run.trySubmit("notify-owners", run.fields("notify-owners", Map.of("noticeDate", "2024-01-01")))
                        .body())
                .contains("不能早于表决事项核定之日 2024-01-02");
        run.agree("notify-owners");
        run.advanceTo(LocalDate.of(2024, 1, 17));
        cast(run, 0, 3, Map.of(1, Choice.AGREE, 2, Choice.AGAINST));
        VoteSummary vote = counted(run);
        assertThat(vote.results()).extracting(CountedItem::passed).containsExactly(true, false);
        assertThat(votes.outcomeOf(run.communityIds().get(0))).isEqualTo(VoteOutcome.PASSED);
    }

    @Test
    void theRollDoesNotFollowLaterSales() {
        CaseRun run = notified();
        long unit = units(run).get(0);
        scenario.jdbc
                .sql("update unit_ownership set until = ? where unit_id = ?")
                .params(LocalDate.of(2024, 1, 2), unit)
                .update();
        assertThat(registry.electorate(run.communities().get(0).registeredId())).hasSize(11);
        assertThat(votes.latest(run.communityIds().get(0)).orElseThrow().eligible())
                .isEqualTo(new Totals(12, 96000));
        run.advanceTo(LocalDate.of(2024, 1, 17));
        box.cast(round(run), unit, YES, Channel.WEB, Residents.HOUSEHOLD);
        assertThat(votes.latest(run.communityIds().get(0))
                        .orElseThrow()
                        .turnout()
                        .persons())
                .isEqualTo(1);
    }

    @Test
    void ballotsComeInWhileTheVoteIsOpenAndOnlyThen() {
        CaseRun run = notified();
        long unit = units(run).get(0);
        assertThatThrownBy(() -> box.cast(round(run), unit, YES, Channel.WEB, Residents.HOUSEHOLD))
                .isInstanceOf(StateConflict.class)
                .hasMessageContaining("尚未开始或已经截止");
        run.advanceTo(LocalDate.of(2024, 1, 17));
        assertThatThrownBy(() -> box.cast(round(run), unit, Map.of(), Channel.WEB, Residents.HOUSEHOLD))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("每一事项");
        box.cast(round(run), unit, YES, Channel.WEB, Residents.HOUSEHOLD);
        scenario.at(LocalDate.of(2024, 1, 27), LocalTime.of(18, 0));
        assertThatThrownBy(() -> box.cast(round(run), units(run).get(1), YES, Channel.WEB, Residents.HOUSEHOLD))
                .isInstanceOf(StateConflict.class);
        assertThatThrownBy(() -> scenario.jdbc
                        .sql(
                                """
                                insert into ballot (round_id, entry_id, channel, state, received_at, sealed, receipt_hash, entered_by, entered_office,
                                    recorded_at, settled_at)
                                select round_id, entry_id, 'WEB', 'COUNTED', '2024-02-01'::timestamptz, 'x', 'late', 'p', 'o', now(), now()
                                from roll_unit where round_id = ? and unit_id = ?""")
                        .params(round(run), units(run).get(1))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("outside the time");
    }

    @Test
    void ofBallotsOfOneOwnerOverAllChannelsTheFirstCounts() {
        CaseRun run = open();
        long round = round(run);
        box.cast(round, units(run).get(0), YES, Channel.WEB, Residents.HOUSEHOLD);
        assertThatThrownBy(() -> box.cast(round, units(run).get(0), NO, Channel.PHONE, FIRST))
                .isInstanceOf(StateConflict.class)
                .hasMessageContaining("先收到的有效票为准");
        assertThatThrownBy(() -> paper.enter(round, reading(1, NO), now(), FIRST))
                .isInstanceOf(StateConflict.class);
        PaperBallots.Reading twice = new PaperBallots.Reading(1, Map.of(), InvalidReason.DUPLICATE);
        long invalid = paper.enter(round, twice, now(), FIRST);
        assertThat(paper.confirm(round, invalid, twice, SECOND)).isNull();

        long waiting = paper.enter(round, reading(2, NO), now(), FIRST);
        assertThatThrownBy(() -> box.cast(round, units(run).get(1), YES, Channel.WEB, Residents.HOUSEHOLD))
                .as("the paper came first")
                .isInstanceOf(StateConflict.class);
        assertThat(paper.confirm(round, waiting, reading(2, NO), SECOND)).isNotNull();
        VoteSummary vote = votes.latest(run.communityIds().get(0)).orElseThrow();
        assertThat(vote.turnout().persons()).isEqualTo(2);
        assertThat(vote.invalid()).containsExactly(Map.entry(InvalidReason.DUPLICATE, 1));
    }

    /** Issue 3: who entered a paper ballot may not confirm it. */
    @Test
    void paperIsConfirmedByAnotherPersonWhoReadsTheSame() {
        CaseRun run = open();
        long round = round(run);
        long ballot = paper.enter(round, reading(3, YES), now(), FIRST);
        assertThatThrownBy(() -> paper.confirm(round, ballot, reading(3, YES), FIRST))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("纸质票");
        Actor forTheFirst = Actor.of("gulou", "喻红", "ja-com-yunlu", "云路社区居民委员会", "yunlu", "邹兰");
        assertThatThrownBy(() -> paper.confirm(round, ballot, reading(3, YES), forTheFirst))
                .as("a stand-in of whoever entered it")
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> paper.confirm(round, ballot, reading(3, NO), SECOND))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("与录入的不一致");
        assertThat(votes.latest(run.communityIds().get(0))
                        .orElseThrow()
                        .turnout()
                        .persons())
                .isZero();
        assertThatThrownBy(() -> scenario.jdbc
                        .sql(
                                "update ballot set state = 'INVALID', invalid_reason = 'LATE', confirmed_by = entered_by, settled_at = now() where id = ?")
                        .param(ballot)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        run.advanceTo(LocalDate.of(2024, 1, 27));
        assertThat(run.trySubmit("count-votes", run.fields("count-votes", Map.of()))
                        .body())
                .contains("还有 1 张纸质票未复核");
        paper.giveBack(round, ballot, SECOND);
        assertThatThrownBy(() -> paper.confirm(round, ballot, reading(3, YES), SECOND))
                .isInstanceOf(StateConflict.class);
        run.agree("count-votes");
        assertThatThrownBy(() -> paper.enter(round, reading(3, YES), now(), FIRST))
                .isInstanceOf(StateConflict.class)
                .hasMessageContaining("已经计票");
    }

    @Test
    void paperThatIsLateOrOnNoRollIsEnteredAsInvalidOnly() {
        CaseRun run = open();
        long round = round(run);
        assertThatThrownBy(() -> paper.enter(round, reading(99, YES), now(), FIRST))
                .hasMessageContaining("不在本次表决名册");
        run.advanceTo(LocalDate.of(2024, 1, 27));
        scenario.at(LocalDate.of(2024, 1, 28));
        assertThatThrownBy(() -> paper.enter(round, reading(4, YES), now(), FIRST))
                .hasMessageContaining("逾期送达");
        PaperBallots.Reading late = new PaperBallots.Reading(4, Map.of(), InvalidReason.LATE);
        paper.confirm(round, paper.enter(round, late, now(), FIRST), late, SECOND);
        PaperBallots.Reading unknown = new PaperBallots.Reading(99, Map.of(), InvalidReason.NOT_ON_ROLL);
        scenario.at(LocalDate.of(2024, 1, 20));
        paper.confirm(round, paper.enter(round, unknown, now(), FIRST), unknown, SECOND);
        assertThat(votes.summary(round).invalid())
                .containsOnly(Map.entry(InvalidReason.LATE, 1), Map.entry(InvalidReason.NOT_ON_ROLL, 1));
    }

    @Test
    void aReceiptTellsThatTheBallotCountsAndNothingElse() {
        CaseRun run = open();
        long round = round(run);
        Receipt receipt = box.cast(round, units(run).get(0), NO, Channel.WEB, Residents.HOUSEHOLD);
        assertThat(receipt.number()).matches("([0-9A-F]{4}-){7}[0-9A-F]{4}");
        assertThat(box.check(round, receipt.number().toLowerCase(java.util.Locale.ROOT)))
                .hasValueSatisfying(check -> assertThat(check.counted()).isTrue());
        assertThat(box.check(round, "0000-" + receipt.number().substring(5))).isEmpty();
        assertThat(scenario.jdbc
                        .sql("select receipt_hash || sealed from ballot where round_id = ?")
                        .param(round)
                        .query(String.class)
                        .single())
                .doesNotContain(receipt.number().replace("-", ""), "AGAINST", "1=1");
        VoteSummary vote = counted(run);
        assertThat(vote.fingerprints()).hasSize(1);
    }

    @Test
    void sixteenTriesAtOnceOfOneOwnerCountOnce() throws InterruptedException {
        CaseRun run = open();
        long round = round(run);
        long unit = units(run).get(5);
        AtomicInteger counted = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 16; i++) {
            threads.execute(() -> {
                try {
                    start.await();
                    box.cast(round, unit, YES, Channel.WEB, Residents.HOUSEHOLD);
                    counted.incrementAndGet();
                } catch (StateConflict refused) {
                    assertThat(refused).hasMessageContaining("只计一票");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(counted).hasValue(1);
        assertThat(votes.summary(round).turnout().persons()).isEqualTo(1);
    }

    @Test
    void anUpheldObjectionToThePreliminaryResultLeadsToARecount() {
        CaseRun run = open();
        cast(run, 0, 12, YES);
        run.advanceTo(LocalDate.of(2024, 1, 27));
        run.agree("count-votes");
        assertThat(run.trySubmit("publish-notice", run.fields("publish-notice", Map.of("days", 2)))
                        .body())
                .contains("不得少于本案政策规定的 3");
        run.agree("publish-notice");
        run.advanceTo(LocalDate.of(2024, 2, 2));
        Map<String, Object> objected = Map.of(
                "objectionCount",
                1,
                "objections",
                List.of(Map.of("objector", "王某", "anonymous", false, "content", "计票人数有误")));
        run.submit("close-notice", run.fields("close-notice", objected));
        run.submit("handle-objections", org.jiugai.notice.NoticeForms.replies("MINOR", scenario.today()));
        run.agree("count-votes");
        run.agree("publish-notice");
        run.advanceTo(LocalDate.of(2024, 2, 19));
        run.agree("close-notice");
        run.assertEnded("endEvent_ownersAgreed");
        assertThat(run.visited("userTask_countVotes")).isEqualTo(2);
    }

    private java.time.LocalDateTime now() {
        return scenario.today().atTime(9, 0);
    }

    private static PaperBallots.Reading reading(int no, Map<Integer, Choice> choices) {
        return new PaperBallots.Reading(no, choices, null);
    }
}
