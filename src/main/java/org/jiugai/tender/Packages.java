package org.jiugai.tender;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packages, the cases that they serve, and the decisions that brought them there. */
@Repository
class Packages {
    private static final String SELECT =
            """
            select p.id, p.package_no, p.county, p.name, p.type, p.method, p.exception_ground, p.founding_case_id,
              (select sum(estimate_fen) from package_case c where c.package_id = p.id) estimate_fen,
              (select sum(works_fen) from package_case c where c.package_id = p.id) works_fen,
              (select sum(goods_fen) from package_case c where c.package_id = p.id) goods_fen,
              (select sum(services_fen) from package_case c where c.package_id = p.id) services_fen,
              (select sum(d.budget_fen) from package_case c join procurement_decision d on d.id = c.decision_id
                where c.package_id = p.id) budget_fen,
              (select sum(d.investment_fen) from package_case c join procurement_decision d on d.id = c.decision_id
                where c.package_id = p.id) investment_fen,
              (select bool_or(d.state_controlled) from package_case c join procurement_decision d on d.id = c.decision_id
                where c.package_id = p.id) state_controlled,
              not exists (select 1 from tender_round r where r.package_id = p.id) open
            from tender_package p
            """;
    private final JdbcClient jdbc;

    Packages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A package with the sums over its cases; {@code open} until its tender documents are issued. */
    record TenderPackage(
            long id,
            String packageNo,
            String county,
            String name,
            PackageType type,
            ProcurementMethod method,
            @Nullable String exceptionGround,
            long foundingCaseId,
            long estimateFen,
            long worksFen,
            long goodsFen,
            long servicesFen,
            long budgetFen,
            long investmentFen,
            boolean stateControlled,
            boolean open) {
        Money estimate() {
            return Money.ofFen(estimateFen);
        }

        String shown() {
            return packageNo + " " + name;
        }
    }

    /** The part of a package that serves one case. */
    record Part(long packageId, long caseId, long estimateFen, boolean mustTender, String mustBasis) {}

    TenderPackage get(long packageId) {
        return jdbc.sql(SELECT + " where p.id = ?")
                .param(packageId)
                .query(TenderPackage.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("tender.unknownPackage", "没有编号为 " + packageId + " 的标段"));
    }

    /** Locks a package against a second join or the issue of its documents, then reads it; empty when unknown. */
    Optional<TenderPackage> lock(long packageId) {
        return jdbc.sql("select id from tender_package where id = ? for no key update")
                .param(packageId)
                .query(Long.class)
                .optional()
                .map(this::get);
    }

    List<TenderPackage> openIn(String county) {
        return jdbc
                .sql(SELECT + " where p.county = ? order by p.id")
                .param(county)
                .query(TenderPackage.class)
                .list()
                .stream()
                .filter(TenderPackage::open)
                .toList();
    }

    List<TenderPackage> ofCase(long caseId) {
        return jdbc.sql(
                        SELECT
                                + " where exists (select 1 from package_case c where c.package_id = p.id and c.case_id = ?) order by p.id")
                .param(caseId)
                .query(TenderPackage.class)
                .list();
    }

    /** The numbers of the packages that serve these cases, by case number. */
    Map<String, List<String>> numbersOf(Collection<String> caseNos) {
        if (caseNos.isEmpty()) return Map.of();
        return jdbc
                .sql(
                        """
                        select r.case_no, p.package_no from renovation_case r
                        join package_case c on c.case_id = r.id join tender_package p on p.id = c.package_id
                        where r.case_no in (:caseNos) order by p.id""")
                .param("caseNos", caseNos)
                .query((row, n) -> Map.entry(row.getString("case_no"), row.getString("package_no")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<Part> parts(long packageId) {
        return jdbc.sql("select * from package_case where package_id = ? order by case_id")
                .param(packageId)
                .query(Part.class)
                .list();
    }

    long decide(long caseId, ProcurementForm form, Money investment, Actor actor, Instant now) {
        return jdbc.sql(
                        """
                        insert into procurement_decision (case_id, budget_fen, investment_fen, state_controlled, comment, happened_on, person, office,
                          recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseId,
                        form.budgetFunds().fen(),
                        investment.fen(),
                        form.stateControlled(),
                        form.comment(),
                        form.decidedOn(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** Opens a package under the next number of its county and year, e.g. {@code 341502-BD-2024-003}. */
    long open(String county, long caseId, Lot lot, LocalDate on, Actor actor, Instant now) {
        int running = jdbc.sql(
                        """
                        insert into package_counter values (?, ?, 1)
                        on conflict (county, year) do update set last = package_counter.last + 1 returning last""")
                .params(county, on.getYear())
                .query(Integer.class)
                .single();
        return jdbc.sql(
                        """
                        insert into tender_package (package_no, county, name, type, method, exception_ground, founding_case_id,
                          person, office, happened_on, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        "%s-BD-%d-%03d".formatted(county, on.getYear(), running),
                        county,
                        lot.name(),
                        lot.type().name(),
                        lot.method().name(),
                        lot.exceptionGround(),
                        caseId,
                        actor.personId(),
                        actor.officeId(),
                        on,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    void join(long packageId, long caseId, long decisionId, ProcurementForm.PackageRow row, MustTender must) {
        jdbc.sql(
                        """
                        insert into package_case (package_id, case_id, decision_id, estimate_fen, works_fen, goods_fen,
                          services_fen, must_tender, must_basis) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        packageId,
                        caseId,
                        decisionId,
                        row.estimate().fen(),
                        Lot.fen(row.worksPart()),
                        Lot.fen(row.goodsPart()),
                        Lot.fen(row.servicesPart()),
                        must.mustTender(),
                        must.basis())
                .update();
    }

    /** The packages that the case founded and whose tender does not run yet; from now on it does. */
    List<TenderPackage> start(long caseId) {
        return jdbc
                .sql("update tender_package set started = true where founding_case_id = ? and not started returning id")
                .param(caseId)
                .query(Long.class)
                .list()
                .stream()
                .sorted()
                .map(this::get)
                .toList();
    }

    /** Types of the case's packages that have no contract yet, and those that have one. */
    List<PackageType> types(long caseId, boolean signed) {
        return jdbc.sql(
                        """
                        select p.type from package_case c join tender_package p on p.id = c.package_id
                        where c.case_id = ? and exists (select 1 from contract k where k.package_id = p.id) = ?""")
                .params(caseId, signed)
                .query(PackageType.class)
                .list();
    }
}
