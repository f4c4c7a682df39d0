package org.jiugai.stewardship;

/** Modes of management (book 3.7); which of them a case may choose, its policy says. */
public enum ManagementMode {
    PROPERTY_COMPANY("物业企业管理"),
    OWNERS_SELF("业主自治自管"),
    SEMI_SELF("半自助自治（菜单式购买）"),
    STREET_QUASI("街道社区准物业服务"),
    TRUST("托管"),
    SOCIAL_ORG("社会组织代管"),
    STATE_UNIT("单位自管");

    private final String label;

    ManagementMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Somebody is engaged by contract. */
    boolean contracted() {
        return this == PROPERTY_COMPANY || this == TRUST || this == SOCIAL_ORG;
    }

    /** The residents pay a fee by floor area. */
    boolean charged() {
        return this == PROPERTY_COMPANY || this == TRUST;
    }
}
