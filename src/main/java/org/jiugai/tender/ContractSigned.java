package org.jiugai.tender;

import java.time.LocalDate;
import java.util.Map;
import org.jiugai.kernel.Money;

/**
 * A package has its contract.
 *
 * @param amountByCase the part of the price that each case bears; the parts add up to the price
 */
public record ContractSigned(
        long contractId,
        long packageId,
        PackageType type,
        Map<Long, Money> amountByCase,
        String contractorOffice,
        LocalDate signedOn) {}
