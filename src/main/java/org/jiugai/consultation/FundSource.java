package org.jiugai.consultation;

/** Where the money of a plan is to come from. */
public enum FundSource {
    CENTRAL("中央补助资金"),
    PROVINCIAL("省级补助资金"),
    CITY("市级财政资金"),
    COUNTY("县区财政资金"),
    SPECIAL_BOND("专项债券"),
    RESIDENTS("居民出资"),
    UTILITY_UNITS("管线单位出资"),
    MAINTENANCE_FUND("住宅专项维修资金"),
    SOCIAL("社会资本"),
    OTHER("其他");

    private final String label;

    FundSource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
