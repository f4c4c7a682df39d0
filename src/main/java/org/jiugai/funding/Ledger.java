package org.jiugai.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fund ledger of a case (book 6.4).
 *
 * @param contract contract amount with changes
 * @param settled settled amount, null before the settlement
 * @param collected residents' money on the special account
 * @param paid payments, true-ups and deductions less what is to be returned
 */
public record Ledger(
        Money contract,
        @Nullable Money settled,
        Money collected,
        Money paid,
        List<TrancheLine> tranches,
        List<PostingLine> postings) {
    /**
     * @param shortfall residents' money that is missing for this tranche, zero when none
     */
    public record TrancheLine(
            long id,
            String code,
            String name,
            Money due,
            Money paid,
            Money deducted,
            TrancheState state,
            Source source,
            String payer,
            boolean retention,
            Money shortfall) {
        /** What is left after deductions, never below zero. */
        public Money net() {
            return Money.max(Money.ZERO, due.minus(deducted));
        }
    }

    /**
     * @param cumulative paid so far, this posting included
     */
    public record PostingLine(
            long id,
            LocalDate happenedOn,
            PostingKind kind,
            @Nullable String tranche,
            Source source,
            String fromAccount,
            String toAccount,
            Money amount,
            Money cumulative,
            String cause,
            String handledBy) {}

    public TrancheLine tranche(String code) {
        return tranches.stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tranche " + code));
    }

    /** The tranche that is kept back until the warranty ends. */
    public Optional<TrancheLine> retention() {
        return tranches.stream().filter(TrancheLine::retention).findFirst();
    }

    /** Of the contract amount in percent with four decimals, for people. */
    public String percentOfContract(Money part) {
        if (contract.isZero()) return "—";
        return BigDecimal.valueOf(part.fen())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(contract.fen()), 4, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
