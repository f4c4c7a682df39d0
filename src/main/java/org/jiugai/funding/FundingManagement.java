package org.jiugai.funding;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiugai.funding.FundingBooks.Posting;
import org.jiugai.funding.Ledger.PostingLine;
import org.jiugai.funding.Ledger.TrancheLine;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jiugai.kernel.StateConflict;
import org.jiugai.policy.Parameters.Trigger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The money of a case: what the other rooms report changes what is due and starts payments; the ledger is read here. */
@Service
@Transactional
public class FundingManagement {
    private final FundingBooks books;
    private final DueTranches tranches;
    private final FundingFindings findings;
    private final Accounts accounts;
    private final Clock clock;

    FundingManagement(
            FundingBooks books, DueTranches tranches, FundingFindings findings, Accounts accounts, Clock clock) {
        this.books = books;
        this.tranches = tranches;
        this.findings = findings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The case's part of a works contract: plans the tranches by the case's policy, or works them out again. */
    public void contractSigned(long caseId, long contractId, Money amount, LocalDate signedOn) {
        books.open(caseId);
        books.contract(caseId, contractId, amount, signedOn);
        tranches.recompute(caseId);
    }

    /** The confirmed progress: whatever it reaches is started, at exactly the threshold too, and never twice. */
    public void progressConfirmed(long caseId, Share progress, Money valueDone) {
        books.open(caseId);
        books.progress(caseId, progress, valueDone);
        refresh(caseId);
    }

    public void accepted(long caseId, LocalDate acceptedOn) {
        books.open(caseId);
        books.accepted(caseId, acceptedOn);
        refresh(caseId);
    }

    private void refresh(long caseId) {
        if (hasNoContract(caseId)) return;
        tranches.recompute(caseId);
        tranches.release(caseId);
    }

    /** Without a works contract there is nothing to pay. */
    private boolean hasNoContract(long caseId) {
        return books.contract(caseId).isZero();
    }

    /**
     * The settlement is approved: the settled amount is the measure from now on.
     *
     * @throws StateConflict when the case was settled before
     */
    public void settled(long caseId, Money settled, LocalDate on) {
        books.open(caseId);
        if (hasNoContract(caseId)) return;
        if (books.settled(caseId).isPresent()) throw new StateConflict("funding.alreadySettled", "本案结算价已经审定，不能重复审定");
        books.settlement(caseId, settled, on);
        tranches.settle(caseId, accounts.contractor(caseId), on);
        retention(caseId).ifPresent(t -> findings.retention(caseId, settled, t.due()));
    }

    /** Residents paid in; {@code total} is what they paid altogether. A tranche that waited for it can go on. */
    public void residentsMoneyCollected(long caseId, Money total) {
        books.open(caseId);
        Money more = total.minus(books.collected(caseId, Source.OWNER_RAISED));
        if (!more.isPositive()) return;
        books.post(
                new Posting(
                        caseId,
                        null,
                        PostingKind.CONTRIBUTION,
                        Source.OWNER_RAISED,
                        Accounts.RESIDENTS,
                        Accounts.SPECIAL_ACCOUNT,
                        more,
                        "居民出资归集，累计" + total.shown() + "元",
                        LocalDate.now(clock)),
                Actor.SYSTEM);
        findings.shortfallEnded(caseId);
    }

    /** A repair at the contractor's cost is taken from the retention, as far as it reaches. */
    public void repairDeducted(long caseId, Money cost, String payee, long defectId) {
        books.open(caseId);
        if (hasNoContract(caseId)) return;
        FundingTranche retention = retention(caseId).orElse(null);
        Money available = retention == null
                ? Money.ZERO
                : Money.max(Money.ZERO, net(retention).minus(books.paid(retention.id())));
        Money deducted = Money.min(cost, available);
        if (retention != null && deducted.isPositive()) {
            books.post(
                    new Posting(
                            caseId,
                            retention.id(),
                            PostingKind.DEDUCTION,
                            retention.source(),
                            retention.payer(),
                            payee,
                            deducted,
                            "缺陷" + defectId + "维修费从质保金中扣减",
                            LocalDate.now(clock)),
                    Actor.SYSTEM);
        }
        if (cost.isMoreThan(deducted)) findings.deductionBeyondRetention(caseId, defectId, cost.minus(deducted));
    }

    /**
     * The retention was released (its approval is the task of the warranty): what is left of it is paid.
     *
     * @throws StateConflict before the settlement, and while a payment of the case is under way: after the release the case is archived
     */
    public void retentionReleased(long caseId, LocalDate on) {
        books.open(caseId);
        if (hasNoContract(caseId)) return;
        boolean settled = books.settled(caseId).isPresent();
        if (!settled) throw new StateConflict("funding.notSettled", "结算价尚未审定，质保金金额无法确定，不能退还");
        refuseOpenPayments(caseId);
        books.retentionReleased(caseId, on);
        FundingTranche retention =
                retention(caseId).orElseThrow(() -> new StateConflict("funding.noRetention", "本案没有质保金节点"));
        if (!tranches.isReleased(retention, books.position(caseId), settled, 0)) return;
        Money net = net(retention);
        TrancheState then = net.isPositive() ? TrancheState.PAID : TrancheState.NOT_DUE;
        if (!books.move(retention.id(), TrancheState.PLANNED, then)) {
            throw new StateConflict("funding.alreadyPaid", "质保金已经退还，不能重复支付");
        }
        if (!net.isPositive()) return;
        books.post(
                new Posting(
                        caseId,
                        retention.id(),
                        PostingKind.PAYMENT,
                        retention.source(),
                        retention.payer(),
                        accounts.contractor(caseId),
                        net,
                        "质保期满退还质保金，已扣减" + books.deducted(retention.id()).shown() + "元",
                        on),
                Actor.SYSTEM);
    }

    private void refuseOpenPayments(long caseId) {
        String open = books.tranches(caseId).stream()
                .filter(t -> t.state() == TrancheState.STARTED)
                .map(t -> t.code() + " " + t.name())
                .collect(Collectors.joining("、"));
        if (open.isEmpty()) return;
        throw new StateConflict("funding.paymentsOpen", "支付节点尚在办理：" + open + "。须待其拨付或拒绝支付后，再退还质保金");
    }

    @Transactional(readOnly = true)
    public Ledger ledger(long caseId) {
        List<PostingLine> postings = new ArrayList<>();
        Money cumulative = Money.ZERO;
        for (Map<String, Object> row : books.postings(caseId)) {
            cumulative = cumulative.plus(Money.ofFen((Long) value(row, "effect")));
            postings.add(line(row, cumulative));
        }
        return new Ledger(
                books.contract(caseId),
                books.settled(caseId).orElse(null),
                books.collected(caseId, Source.OWNER_RAISED),
                cumulative,
                books.tranches(caseId).stream().map(this::line).toList(),
                postings);
    }

    private TrancheLine line(FundingTranche tranche) {
        return new TrancheLine(
                tranche.id(),
                tranche.code(),
                tranche.name(),
                tranche.due(),
                books.paid(tranche.id()),
                books.deducted(tranche.id()),
                tranche.state(),
                tranche.source(),
                tranche.payer(),
                tranche.triggerKind() == Trigger.RETENTION,
                findings.missing(tranche));
    }

    private static PostingLine line(Map<String, Object> row, Money cumulative) {
        return new PostingLine(
                (Long) value(row, "id"),
                ((Date) value(row, "happened_on")).toLocalDate(),
                PostingKind.valueOf((String) value(row, "kind")),
                (@Nullable String) row.get("code"),
                Source.valueOf((String) value(row, "source")),
                (String) value(row, "from_account"),
                (String) value(row, "to_account"),
                Money.ofFen((Long) value(row, "amount_fen")),
                cumulative,
                (String) value(row, "cause"),
                (String) value(row, "handled_by"));
    }

    private static Object value(Map<String, Object> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private Optional<FundingTranche> retention(long caseId) {
        return books.tranches(caseId).stream()
                .filter(t -> t.triggerKind() == Trigger.RETENTION)
                .findFirst();
    }

    private Money net(FundingTranche retention) {
        return Money.max(Money.ZERO, retention.due().minus(books.deducted(retention.id())));
    }
}
