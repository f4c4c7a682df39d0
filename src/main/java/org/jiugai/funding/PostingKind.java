package org.jiugai.funding;

/** What a posting is. */
public enum PostingKind {
    CONTRIBUTION("资金到账"),
    PAYMENT("拨付"),
    TRUE_UP("结算调差"),
    DEDUCTION("质保金扣减"),
    RECOVERY("多付应退"),
    REVERSAL("冲销");

    private final String label;

    PostingKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
