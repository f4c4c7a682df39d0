package org.jiugai.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface CaseCommunities extends Repository<CaseCommunity, Long> {
    CaseCommunity save(CaseCommunity community);

    Optional<CaseCommunity> findById(long id);

    /** Of a community of the registry: as part of cases that are open. */
    @Query(
            """
            select c.* from case_community c join renovation_case r on r.id = c.case_id
            where c.registered_id = :registeredId and r.state = 'OPEN' and not exists (
                select 1 from community_departure d where d.community_id = c.id and d.approved) order by c.id desc""")
    List<CaseCommunity> openWith(long registeredId);

    /** Those that have not left the case. */
    @Query(
            """
            select c.* from case_community c where c.case_id = :caseId and not exists (
                select 1 from community_departure d where d.community_id = c.id and d.approved) order by c.id""")
    List<CaseCommunity> remainingIn(long caseId);
}
