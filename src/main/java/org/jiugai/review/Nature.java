package org.jiugai.review;

/** The nature of a revision: a major one opens the review and the notice again (S1-44). */
public enum Nature {
    MINOR("一般修改"),
    MAJOR("重大修改");

    private final String label;

    Nature(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
