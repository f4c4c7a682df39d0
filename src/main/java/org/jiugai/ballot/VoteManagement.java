package org.jiugai.ballot;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiugai.audit.AuditTrail;
import org.jiugai.audit.RecordedAct;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CommunityLeft;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.registry.RegistryManagement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The course of the owners' joint decision: what must be decided, set-up, notice with frozen roll, count, conclusion. */
@Service
@Transactional
public class VoteManagement {
    /** Kind of a vote among documents. */
    public static final String SUBJECT = "vote-round";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final VoteFile file;
    private final VoteLaw law;
    private final CaseManagement cases;
    private final RegistryManagement registry;
    private final DocumentManagement documents;
    private final AuditTrail audit;
    private final Clock clock;

    VoteManagement(
            VoteFile file,
            VoteLaw law,
            CaseManagement cases,
            RegistryManagement registry,
            DocumentManagement documents,
            AuditTrail audit,
            Clock clock) {
        this.file = file;
        this.law = law;
        this.cases = cases;
        this.registry = registry;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** When voting begins and ends: for the timers of the process. */
    public record Window(Instant startsAt, Instant endsAt) {}

    /** Notes what the community's new plan touches; the latest plan counts. */
    public void propose(long caseId, long communityId, String planVersion, Collection<Matter> matters) {
        Map<Matter, StatutoryItem> items =
                matters.stream().distinct().collect(Collectors.toMap(Function.identity(), law.rules()::itemOf));
        file.rounds().propose(caseId, communityId, planVersion, items, clock.instant());
    }

    /** The matters of the latest plan. */
    @Transactional(readOnly = true)
    public Set<Matter> matters(long communityId) {
        return file.rounds().proposed(communityId).keySet();
    }

    /** The items of 民法典第278条 that the latest plan needs decided. */
    @Transactional(readOnly = true)
    public SortedSet<StatutoryItem> required(long communityId) {
        return new TreeSet<>(file.rounds().proposed(communityId).values());
    }

    /** What the owners have decided on them. */
    @Transactional(readOnly = true)
    public VoteOutcome outcomeOf(long communityId) {
        SortedSet<StatutoryItem> required = required(communityId);
        if (required.isEmpty()) return VoteOutcome.NOT_REQUIRED;
        Optional<VoteRound> last = file.rounds().latest(communityId);
        Boolean passed = last.map(VoteRound::passed).orElse(null);
        if (last.isEmpty() || passed == null || !covers(last.get().id(), required)) return VoteOutcome.OPEN;
        return passed ? VoteOutcome.PASSED : VoteOutcome.FAILED;
    }

    private boolean covers(long roundId, Collection<StatutoryItem> required) {
        return file.rounds().items(roundId).stream()
                .map(item -> StatutoryItem.of(item.item()))
                .collect(Collectors.toSet())
                .containsAll(required);
    }

    /**
     * Sets up a vote.
     *
     * @return id of the round
     * @throws RuleViolation when an item that the law asks for is missing, or the community has no baseline
     */
    public long setUp(long caseId, long communityId, VoteSetUpForm form, Actor actor) {
        long registered = cases.community(communityId).registeredId();
        VoteFormRules.checkSetUp(
                form, required(communityId), registry.electorate(registered).size());
        Unreturned unreturned = Unreturned.valueOf(law.unreturnedBallot(cases.policy(caseId)));
        if (unreturned != Unreturned.NOT_PARTICIPATING) cases.raise(caseId, unusual(unreturned));
        return file.rounds().setUp(caseId, communityId, registered, unreturned, form, today(), actor, clock.instant());
    }

    /** The legal reviewer has looked at it; whether it goes on. */
    public boolean confirm(long roundId, VoteConfirmationForm form, Actor actor) {
        boolean confirmed = form.decision() == VoteConfirmationForm.Decision.CONFIRMED;
        String reason = form.comment();
        if (!confirmed && (reason == null || reason.isBlank()))
            throw new RuleViolation("ballot.noReason", "comment", "【意见说明】退回的须说明理由");
        file.rounds().confirm(roundId, form, today(), actor, clock.instant());
        return confirmed;
    }

    /**
     * All owners are notified; the roll is frozen.
     *
     * @throws RuleViolation when the vote begins too soon after the notice
     */
    public Window notify(long roundId, VoteNoticeForm form, Actor actor) {
        VoteRound round = file.rounds().get(roundId);
        int days = law.noticeDays(file.rounds().items(roundId));
        VoteFormRules.checkNotice(
                form,
                days,
                file.rounds().confirmedOn(roundId),
                today(),
                LocalDateTime.ofInstant(clock.instant(), SHANGHAI));
        Window window = new Window(instant(form.voteStart()), instant(form.voteEnd()));
        file.rounds().notify(roundId, form, days, window.startsAt(), window.endsAt(), actor, clock.instant());
        file.roll().freeze(roundId, registry.electorate(round.registeredId()));
        law.seal().drawKey(roundId);
        documents.attach(round.caseId(), "表决通知张贴照片", SUBJECT + ":" + roundId, form.photos(), actor);
        return window;
    }

    /**
     * Counts what is in the box: totals only, nobody sees who chose what.
     *
     * @throws RuleViolation when paper ballots wait for their second reader
     */
    public void count(long roundId, VoteCountForm form, Actor actor) {
        file.rounds().lock(roundId);
        VoteRound round = file.rounds().get(roundId);
        VoteFormRules.checkCount(form, file.ballots().waitingIn(roundId).size());
        Totals eligible = file.roll().eligible(roundId);
        String witnesses = String.join("、", VoteFormRules.names(form));
        long countId = file.counts().add(roundId, form, witnesses, eligible, today(), actor, clock.instant());
        law.count(round, file.rounds().items(roundId), eligible, file.ballots().counted(roundId))
                .forEach(result -> file.counts().add(countId, result));
        audit.record(RecordedAct.of(actor, "ballot.boxCounted", "round:" + roundId)
                .inCase(round.caseId())
                .saying("计入选票 " + file.ballots().turnout(roundId).persons() + " 张，回执摘要 "
                        + file.ballots().digest(roundId)));
        documents.attach(round.caseId(), "计票记录", SUBJECT + ":" + roundId, form.countSheets(), actor);
    }

    /** The preliminary result stands: passed when every item that the plan needs is; what else was asked decides nothing here. */
    public boolean conclude(long roundId) {
        long countId = file.counts().latest(roundId).orElseThrow().id();
        Set<StatutoryItem> required = required(file.rounds().get(roundId).communityId());
        boolean passed = file.counts().results(countId).stream()
                .filter(result -> required.contains(result.item()))
                .allMatch(CountedItem::passed);
        file.rounds().conclude(roundId, countId, passed, today(), clock.instant());
        return passed;
    }

    @EventListener
    void on(CommunityLeft left) {
        file.rounds().abandon(left.communityId(), "小区已从本案剥离", today(), clock.instant());
    }

    /**
     * What follows on a vote that failed.
     *
     * @return from when on it may be repeated: a month after the result
     */
    public Instant decideFailed(long communityId, FailedVoteForm form, Actor actor) {
        VoteRound round = file.rounds().latest(communityId).orElseThrow();
        file.rounds().decideFailed(round.id(), form, today(), actor, clock.instant());
        LocalDate concluded = Objects.requireNonNull(round.concludedOn());
        return concluded.plusMonths(1).atStartOfDay(SHANGHAI).toInstant();
    }

    @Transactional(readOnly = true)
    public VoteSummary summary(long roundId) {
        VoteRound round = file.rounds().get(roundId);
        VoteRound.State state = round.state(clock.instant());
        Optional<Counts.Count> count = file.counts().latest(roundId);
        return new VoteSummary(
                round,
                state,
                file.rounds().items(roundId).stream()
                        .map(item -> new BallotPaper.Item(item.no(), StatutoryItem.of(item.item()), item.content()))
                        .toList(),
                file.roll().eligible(roundId),
                file.ballots().turnout(roundId),
                invalid(roundId),
                count.map(Counts.Count::countedOn).orElse(null),
                count.map(Counts.Count::witnesses).orElse(null),
                count.map(c -> file.counts().results(c.id())).orElse(List.of()),
                count.isEmpty() ? List.of() : file.ballots().fingerprints(roundId));
    }

    @Transactional(readOnly = true)
    public Optional<VoteSummary> latest(long communityId) {
        return file.rounds().latest(communityId).map(round -> summary(round.id()));
    }

    @Transactional(readOnly = true)
    public List<VoteSummary> ofCase(long caseId) {
        return file.rounds().ofCase(caseId).stream()
                .map(round -> summary(round.id()))
                .toList();
    }

    /** Everybody on the frozen roll, by number: for the ballots on paper. */
    @Transactional(readOnly = true)
    public List<RollEntry> roll(long roundId) {
        return file.roll().all(roundId);
    }

    /** The votes of a community of the registry, the latest first. */
    @Transactional(readOnly = true)
    public List<VoteRound> ofRegistered(long registeredId) {
        return file.rounds().ofRegistered(registeredId);
    }

    private Map<InvalidReason, Integer> invalid(long roundId) {
        return file.ballots().invalid(roundId).entrySet().stream()
                .collect(Collectors.toMap(e -> InvalidReason.valueOf(e.getKey()), Map.Entry::getValue));
    }

    private static Finding unusual(Unreturned rule) {
        return new Finding(
                "VOTE-UNRETURNED",
                Finding.Severity.WARN,
                "政策规定未返回的选票“" + rule.label() + "”，须有经业主大会通过的议事规则作依据",
                "民法典第278条；最高人民法院关于审理建筑物区分所有权纠纷案件的解释第12条");
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
