package org.jiugai.tender;

import org.jiugai.kernel.Money;
import org.jiugai.tender.ProcurementForm.PackageRow;
import org.jspecify.annotations.Nullable;

/** A package as a whole as it will be when the case's part is in it; what the must-tender table judges. Amounts in fen. */
record Lot(
        @Nullable Long packageId,
        String name,
        PackageType type,
        ProcurementMethod method,
        @Nullable String exceptionGround,
        long estimate,
        long works,
        long goods,
        long services,
        long budget,
        long investment,
        boolean stateControlled) {
    /** A package that the case founds; type and method were entered. */
    static Lot founded(
            PackageRow row, PackageType type, ProcurementMethod method, ProcurementForm form, Money investment) {
        return new Lot(
                null,
                row.name() == null ? "" : row.name().strip(),
                type,
                method,
                row.exceptionGround(),
                row.estimate().fen(),
                fen(row.worksPart()),
                fen(row.goodsPart()),
                fen(row.servicesPart()),
                form.budgetFunds().fen(),
                investment.fen(),
                form.stateControlled());
    }

    /** A package that other cases opened, with this case's part added. */
    static Lot joined(Packages.TenderPackage open, PackageRow row, ProcurementForm form, Money investment) {
        return new Lot(
                open.id(),
                open.shown(),
                open.type(),
                open.method(),
                open.exceptionGround(),
                open.estimateFen() + row.estimate().fen(),
                open.worksFen() + fen(row.worksPart()),
                open.goodsFen() + fen(row.goodsPart()),
                open.servicesFen() + fen(row.servicesPart()),
                open.budgetFen() + form.budgetFunds().fen(),
                open.investmentFen() + investment.fen(),
                open.stateControlled() || form.stateControlled());
    }

    static long fen(@Nullable Money amount) {
        return amount == null ? 0 : amount.fen();
    }
}
