package org.jiugai.funding;

/** Whose money a tranche is paid from. */
public enum Source {
    GOVERNMENT("政府资金"),
    OWNER_RAISED("居民出资");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
