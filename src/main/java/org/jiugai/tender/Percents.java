package org.jiugai.tender;

import org.jiugai.kernel.Share;
import org.jspecify.annotations.Nullable;

/** Percentages as forms send them: text with at most two decimals. */
final class Percents {
    static final String PATTERN = "\\d{1,3}(\\.\\d{1,2})?";
    static final String MESSAGE = "应为百分数，最多两位小数";

    private Percents() {}

    /** Nothing entered is nothing agreed. */
    static Share share(@Nullable String percent) {
        return percent == null || percent.isBlank() ? Share.ZERO : Share.ofPercent(percent);
    }
}
