package org.jiugai.casefile;

import org.jiugai.kernel.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A community (小区) in a case: opinion, notice, council, plan and management mode are per community.
 *
 * @param residentsCommittee office of the residents' committee (社区居委会) in charge, null while unknown
 * @param areaHundredths floor area in 0.01 m²
 * @param registeredId id of the community's baseline in the registry
 */
@Table("case_community")
public record CaseCommunity(
        @Id @Nullable Long id,
        long caseId,
        String name,
        @Nullable String residentsCommittee,
        @Nullable Integer buildYear,
        int households,
        int buildings,
        long areaHundredths,
        long registeredId) {
    public long communityId() {
        if (id == null) throw new IllegalStateException("community not saved yet");
        return id;
    }

    public Area area() {
        return new Area(areaHundredths);
    }
}
