package org.jiugai.tender;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jspecify.annotations.Nullable;

/** The terms of a signed contract, complete: what the form leaves open for other than works contracts is nothing. */
record SignedTerms(
        String contractNo,
        String contractorOffice,
        @Nullable String firmReason,
        LocalDate signedOn,
        Money price,
        int durationDays,
        Share labour,
        Share advance,
        Share progress,
        Share retention,
        int retentionMonths,
        ContractForm.BondType bondType,
        List<ContractForm.WarrantyTerm> warranty,
        @Nullable String comment) {
    /** @param form checked by {@link ContractRules} */
    static SignedTerms of(ContractForm form) {
        Integer months = form.retentionMonths();
        ContractForm.BondType bond = form.performanceBondType();
        return new SignedTerms(
                Objects.requireNonNull(form.contractNo()).strip(),
                Objects.requireNonNull(form.contractorOffice()),
                ProcurementRules.filled(form.firmReason()) ? form.firmReason() : null,
                Objects.requireNonNull(form.signDate()),
                Objects.requireNonNull(form.contractPrice()),
                Objects.requireNonNull(form.duration()),
                Percents.share(form.labourRatio()),
                Percents.share(form.advancePct()),
                Percents.share(form.progressPct()),
                Percents.share(form.retentionPct()),
                months == null ? 0 : months,
                bond == null ? ContractForm.BondType.NONE : bond,
                form.warrantyTerms(),
                form.comment());
    }
}
