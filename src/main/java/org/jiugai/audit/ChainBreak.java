package org.jiugai.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where the record does not hold.
 *
 * @param sequence the place in the chain; null when an entry has none
 * @param entry the entry's id; null when it cannot be known
 */
public record ChainBreak(Kind kind, @Nullable Long sequence, @Nullable Long entry) {
    /** What is wrong there. */
    public enum Kind {
        LINK_MISSING("第%s号缺失：该行已被删除，或顺序已被调换"),
        NOT_JOINED("第%s号（记录%s）与前一号不衔接：前一号或本号已被改动，或顺序已被调换"),
        ENTRY_MISSING("第%s号的记录%s缺失：该行已被删除"),
        ENTRY_CHANGED("第%s号（记录%s）的内容与其摘要不符：该行已被改动"),
        DETAIL_CHANGED("第%s号（记录%s）的可读内容缺失、已被改动，或未留痕脱敏"),
        NOT_LINKED("记录%2$s不在链上：该行是绕过系统插入的，或链的末尾已被截去"),
        TAIL_CUT("第%s号缺失：锚点记有该号，链却在此前结束，末尾已被截去或数据库已被恢复为旧副本"),
        ANCHOR_DIFFERS("第%s号（记录%s）与锚点不符：此前的记录已被整体改写，或数据库已被恢复为旧副本");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** One Chinese sentence that names the row. */
    public String sentence() {
        return kind.sentence.formatted(sequence, entry);
    }
}
