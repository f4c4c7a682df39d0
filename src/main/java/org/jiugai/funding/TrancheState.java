package org.jiugai.funding;

/** Where a tranche stands. */
public enum TrancheState {
    PLANNED("未到条件"),
    STARTED("办理中"),
    PAID("已拨付"),
    REFUSED("拒绝支付"),
    NOT_DUE("无应付款");

    private final String label;

    TrancheState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this == PLANNED || this == STARTED;
    }
}
