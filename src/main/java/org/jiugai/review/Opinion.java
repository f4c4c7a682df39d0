package org.jiugai.review;

/** What a body says about a plan. */
public enum Opinion {
    AGREE("同意"),
    REVISE("修改后同意"),
    REFUSE("不同意");

    private final String label;

    Opinion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
