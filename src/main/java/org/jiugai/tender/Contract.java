package org.jiugai.tender;

import java.time.LocalDate;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;

/**
 * A signed contract as one case sees it.
 *
 * @param price of the whole contract
 * @param amountOfCase the part of the price that this case bears
 * @param durationDays calendar days
 * @param labour part of the price that is wages; zero where the contract is no works contract
 * @param retentionMonths defect liability period; zero where the contract is no works contract
 */
public record Contract(
        long contractId,
        long packageId,
        String packageNo,
        PackageType type,
        String contractNo,
        String contractorOffice,
        Money price,
        Money amountOfCase,
        int durationDays,
        LocalDate signedOn,
        Share labour,
        Share advance,
        Share progress,
        Share retention,
        int retentionMonths,
        ContractForm.BondType bondType) {}
