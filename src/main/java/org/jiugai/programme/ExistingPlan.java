package org.jiugai.programme;

/** Another plan that already contains a community; it can not be renovated as well. */
public enum ExistingPlan {
    SHANTY_TOWN("棚户区改造计划"),
    DEMOLITION("征迁计划"),
    DANGEROUS_HOUSING("危旧房改造计划");

    private final String label;

    ExistingPlan(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
