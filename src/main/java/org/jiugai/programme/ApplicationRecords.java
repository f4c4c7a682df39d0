package org.jiugai.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of applications. Entries and reviews are only added; the latest counts. */
@Repository
class ApplicationRecords {
    private final JdbcClient jdbc;

    ApplicationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ProjectApplication open(
            String county, String street, int year, Policy policy, Actor actor, LocalDate on, Instant now) {
        long running = jdbc.sql("select nextval('application_number_seq')")
                .query(Long.class)
                .single();
        String number = "SQ-%s-%d-%04d".formatted(county, year, running);
        long id = jdbc.sql(
                        """
                        insert into project_application (number, county, street, year, policy_version_id, policy_code, person, office,
                            happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        number,
                        county,
                        street,
                        year,
                        policy.versionId(),
                        policy.code(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        return get(id);
    }

    ProjectApplication get(long id) {
        return jdbc.sql("select * from project_application where id = ?")
                .param(id)
                .query(ApplicationRecords::application)
                .optional()
                .orElseThrow(() -> new RuleViolation("programme.unknownApplication", "没有编号为 " + id + " 的申报"));
    }

    List<ProjectApplication> of(Set<String> counties) {
        return jdbc.sql("select * from project_application where county in (:counties) order by id desc")
                .param("counties", counties)
                .query(ApplicationRecords::application)
                .list();
    }

    private static ProjectApplication application(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        return new ProjectApplication(
                row.getLong("id"),
                row.getString("number"),
                row.getString("county"),
                row.getString("street"),
                row.getInt("year"),
                row.getLong("policy_version_id"),
                row.getString("policy_code"),
                outcome == null ? null : LibraryTier.valueOf(outcome),
                row.getObject("outcome_on", LocalDate.class),
                row.getObject("case_id", Long.class));
    }

    void enter(long application, ApplicationForm form, Actor actor, LocalDate on, Instant now) {
        long entry = jdbc.sql(
                        """
                        insert into application_entry (application_id, project_name, households, buildings, area_hundredths, investment_fen,
                            surveyed, supporting, demolition_years, last_renovated_year, fit_for_total_rebuild, comment, person, office,
                            happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        application,
                        form.projectName().strip(),
                        form.households(),
                        form.buildings(),
                        form.floorArea().hundredths(),
                        form.estimatedInvestment().fen(),
                        form.surveyedHouseholds(),
                        form.supportingHouseholds(),
                        form.demolitionPlannedWithinYears(),
                        form.lastRenovatedYear(),
                        form.fitForTotalRebuild(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        int line = 0;
        for (ApplicationForm.Community c : form.communities()) {
            jdbc.sql(
                            """
                            insert into application_community (entry_id, line, name, build_year, households, buildings, area_hundredths)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            entry,
                            ++line,
                            c.name().strip(),
                            c.buildYear(),
                            c.households(),
                            c.buildings(),
                            c.floorArea().hundredths())
                    .update();
        }
        line = 0;
        for (ApplicationForm.Fund fund : form.fundSources()) {
            jdbc.sql("insert into application_fund_source (entry_id, line, source, amount_fen) values (?, ?, ?, ?)")
                    .params(entry, ++line, fund.source().name(), fund.amount().fen())
                    .update();
        }
        form.problemCategories()
                .forEach(category -> jdbc.sql("insert into application_problem (entry_id, category) values (?, ?)")
                        .params(entry, category.name())
                        .update());
    }

    /** The latest entry, as it was submitted; empty before the first. */
    Optional<ApplicationForm> entry(long application) {
        return jdbc.sql("select * from application_entry where application_id = ? order by id desc limit 1")
                .param(application)
                .query((row, n) -> {
                    long entry = row.getLong("id");
                    return new ApplicationForm(
                            row.getString("project_name"),
                            communities(entry),
                            row.getInt("households"),
                            row.getInt("buildings"),
                            new Area(row.getLong("area_hundredths")),
                            Money.ofFen(row.getLong("investment_fen")),
                            funds(entry),
                            problems(entry),
                            row.getInt("surveyed"),
                            row.getInt("supporting"),
                            row.getObject("demolition_years", Integer.class),
                            row.getObject("last_renovated_year", Integer.class),
                            row.getBoolean("fit_for_total_rebuild"),
                            row.getString("comment"));
                })
                .optional();
    }

    private List<ApplicationForm.Community> communities(long entry) {
        return jdbc.sql("select * from application_community where entry_id = ? order by line")
                .param(entry)
                .query((row, n) -> new ApplicationForm.Community(
                        row.getString("name"),
                        row.getInt("build_year"),
                        row.getInt("households"),
                        row.getInt("buildings"),
                        new Area(row.getLong("area_hundredths"))))
                .list();
    }

    private List<ApplicationForm.Fund> funds(long entry) {
        return jdbc.sql("select * from application_fund_source where entry_id = ? order by line")
                .param(entry)
                .query((row, n) -> new ApplicationForm.Fund(
                        ApplicationForm.Source.valueOf(row.getString("source")),
                        Money.ofFen(row.getLong("amount_fen"))))
                .list();
    }

    private Set<ApplicationForm.ProblemCategory> problems(long entry) {
        Set<ApplicationForm.ProblemCategory> problems = EnumSet.noneOf(ApplicationForm.ProblemCategory.class);
        jdbc.sql("select category from application_problem where entry_id = ?")
                .param(entry)
                .query(String.class)
                .list()
                .forEach(category -> problems.add(ApplicationForm.ProblemCategory.valueOf(category)));
        return problems;
    }

    void review(
            long application,
            LibraryReviewForm form,
            List<Eligibility.Judged> judged,
            Actor actor,
            LocalDate on,
            Instant now) {
        boolean admits = form.decision() == LibraryReviewForm.Decision.ADMIT;
        boolean supplements = form.decision() == LibraryReviewForm.Decision.SUPPLEMENT;
        long review = jdbc.sql(
                        """
                        insert into library_review (application_id, entry_id, decision, tier, proposed_year, override_reason, missing,
                            failed_required, failed_priority, comment, person, office, happened_on, recorded_at)
                        select ?, max(id), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from application_entry where application_id = ? returning id""")
                .params(
                        application,
                        form.decision().name(),
                        admits && form.libraryTier() != null
                                ? form.libraryTier().name()
                                : null,
                        admits ? form.proposedYear() : null,
                        admits && form.hasOverrideReason() ? form.overrideReason() : null,
                        supplements ? form.missing() : null,
                        (int) judged.stream().filter(j -> j.fails("REQUIRED")).count(),
                        (int) judged.stream().filter(j -> j.fails("PRIORITY")).count(),
                        form.comment(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now),
                        application)
                .query(Long.class)
                .single();
        form.plans().forEach(plan -> jdbc.sql("insert into library_review_plan (review_id, plan) values (?, ?)")
                .params(review, plan.name())
                .update());
        int line = 0;
        for (Eligibility.Judged j : judged) {
            jdbc.sql(
                            """
                            insert into library_review_criterion (review_id, line, criterion, label, kind, required, actual, met)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(review, ++line, j.id(), j.label(), j.kind(), j.required(), j.actual(), j.met())
                    .update();
        }
    }

    Optional<LibraryReview> review(long application) {
        return jdbc.sql(
                        """
                        select id, decision, tier, proposed_year, override_reason, missing, failed_required, failed_priority, comment
                        from library_review where application_id = ? order by id desc limit 1""")
                .param(application)
                .query(LibraryReview.class)
                .optional();
    }

    boolean wasSupplemented(long application) {
        return jdbc.sql(
                        "select exists (select 1 from library_review where application_id = ? and decision = 'SUPPLEMENT')")
                .param(application)
                .query(Boolean.class)
                .single();
    }

    List<Eligibility.Judged> judged(long review) {
        return jdbc.sql(
                        """
                        select criterion as id, label, kind, required, actual, met from library_review_criterion
                        where review_id = ? order by line""")
                .param(review)
                .query(Eligibility.Judged.class)
                .list();
    }

    void override(long review, OverrideForm form, Actor actor, LocalDate on, Instant now) {
        jdbc.sql(
                        """
                        insert into admission_override (review_id, granted, reason, person, office, happened_on, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        review,
                        form.decision() == OverrideForm.Decision.GRANT,
                        form.comment().strip(),
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .update();
    }

    @Nullable
    Boolean overridden(long review) {
        return jdbc.sql("select granted from admission_override where review_id = ?")
                .param(review)
                .query(Boolean.class)
                .optional()
                .orElse(null);
    }

    void conclude(long application, LibraryTier outcome, LocalDate on) {
        jdbc.sql("update project_application set outcome = ?, outcome_on = ? where id = ? and outcome is null")
                .params(outcome.name(), on, application)
                .update();
    }

    void opened(long application, long caseId) {
        jdbc.sql("update project_application set case_id = ? where id = ?")
                .params(caseId, application)
                .update();
    }
}
