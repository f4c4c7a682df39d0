package org.jiugai.ballot;

/**
 * The result of an item as it was counted and is published: persons and area.
 *
 * @param majority 普通多数 or 特别多数, {@code clause} where the law says so
 */
public record CountedItem(
        int no,
        StatutoryItem item,
        String content,
        String majority,
        String clause,
        Totals participated,
        Totals agreed,
        Totals against,
        Totals abstained,
        boolean quorate,
        boolean approved) {
    public boolean passed() {
        return quorate && approved;
    }

    /** 通过, or why not. */
    public String verdict() {
        if (passed()) return "通过";
        return quorate ? "未通过（同意未达法定比例）" : "未通过（参与未达三分之二）";
    }
}
