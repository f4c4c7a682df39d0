package org.jiugai.acceptance;

/** What {@code acceptance-outcome} decides: 不合格, 合格(限期整改), 合格. */
public enum AcceptanceOutcome {
    FAILED("不合格"),
    PASSED_WITH_RECTIFICATION("合格（限期整改）"),
    PASSED("合格");

    private final String label;

    AcceptanceOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
