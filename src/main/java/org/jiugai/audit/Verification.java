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
public record Verification(
        long links, @Nullable ChainHead head, int anchors, @Nullable ChainBreak firstBreak) {
    public boolean isWhole() {
        return firstBreak == null;
    }
}
