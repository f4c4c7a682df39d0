package org.jiugai.survey;

/** What the authority for natural resources says about a structure. */
public enum Recognition {
    ILLEGAL("违法建设"),
    LEGAL("合法"),
    PENDING("待查");

    private final String label;

    Recognition(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
