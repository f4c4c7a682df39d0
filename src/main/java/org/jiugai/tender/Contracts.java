package org.jiugai.tender;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed contracts with the part that each case bears. */
@Repository
class Contracts {
    private final JdbcClient jdbc;

    Contracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean numberTaken(String contractNo) {
        return jdbc.sql("select exists (select 1 from contract where contract_no = ?)")
                .param(contractNo)
                .query(Boolean.class)
                .single();
    }

    /** @param signed a form whose rules were checked: nothing that a contract needs is missing */
    long add(long packageId, long awardId, SignedTerms signed, Map<Long, Money> parts, Actor actor, Instant now) {
        long id = jdbc.sql(
                        """
                        insert into contract (package_id, award_id, contract_no, contractor_office, firm_reason, price_fen, duration_days,
                          labour_share, advance_share, progress_share, retention_share, retention_months, bond_type, comment,
                          happened_on, person, office, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        packageId,
                        awardId,
                        signed.contractNo(),
                        signed.contractorOffice(),
                        signed.firmReason(),
                        signed.price().fen(),
                        signed.durationDays(),
                        signed.labour().toString(),
                        signed.advance().toString(),
                        signed.progress().toString(),
                        signed.retention().toString(),
                        signed.retentionMonths(),
                        signed.bondType().name(),
                        signed.comment(),
                        signed.signedOn(),
                        actor.personId(),
                        actor.officeId(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        parts.forEach((caseId, amount) -> jdbc.sql("insert into contract_case values (?, ?, ?)")
                .params(id, caseId, amount.fen())
                .update());
        int line = 1;
        for (ContractForm.WarrantyTerm term : signed.warranty()) {
            jdbc.sql("insert into contract_warranty values (?, ?, ?, ?)")
                    .params(id, line++, term.item().name(), term.months())
                    .update();
        }
        return id;
    }

    List<Contract> ofCase(long caseId) {
        return jdbc.sql(
                        """
                        select k.*, p.package_no, p.type, c.amount_fen from contract k
                        join contract_case c on c.contract_id = k.id join tender_package p on p.id = k.package_id
                        where c.case_id = ? order by k.id""")
                .param(caseId)
                .query((row, n) -> new Contract(
                        row.getLong("id"),
                        row.getLong("package_id"),
                        row.getString("package_no"),
                        PackageType.valueOf(row.getString("type")),
                        row.getString("contract_no"),
                        row.getString("contractor_office"),
                        Money.ofFen(row.getLong("price_fen")),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getInt("duration_days"),
                        row.getDate("happened_on").toLocalDate(),
                        Share.of(row.getString("labour_share")),
                        Share.of(row.getString("advance_share")),
                        Share.of(row.getString("progress_share")),
                        Share.of(row.getString("retention_share")),
                        row.getInt("retention_months"),
                        ContractForm.BondType.valueOf(row.getString("bond_type"))))
                .list();
    }
}
