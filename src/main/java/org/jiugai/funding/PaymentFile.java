package org.jiugai.funding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications for payment and what the steps of the chain decided on them. Only added to. */
@Repository
class PaymentFile {
    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentFile(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The latest application for a tranche.
     *
     * @param payBy last day to pay a small or medium enterprise, null for others
     */
    record Request(
            long id,
            long trancheId,
            long appliedFen,
            long labourFen,
            @Nullable LocalDate payBy,
            LocalDate happenedOn,
            Instant recordedAt,
            String person,
            String handledBy) {
        Money applied() {
            return Money.ofFen(appliedFen);
        }
    }

    /** One decision on a request. */
    record Approval(
            ApprovalStep step,
            PaymentApproval.Decision decision,
            @Nullable Long amountFen,
            PaymentApproval.@Nullable ReturnTo returnedTo,
            @Nullable String reason,
            @Nullable LocalDate paidOn,
            LocalDate happenedOn,
            String person,
            String handledBy) {
        Money amount() {
            return amountFen == null ? Money.ZERO : Money.ofFen(amountFen);
        }
    }

    long add(long trancheId, PaymentApplication form, @Nullable LocalDate payBy, Actor actor) {
        return jdbc.sql(
                        """
                        insert into payment_request (tranche_id, applied_fen, labour_fen, sme, pay_by, comment, happened_on,
                          recorded_at, person, office, handled_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        trancheId,
                        form.applied().fen(),
                        form.labourPart().fen(),
                        form.sme(),
                        payBy,
                        form.comment(),
                        LocalDate.now(clock),
                        Timestamp.from(clock.instant()),
                        actor.personId(),
                        actor.officeId(),
                        actor.shown())
                .query(Long.class)
                .single();
    }

    long add(Request request, ApprovalStep step, PaymentApproval form, Actor actor) {
        boolean positive = form.decision().isPositive();
        Money amount = form.approvedAmount();
        Source source = form.source();
        PaymentApproval.ReturnTo to = form.decision() == PaymentApproval.Decision.RETURN ? form.returnTo() : null;
        return jdbc.sql(
                        """
                        insert into payment_approval (request_id, step, decision, amount_fen, source, returned_to, reason, paid_on,
                          happened_on, recorded_at, person, office, handled_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        request.id(),
                        step.name(),
                        form.decision().name(),
                        positive && amount != null ? amount.fen() : null,
                        positive && source != null ? source.name() : null,
                        to == null ? null : to.name(),
                        blankToNull(form.comment()),
                        positive && step.isLast() ? form.paidDate() : null,
                        LocalDate.now(clock),
                        Timestamp.from(clock.instant()),
                        actor.personId(),
                        actor.officeId(),
                        actor.shown())
                .query(Long.class)
                .single();
    }

    Optional<Request> latest(long trancheId) {
        return jdbc.sql(
                        """
                        select id, tranche_id, applied_fen, labour_fen, pay_by, happened_on, recorded_at, person, handled_by
                        from payment_request where tranche_id = ? order by id desc limit 1""")
                .param(trancheId)
                .query(Request.class)
                .optional();
    }

    /** Every decision on the tranche's requests, oldest first. */
    List<Approval> approvals(long trancheId) {
        return jdbc.sql(
                        """
                        select a.step, a.decision, a.amount_fen, a.returned_to, a.reason, a.paid_on, a.happened_on, a.person, a.handled_by
                        from payment_approval a join payment_request r on r.id = a.request_id
                        where r.tranche_id = ? order by a.id""")
                .param(trancheId)
                .query(Approval.class)
                .list();
    }

    /** The latest consent of a step to this request. */
    Optional<Approval> consent(Request request, ApprovalStep step) {
        return jdbc.sql(
                        """
                        select step, decision, amount_fen, returned_to, reason, paid_on, happened_on, person, handled_by
                        from payment_approval where request_id = ? and step = ? and decision in ('AGREE', 'REDUCE')
                        order by id desc limit 1""")
                .params(request.id(), step.name())
                .query(Approval.class)
                .optional();
    }

    /** Whether the settlement came after this application. */
    boolean isOlderThanSettlement(Request request, long caseId) {
        return jdbc.sql(
                        """
                        select exists (select 1 from funding_basis
                          where case_id = ? and kind = 'SETTLEMENT' and recorded_at > ?)""")
                .params(caseId, Timestamp.from(request.recordedAt()))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
