package org.jiugai.formalities;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the formalities. Nothing is ever overwritten; the latest row of a kind counts. */
@Repository
class FormalitiesFile {
    private final JdbcClient jdbc;

    FormalitiesFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long caseId, InitiationForm form, Actor actor, Instant now) {
        return jdbc.sql(
                        """
                        insert into formalities_initiation (case_id, project_code, tender_scope, estimate_fen, simplified,
                          simplified_basis, comment, happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.projectCode(),
                        form.tenderScope().stream().map(Enum::name).collect(Collectors.joining(",")),
                        form.estimateTotal().fen(),
                        form.simplified(),
                        form.simplifiedBasis(),
                        form.comment(),
                        form.approvedOn(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    long add(long caseId, long initiationId, BudgetReviewForm form, boolean exceeds, Actor actor, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into formalities_budget_review (case_id, initiation_id, submitted_fen, reviewed_fen, ceiling_fen,
                          decision, exceeds, comment, happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        initiationId,
                        form.submitted().fen(),
                        fen(form.reviewed()),
                        fen(form.ceilingPrice()),
                        form.decision().name(),
                        exceeds,
                        form.comment(),
                        form.reviewedOn(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        int line = 1;
        for (BudgetReviewForm.Cut cut : form.cutReasons()) {
            jdbc.sql(
                            "insert into formalities_budget_cut (review_id, line, item, amount_fen, reason) values (?, ?, ?, ?, ?)")
                    .params(id, line++, cut.item(), cut.amount().fen(), cut.reason())
                    .update();
        }
        return id;
    }

    long add(long caseId, PermitsForm form, Actor actor, Instant now) {
        return jdbc.sql(
                        """
                        insert into formalities_permits (case_id, structure_changed, extent_changed, planning_permit, planning_basis,
                          construction_permit, construction_basis, drawing_review, drawing_basis, fire_category, fire_basis,
                          basis, comment, happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.structureChanged(),
                        form.extentChanged(),
                        form.planningPermit().name(),
                        form.planningBasis(),
                        form.constructionPermit().name(),
                        form.constructionBasis(),
                        form.drawingReview().name(),
                        form.drawingBasis(),
                        form.fireCategory().name(),
                        form.fireBasis(),
                        form.basis(),
                        form.comment(),
                        form.decidedOn(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    long add(long caseId, FundsForm form, Money approved, Actor actor, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into formalities_funds (case_id, account_no, approved_fen, secured, resident_plan, comment,
                          happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.accountNo(),
                        approved.fen(),
                        form.secured(),
                        form.residentPlan(),
                        form.comment(),
                        form.securedOn(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        int line = 1;
        for (FundsForm.FundSource s : form.sources()) {
            jdbc.sql(
                            """
                            insert into formalities_fund_source (funds_id, line, source, due_fen, received_fen, received_on)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            line++,
                            s.source().name(),
                            s.due().fen(),
                            s.received().fen(),
                            s.receivedOn())
                    .update();
        }
        return id;
    }

    void addPayment(long caseId, Money amount, LocalDate on, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into residents_payment (case_id, amount_fen, happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(caseId, amount.fen(), on, actor.personId(), actor.officeId(), Timestamp.from(now))
                .update();
    }

    Money collected(long caseId) {
        return Money.ofFen(jdbc.sql("select coalesce(sum(amount_fen), 0) from residents_payment where case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single());
    }

    Optional<Initiation> initiation(long caseId) {
        return latest("formalities_initiation", caseId, Initiation.class);
    }

    Optional<Review> review(long caseId) {
        return latest("formalities_budget_review", caseId, Review.class);
    }

    Optional<Permits> permits(long caseId) {
        return latest("formalities_permits", caseId, Permits.class);
    }

    Optional<Funds> funds(long caseId) {
        return latest("formalities_funds", caseId, Funds.class);
    }

    List<Source> sources(long fundsId) {
        return jdbc.sql("select * from formalities_fund_source where funds_id = ? order by line")
                .param(fundsId)
                .query(Source.class)
                .list();
    }

    private <T> Optional<T> latest(String table, long caseId, Class<T> row) {
        return jdbc.sql("select * from " + table + " where case_id = ? order by id desc limit 1")
                .param(caseId)
                .query(row)
                .optional();
    }

    private static @Nullable Long fen(@Nullable Money amount) {
        return amount == null ? null : amount.fen();
    }

    record Initiation(long id, String projectCode, long estimateFen, LocalDate happenedOn) {}

    record Review(
            long id,
            long submittedFen,
            @Nullable Long reviewedFen,
            @Nullable Long ceilingFen,
            BudgetReviewForm.Decision decision,
            boolean exceeds,
            LocalDate happenedOn) {}

    record Permits(
            PermitsForm.Permit planningPermit,
            @Nullable String planningBasis,
            PermitsForm.Permit constructionPermit,
            @Nullable String constructionBasis,
            PermitsForm.DrawingReview drawingReview,
            @Nullable String drawingBasis,
            PermitsForm.FireCategory fireCategory,
            @Nullable String fireBasis,
            String basis,
            LocalDate happenedOn) {}

    record Funds(long id, String accountNo, long approvedFen, boolean secured, LocalDate happenedOn) {}

    record Source(FundsForm.Source source, long dueFen, long receivedFen, @Nullable LocalDate receivedOn) {}
}
