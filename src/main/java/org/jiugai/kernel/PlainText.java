package org.jiugai.kernel;

/** What a person can type and a database can keep: no control characters but tab and line breaks, no half of a pair, no noncharacter. */
public final class PlainText {
    private PlainText() {}

    public static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::isTyped);
    }

    private static boolean isTyped(int letter) {
        if (letter == '\t' || letter == '\n' || letter == '\r') return true;
        boolean noncharacter = (letter & 0xFFFE) == 0xFFFE || letter >= 0xFDD0 && letter <= 0xFDEF;
        return !noncharacter
                && switch (Character.getType(letter)) {
                    case Character.CONTROL, Character.SURROGATE -> false;
                    default -> true;
                };
    }
}
