package org.jiugai.registry;

/** Kind of property of a unit. */
public enum Tenure {
    COMMODITY("商品房"),
    REFORMED("房改房"),
    PUBLIC("公房"),
    WORK_UNIT("单位自管");

    private final String label;

    Tenure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
