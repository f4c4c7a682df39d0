package org.jiugai.consultation;

/** Where an opinion was heard. */
public enum OpinionSource {
    VISIT("入户"),
    PAGE("网上"),
    WALK_IN("来访"),
    NOTICE("公示异议"),
    COUNCIL("议事会");

    private final String label;

    OpinionSource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
