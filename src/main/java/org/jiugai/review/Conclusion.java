package org.jiugai.review;

/** How a round ends. {@link #CHAIR_DECIDES} is only ever a proposal, {@link #STOPPED} only ever a decision. */
public enum Conclusion {
    PASSED("通过"),
    CONDITIONAL("修改后通过"),
    REJECTED("不通过"),
    STOPPED("终止评审（退库）"),
    CHAIR_DECIDES("由召集单位说明理由后决定");

    private final String label;

    Conclusion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
