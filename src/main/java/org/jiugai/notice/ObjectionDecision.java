package org.jiugai.notice;

/** What the subdistrict decides on one objection. */
public enum ObjectionDecision {
    DISMISSED("不成立"),
    MINOR("成立(一般)"),
    MAJOR("成立(重大)");

    private final String label;

    ObjectionDecision(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
