package org.jiugai.satisfaction;

/** How a household finds the renovation; who finds it fair counts as satisfied. */
public enum Rating {
    SATISFIED("满意"),
    FAIR("基本满意"),
    UNSATISFIED("不满意");

    private final String label;

    Rating(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
