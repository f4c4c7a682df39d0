package org.jiugai.tender;

import java.util.List;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contracts for other rooms. */
@Service
@Transactional(readOnly = true)
public class TenderManagement {
    private final Contracts contracts;

    TenderManagement(Contracts contracts) {
        this.contracts = contracts;
    }

    /** The signed contracts that serve a case, in the order in which they were signed. */
    public List<Contract> contracts(long caseId) {
        return contracts.ofCase(caseId);
    }

    /**
     * The contract under which the case is built; the first signed where there are several.
     *
     * @throws RuleViolation before it is signed
     */
    public Contract worksContract(long caseId) {
        return contracts(caseId).stream()
                .filter(contract -> contract.type().isWorks())
                .findFirst()
                .orElseThrow(() -> new RuleViolation("tender.noWorksContract", "本案尚未签订施工合同"));
    }
}
