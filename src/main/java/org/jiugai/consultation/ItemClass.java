package org.jiugai.consultation;

/** Class of a plan's item: three classes in the national guideline, four in the report of 2024; a policy names those that may not be empty. */
public enum ItemClass {
    BASIC("基础类"),
    IMPROVEMENT("完善类"),
    UPGRADE("提升类"),
    SAFETY("安全底线类"),
    LIVELIHOOD("基本民生类"),
    ENVIRONMENT("环境完善类"),
    SERVICE("公共服务提升类");

    private final String label;

    ItemClass(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
