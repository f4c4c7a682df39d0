package org.jiugai.registry;

import java.util.List;
import org.jiugai.kernel.Area;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is first put into the baseline.
 *
 * @param owners at least one; the first one votes unless another says so
 */
public record NewUnit(
        String building, int entrance, String door, Area area, AreaBasis areaBasis, Tenure tenure, List<Owner> owners) {
    /**
     * @param identity number of the identity card or the body's credit code, null when unknown
     * @param votes whether he is the one who votes for the co-owners
     */
    public record Owner(
            OwnerKind kind, String name, @Nullable String identity, @Nullable String phone, boolean votes) {}
}
