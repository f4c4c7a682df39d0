package org.jiugai.survey;

/** How a household's answers came in. */
public enum VisitChannel {
    VISIT("入户"),
    PAPER("纸质调查表"),
    PAGE("住户页面"),
    WALK_IN("到访代录");

    private final String label;

    VisitChannel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
