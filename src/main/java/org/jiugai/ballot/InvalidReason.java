package org.jiugai.ballot;

/** Why a ballot does not count. */
public enum InvalidReason {
    TWO_BOXES("同一事项勾选两项以上"),
    NO_SIGNATURE("无签名或身份不明"),
    LATE("逾期送达"),
    NOT_ON_ROLL("不在表决名册"),
    DUPLICATE("同一业主重复投票"),
    ALTERED("涂改无法辨认");

    private final String label;

    InvalidReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
