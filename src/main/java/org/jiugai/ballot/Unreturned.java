package org.jiugai.ballot;

/** What counts for an owner whose ballot did not come back; anything but the first must stand in the owners' rules. */
public enum Unreturned {
    NOT_PARTICIPATING("不计入参与"),
    FOLLOWS_MAJORITY("随多数"),
    ABSTAIN("计为弃权");

    private final String label;

    Unreturned(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
