package org.jiugai.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.engine.Decisions;
import org.jiugai.funding.FundingBooks.Position;
import org.jiugai.funding.FundingBooks.Posting;
import org.jiugai.funding.TrancheSchedule.Statement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.policy.Parameters;
import org.jiugai.policy.Parameters.Tranche;
import org.jiugai.policy.Parameters.Trigger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what is due up to date with contract and settlement, and starts the payment of a tranche when its condition is met. */
@Component
class DueTranches {
    private final FundingBooks books;
    private final CaseManagement cases;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;

    DueTranches(FundingBooks books, CaseManagement cases, Decisions decisions, ApplicationEventPublisher events) {
        this.books = books;
        this.cases = cases;
        this.decisions = decisions;
        this.events = events;
    }

    TrancheSchedule schedule(long caseId) {
        return new TrancheSchedule(cases.parameter(caseId, Parameters.PAYMENT_SCHEDULE));
    }

    /** Works out again what is due for the tranches that are still open; plans them when there are none. */
    Statement recompute(long caseId) {
        List<FundingTranche> tranches = books.tranches(caseId);
        Money settled = books.settled(caseId).orElse(null);
        Statement statement = schedule(caseId).statement(books.contract(caseId), settled, books.closed(tranches));
        if (tranches.isEmpty()) plan(caseId, statement);
        tranches.stream()
                .filter(t -> t.state().isOpen() && !t.trueUp())
                .forEach(t -> books.due(t.id(), statement.due(t.code())));
        return statement;
    }

    private void plan(long caseId, Statement statement) {
        int position = 0;
        for (Tranche tranche : cases.parameter(caseId, Parameters.PAYMENT_SCHEDULE)) {
            books.plan(caseId, tranche, position += 10, statement.due(tranche.id()));
        }
    }

    /** The settled amount replaces the contract's: true-up of what is closed, claim on what was overpaid, nothing more for what fell to zero. */
    void settle(long caseId, String contractor, LocalDate on) {
        Statement statement = recompute(caseId);
        String lastCode = schedule(caseId).last().id();
        FundingTranche last = books.tranches(caseId).stream()
                .filter(t -> t.code().equals(lastCode))
                .findFirst()
                .orElseThrow();
        if (statement.trueUp().isPositive()) books.planTrueUp(last, statement.trueUp());
        if (statement.overpaid().isPositive()) {
            books.post(
                    new Posting(
                            caseId,
                            last.id(),
                            PostingKind.RECOVERY,
                            last.source(),
                            contractor,
                            last.payer(),
                            statement.overpaid(),
                            "结算价低于已付款，多付部分应于" + on.plusDays(30) + "前退还",
                            on),
                    Actor.SYSTEM);
        }
        books.tranches(caseId).stream()
                .filter(t -> t.state() == TrancheState.STARTED && t.dueFen() == 0)
                .forEach(this::dropStarted);
        release(caseId);
    }

    private void dropStarted(FundingTranche tranche) {
        if (books.move(tranche.id(), TrancheState.STARTED, TrancheState.NOT_DUE)) {
            events.publishEvent(new TrancheFellAway(tranche.caseId(), tranche.id()));
        }
    }

    /** Starts what may start now. The retention is not started: its release is a task of the warranty. */
    void release(long caseId) {
        Position position = books.position(caseId);
        boolean settled = books.settled(caseId).isPresent();
        for (FundingTranche tranche : books.tranches(caseId)) {
            if (tranche.state() != TrancheState.PLANNED || tranche.triggerKind() == Trigger.RETENTION) continue;
            if (isReleased(tranche, position, settled, null)) start(tranche);
        }
    }

    /** Asks the decision table; {@code openDefects} null while the retention period runs. */
    boolean isReleased(FundingTranche tranche, Position position, boolean settled, @Nullable Integer openDefects) {
        Map<String, Object> answer = decisions.single(
                "tranche-release",
                Map.of(
                        "trigger",
                        tranche.triggerKind().name(),
                        "progressReached",
                        tranche.isReachedBy(position.progressShare()),
                        "accepted",
                        position.acceptedOn() != null,
                        "settled",
                        settled,
                        "retentionEnded",
                        openDefects != null,
                        "openDefects",
                        openDefects == null ? 0 : openDefects));
        return Boolean.TRUE.equals(answer.get("release"));
    }

    private void start(FundingTranche tranche) {
        if (tranche.dueFen() == 0) {
            books.move(tranche.id(), TrancheState.PLANNED, TrancheState.NOT_DUE);
            return;
        }
        if (!books.move(tranche.id(), TrancheState.PLANNED, TrancheState.STARTED)) return;
        RenovationCase file = cases.get(tranche.caseId());
        events.publishEvent(new TrancheStarted(tranche.caseId(), file.caseNo(), file.county(), tranche.id()));
    }
}
