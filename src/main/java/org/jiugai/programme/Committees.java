package org.jiugai.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.NameKey;

/** Residents' committees (社区居委会) of streets, and which of them a community (小区) belongs to. */
@FunctionalInterface
interface Committees {
    /**
     * @param community name of the 社区 region
     * @param officeName name of its committee
     * @param office id of its committee
     */
    record Committee(String community, String officeName, String office) {
        private boolean isCalled(String key) {
            return key.equals(NameKey.of(community)) || key.equals(bare()) || key.equals(NameKey.of(officeName));
        }

        private String bare() {
            return NameKey.of(community).replaceFirst("社区$", "");
        }

        private boolean beginsNameOf(String key) {
            return !bare().isEmpty() && key.startsWith(bare());
        }
    }

    /** The committees of a street by its region code. */
    List<Committee> of(String street);

    /** The office of the committee that a sheet names by its 社区 or its own name. */
    default Optional<String> named(String street, String name) {
        String key = NameKey.of(name);
        return of(street).stream()
                .filter(committee -> committee.isCalled(key))
                .map(Committee::office)
                .findFirst();
    }

    /** The office of the committee whose 社区 gives the community its name, else of the street's only one; empty while that leaves it open. */
    default Optional<String> inChargeOf(String street, String communityName) {
        String key = NameKey.of(communityName);
        List<Committee> all = of(street);
        return all.stream()
                .filter(committee -> committee.beginsNameOf(key))
                .max(Comparator.comparingInt(committee -> committee.bare().length()))
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty())
                .map(Committee::office);
    }
}
