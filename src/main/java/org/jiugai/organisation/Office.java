package org.jiugai.organisation;

/**
 * An office, bureau, street, committee or company that acts in cases.
 *
 * @param id also the id of its group in Tasklist, e.g. {@code jinan-finance-bureau}
 * @param region code of the region to which it belongs
 */
public record Office(String id, String name, String region, Kind kind) {
    /** What it may be named to. */
    public enum Kind {
        /** Holds its roles in its region: for every case there. */
        AUTHORITY("机关、街道、社区", "机关"),
        /** A firm: holds its role for the cases that name it. */
        PARTY("参建单位", "参建单位"),
        /** Audit or inspection from outside: reads the cases named to it, and does nothing. */
        GUEST("来访审计、检查", "来访");

        private final String label;
        private final String shortLabel;

        Kind(String label, String shortLabel) {
            this.label = label;
            this.shortLabel = shortLabel;
        }

        public String label() {
            return label;
        }

        /** The word that sheets use. */
        public String shortLabel() {
            return shortLabel;
        }
    }
}
