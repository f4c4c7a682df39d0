package org.jiugai.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the whole record found.
 *
 * @param links how many links hold, from the first one on
 * @param head the last of them; null when there is none
 * @param anchors how many anchors agree
 * @param firstBreak the first row that does not hold; null when the record is whole
 */
public record Verification(long links, @Nullable ChainHead head, int anchors, @Nullable ChainBreak firstBreak) {
    public boolean isWhole() {
        return firstBreak == null;
    }

    /** The result in Chinese. */
    public String sentence() {
        if (firstBreak != null) return "记录核验：不完整。" + firstBreak.sentence() + "。";
        if (head == null) return "记录核验：完整。尚无记录。";
        return "记录核验：完整。共%d号，首尾相接，与%d个锚点相符；末号摘要 %s。".formatted(links, anchors, head.hash());
    }
}
