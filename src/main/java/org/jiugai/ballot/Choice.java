package org.jiugai.ballot;

/** What a ballot says to an item; abstention takes part and does not agree. */
public enum Choice {
    AGREE("同意"),
    AGAINST("反对"),
    ABSTAIN("弃权");

    private final String label;

    Choice(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
