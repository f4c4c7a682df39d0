package org.jiugai.notice;

/** How a notice ended: what the caller's gateway asks. */
public enum NoticeOutcome {
    CLEAN("无异议或异议均不成立"),
    MINOR_UPHELD("一般异议成立"),
    MAJOR_UPHELD("重大异议成立");

    private final String label;

    NoticeOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
