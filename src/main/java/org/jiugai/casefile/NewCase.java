package org.jiugai.casefile;

import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a case needs to be opened.
 *
 * @param county county code (tenant)
 * @param street region code of the street
 * @param parties office by role, as far as known: employer, designer …
 */
public record NewCase(
        String name,
        String county,
        String street,
        int programmeYear,
        String policyCode,
        Money investment,
        List<Community> communities,
        Map<String, String> parties) {
    public record Community(
            String name,
            @Nullable String residentsCommittee,
            @Nullable Integer buildYear,
            int households,
            int buildings,
            Area area) {}
}
