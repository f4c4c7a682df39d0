package org.jiugai.tender;

/** How a package is bought. */
public enum ProcurementMethod {
    OPEN("公开招标"),
    INVITED("邀请招标"),
    NEGOTIATION("竞争性谈判"),
    CONSULTATION("竞争性磋商"),
    SINGLE_SOURCE("单一来源");

    private final String label;

    ProcurementMethod(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the Tendering Law rules it. */
    public boolean isTender() {
        return this == OPEN || this == INVITED;
    }
}
