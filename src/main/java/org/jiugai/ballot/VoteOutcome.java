package org.jiugai.ballot;

/** What the owners have decided on the matters of the community's latest plan. */
public enum VoteOutcome {
    NOT_REQUIRED("不需要业主共同决定"),
    OPEN("尚未表决或表决未结束"),
    PASSED("表决通过"),
    FAILED("表决未通过");

    private final String label;

    VoteOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
