package org.jiugai.consultation;

/** What must have been done before a plan is final; which of them, the policy says. */
public enum CheckItem {
    ROUNDS("各轮方案均已编制"),
    FIRST_NOTICE("一下公示已完成且异议已处理"),
    COUNCIL("居民议事会已召开"),
    REVISED_NOTICE("二下公示已完成且异议已处理"),
    OWNERS_VOTE("业主共同决定已通过"),
    OPINIONS("居民意见均已答复、采纳情况已汇总");

    private final String label;

    CheckItem(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
