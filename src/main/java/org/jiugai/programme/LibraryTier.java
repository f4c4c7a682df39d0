package org.jiugai.programme;

/** Where an application ends: one of the three tiers of the library (实施一批、谋划一批、储备一批), or not at all. */
public enum LibraryTier {
    IMPLEMENT("实施库"),
    PLAN("谋划库"),
    RESERVE("储备库"),
    REJECT("不予入库");

    private final String label;

    LibraryTier(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
