package org.jiugai.casefile;

import java.time.LocalDate;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A case: one project of a programme on its way from survey to archive.
 *
 * @param caseNo business key of every process instance of the case
 * @param county code of the county, the tenant
 * @param street code of the street's region
 * @param investmentFen estimated investment at entry
 */
@Table("renovation_case")
public record RenovationCase(
        @Id @Nullable Long id,
        String caseNo,
        String name,
        String county,
        String street,
        int programmeYear,
        long policyVersionId,
        String policyCode,
        long investmentFen,
        String state,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String outcome,
        @Version int version) {
    public Money investment() {
        return Money.ofFen(investmentFen);
    }

    public long caseId() {
        if (id == null) throw new IllegalStateException("case not saved yet");
        return id;
    }

    RenovationCase closed(String outcome, LocalDate on) {
        return new RenovationCase(
                id,
                caseNo,
                name,
                county,
                street,
                programmeYear,
                policyVersionId,
                policyCode,
                investmentFen,
                "CLOSED",
                openedOn,
                on,
                outcome,
                version);
    }
}
