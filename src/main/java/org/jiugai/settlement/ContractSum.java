package org.jiugai.settlement;

import java.util.Optional;
import org.jiugai.kernel.Money;
import org.jiugai.tender.Contract;
import org.jiugai.tender.TenderManagement;
import org.springframework.stereotype.Component;

/** The contract price with which a settlement is compared. */
@Component
class ContractSum {
    private final TenderManagement tender;

    ContractSum(TenderManagement tender) {
        this.tender = tender;
    }

    /** The part of the works contract's price that this case bears; empty where none is signed. */
    Optional<Money> of(long caseId) {
        return tender.contracts(caseId).stream()
                .filter(contract -> contract.type().isWorks())
                .findFirst()
                .map(Contract::amountOfCase);
    }
}
