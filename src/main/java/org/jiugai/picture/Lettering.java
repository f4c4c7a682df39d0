package org.jiugai.picture;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.picture.Drawing.Mark;
import org.jiugai.picture.Drawing.Words;

/**
 * Breaks labels into lines and places them. Widths are estimated, not measured with a font, so that a picture does not depend on the
 * machine: a Chinese character is as wide as it is high, Latin letters have a common width by their kind.
 */
final class Lettering {
    static final int TASK = 120;
    static final int LABEL = 110;
    private static final String NEVER_FIRST = "，。、；：？！）】》」』”’〉…—·%％）,.;:?!)]}";
    private static final String NEVER_LAST = "（【《「『“‘〈([{￥¥";
    private static final String NARROW = "iIjlft.,;:'|!()[]{} ";
    private static final int FIRST_WIDE = 0x2E80;

    private Lettering() {}

    /** Lines in the middle of a box. */
    static List<Mark> within(Box box, String label, int size) {
        List<String> lines = lines(label, size, box.width());
        return centred(lines, box.middleX(), box.middleY() - lines.size() * lineHeight(size) / 2, size);
    }

    /** Lines below one another, from the top of a box. */
    static List<Mark> below(int middleX, int top, int width, String label, int size) {
        return centred(lines(label, size, width), middleX, top, size);
    }

    /** Lines that begin at the left edge of a box. */
    static List<Mark> atLeft(Box box, String label, int size) {
        List<Mark> marks = new ArrayList<>();
        int baseline = box.y() + ascent(size);
        for (String line : lines(label, size, box.width())) {
            marks.add(new Words(line, box.x(), baseline, size, false, false));
            baseline += lineHeight(size);
        }
        return marks;
    }

    /** The name of a pool or lane in its narrow strip at the left. */
    static Mark turned(Box strip, String label, int size) {
        return new Words(label, strip.middleX() + size / 3, strip.middleY(), size, true, true);
    }

    private static List<Mark> centred(List<String> lines, int middleX, int top, int size) {
        List<Mark> marks = new ArrayList<>();
        int baseline = top + ascent(size);
        for (String line : lines) {
            marks.add(new Words(line, middleX, baseline, size, true, false));
            baseline += lineHeight(size);
        }
        return marks;
    }

    static int lineHeight(int size) {
        return size * 5 / 4;
    }

    private static int ascent(int size) {
        return size * 101 / 100;
    }

    /** Where the words stand. */
    static Box space(Words words) {
        int length = width(words.text(), words.size());
        int height = lineHeight(words.size());
        if (words.turned()) return new Box(words.x() - words.size(), words.baseline() - length / 2, height, length);
        return new Box(
                words.centred() ? words.x() - length / 2 : words.x(),
                words.baseline() - ascent(words.size()),
                length,
                height);
    }

    /** Breaks between any two Chinese characters except where typesetting forbids it, between Latin words at spaces; balanced. */
    static List<String> lines(String label, int size, int width) {
        List<String> pieces = pieces(label.strip().replaceAll("\\s+", " "), size, width);
        List<String> lines = fill(pieces, size, width);
        int total = width(label, size);
        int even = Math.min(width, (total + lines.size() - 1) / Math.max(1, lines.size()) + size / 2);
        List<String> balanced = fill(pieces, size, even);
        return balanced.size() == lines.size() ? balanced : lines;
    }

    private static List<String> fill(List<String> pieces, int size, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces) {
            if (!line.isEmpty() && width((line + piece).stripTrailing(), size) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) lines.add(line.toString().strip());
        return lines;
    }

    /** What must not be torn apart. */
    private static List<String> pieces(String label, int size, int width) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int[] letters = label.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            if (i > 0 && (mayBreak(letters[i - 1], letters[i]) || width(piece.toString(), size) + size > width)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(letters[i]);
        }
        if (!piece.isEmpty()) pieces.add(piece.toString());
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if (NEVER_LAST.indexOf(before) >= 0 || NEVER_FIRST.indexOf(after) >= 0) return false;
        if (before == ' ' || before == '/' || before == '-') return true;
        return before >= FIRST_WIDE || after >= FIRST_WIDE;
    }

    static int width(String text, int size) {
        return text.codePoints()
                .map(letter -> {
                    if (letter >= FIRST_WIDE) return size;
                    if (NARROW.indexOf(letter) >= 0) return size * 35 / 100;
                    return Character.isUpperCase(letter) ? size * 70 / 100 : size * 58 / 100;
                })
                .sum();
    }
}
