package org.jiugai.ballot;

/** What a plan touches that its owners decide together (book 2.1). */
public enum Matter {
    ELEVATOR("加装电梯"),
    FACADE_ROOF("改变外立面、屋面或楼道"),
    NEW_FACILITY("新建或重建共用设施"),
    COMMON_PART_USE("改变共有部分用途或利用其经营"),
    COMPULSORY_PAYMENT("居民必须出资"),
    FUND_RAISE("续筹或补建维修资金"),
    FUND_USE("使用维修资金"),
    MANAGER("选聘物业企业或其他管理人"),
    RULES_OF_PROCEDURE("制定业主大会议事规则"),
    CONVENTION("制定管理规约"),
    COMMITTEE("选举业主委员会"),
    OTHER("让渡公共收益等其他重大事项");

    private final String label;

    Matter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
