package org.jiugai.works;

import java.time.LocalDate;
import java.util.Optional;
import org.jiugai.kernel.Money;
import org.springframework.stereotype.Component;

/** The terms of the works contract that progress and wage account are held against. */
@Component
class ContractOfCase {
    Optional<Terms> of(long caseId) {
        return Optional.empty();
    }

    record Terms(Money price, LocalDate signedOn) {}
}
