package org.jiugai.ballot;

/** How a ballot came in. */
public enum Channel {
    WEB("网上"),
    PHONE("电话"),
    PAPER("纸质票");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
