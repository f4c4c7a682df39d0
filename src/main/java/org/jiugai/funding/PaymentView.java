package org.jiugai.funding;

import java.time.LocalDate;
import java.util.List;
import org.jiugai.casefile.CaseFinding;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of a payment show.
 *
 * @param applied what the contractor applied for, or what is due while he has not
 * @param balance what is left of the money of the tranche's source; null for government money, whose arrival is not recorded here
 * @param missing residents' money that has to come in first
 * @param findings open findings that want an answer
 * @param today the day that the form proposes as the day of payment
 * @param approvals one row for each step taken: step, decision, amount, returned to, reason, by, on
 */
public record PaymentView(
        FundingTranche tranche,
        Money applied,
        @Nullable Money balance,
        Money missing,
        List<CaseFinding> findings,
        LocalDate today,
        List<List<String>> approvals) {
    public String balanceShown() {
        return balance == null ? "政府资金到账未在本系统登记" : balance.shown();
    }
}
