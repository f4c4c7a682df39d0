package org.jiugai.works;

import java.time.LocalDate;
import java.util.Optional;
import org.jiugai.kernel.Money;
import org.jiugai.tender.TenderManagement;
import org.springframework.stereotype.Component;

/** The terms of the works contract that progress and wage account are held against. */
@Component
class ContractOfCase {
    private final TenderManagement tender;

    ContractOfCase(TenderManagement tender) {
        this.tender = tender;
    }

    /** Empty where no works contract is signed yet. */
    Optional<Terms> of(long caseId) {
        return tender.contracts(caseId).stream()
                .filter(contract -> contract.type().isWorks())
                .findFirst()
                .map(contract -> new Terms(contract.amountOfCase(), contract.signedOn()));
    }

    /**
     * @param price the part of the contract price that this case bears
     */
    record Terms(Money price, LocalDate signedOn) {}
}
