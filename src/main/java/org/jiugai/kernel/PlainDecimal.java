package org.jiugai.kernel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads a decimal as people write one. An exponent is refused: {@code 1e99999999} is ten letters, but written out it takes the machine's
 * memory. So is what no budget reaches: sums of amounts must not leave a long.
 */
final class PlainDecimal {
    private static final Pattern WRITTEN = Pattern.compile("[+-]?(\\d{1,12}(\\.\\d{0,18})?|\\.\\d{1,18})");

    private PlainDecimal() {}

    /**
     * @param text with or without separators of thousands
     * @throws NumberFormatException when the text is no such number
     */
    static BigDecimal of(String text) {
        String plain = text.strip().replace(",", "");
        if (!WRITTEN.matcher(plain).matches()) throw new NumberFormatException("no plain decimal");
        return new BigDecimal(plain);
    }
}
