package org.jiugai.registry;

/** Where a unit's area comes from; the earlier one prevails (建筑物区分所有权解释8). */
public enum AreaBasis {
    REGISTRY("不动产登记"),
    SURVEYED("实测"),
    CONTRACT("合同");

    private final String label;

    AreaBasis(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
