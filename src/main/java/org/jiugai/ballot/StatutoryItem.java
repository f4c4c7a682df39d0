package org.jiugai.ballot;

import java.util.Arrays;

/** The matters of 民法典第278条第1款 in their order. */
public enum StatutoryItem {
    RULES_OF_PROCEDURE(1, "制定和修改业主大会议事规则"),
    CONVENTION(2, "制定和修改管理规约"),
    COMMITTEE(3, "选举业主委员会或者更换业主委员会成员"),
    MANAGER(4, "选聘和解聘物业服务企业或者其他管理人"),
    FUND_USE(5, "使用建筑物及其附属设施的维修资金"),
    FUND_RAISE(6, "筹集建筑物及其附属设施的维修资金"),
    REBUILD(7, "改建、重建建筑物及其附属设施"),
    COMMON_PART_USE(8, "改变共有部分的用途或者利用共有部分从事经营活动"),
    OTHER(9, "有关共有和共同管理权利的其他重大事项");

    private final int no;
    private final String label;

    StatutoryItem(int no, String label) {
        this.no = no;
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Its number in the paragraph, 1 to 9. */
    public int no() {
        return no;
    }

    public static StatutoryItem of(int no) {
        return Arrays.stream(values())
                .filter(item -> item.no() == no)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no item " + no));
    }
}
