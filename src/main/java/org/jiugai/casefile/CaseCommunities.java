package org.jiugai.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CaseCommunities extends Repository<CaseCommunity, Long> {
    CaseCommunity save(CaseCommunity community);

    Optional<CaseCommunity> findById(long id);

    List<CaseCommunity> findByCaseIdOrderById(long caseId);
}
