package org.jiugai.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A region: city, county, street or community, as a tree. */
public record Region(String code, String name, Kind kind, @Nullable String parent) {
    public enum Kind {
        CITY("市", 6),
        COUNTY("区县", 6),
        STREET("街道（镇）", 9),
        COMMUNITY("社区（村）", 12);

        private final String label;
        private final int digits;

        Kind(String label, int digits) {
            this.label = label;
            this.digits = digits;
        }

        public String label() {
            return label;
        }

        /** Length of its code (GB/T 2260, GB/T 10114). */
        public int digits() {
            return digits;
        }

        /** The kind of the regions directly below, nothing below a community. */
        public Optional<Kind> below() {
            return switch (this) {
                case CITY -> Optional.of(COUNTY);
                case COUNTY -> Optional.of(STREET);
                case STREET -> Optional.of(COMMUNITY);
                case COMMUNITY -> Optional.empty();
            };
        }
    }
}
