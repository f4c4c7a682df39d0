package org.jiugai.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RenovationCases extends Repository<RenovationCase, Long> {
    RenovationCase save(RenovationCase renovationCase);

    Optional<RenovationCase> findById(long id);

    Optional<RenovationCase> findByCaseNo(String caseNo);
}
