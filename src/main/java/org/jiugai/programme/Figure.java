package org.jiugai.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jiugai.kernel.NameKey;

/** Reads a figure of a sheet exactly, whatever its width and separators. */
final class Figure {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?");
    private static final BigDecimal WHOLE_LIMIT = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000_000_000L);

    private Figure() {}

    /** Why a figure is refused, in Chinese. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Unreadable(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /**
     * @param shift decimal places to move: 万元 becomes fen with 6
     * @return a whole positive number
     */
    static long parse(String text, int shift) throws Unreadable {
        String plain = NameKey.of(text).replace(",", "").replace('\u2212', '-');
        if (!NUMBER.matcher(plain).matches()) throw new Unreadable("不是数字：“" + text.strip() + "”");
        BigDecimal value = new BigDecimal(plain).movePointRight(shift);
        if (value.signum() < 0) throw new Unreadable("不能为负数：" + text.strip());
        if (value.signum() == 0) throw new Unreadable("必须大于0");
        if (value.compareTo(shift == 0 ? WHOLE_LIMIT : LIMIT) > 0) throw new Unreadable("数值过大：" + text.strip());
        if (value.stripTrailingZeros().scale() > 0) {
            throw new Unreadable(
                    shift == 0
                            ? "必须是整数：" + text.strip()
                            : "小数位数过多，须精确到" + (shift == 2 ? "两" : "六") + "位以内：" + text.strip());
        }
        return value.longValueExact();
    }

    /** Splits a whole number as evenly as possible; what is left over goes to the first. */
    static List<Long> split(long whole, int parts) {
        List<Long> split = new ArrayList<>();
        for (int i = 0; i < parts; i++) split.add(whole / parts);
        split.set(0, split.get(0) + whole % parts);
        return split;
    }
}
