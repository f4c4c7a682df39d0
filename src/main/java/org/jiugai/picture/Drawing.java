package org.jiugai.picture;

import java.util.List;

/**
 * A model as it is drawn, from back to front. All lengths are tenths of the diagram's pixel, so that a drawing is made of whole numbers and
 * comes out the same everywhere.
 *
 * @param title the process's name
 */
public record Drawing(String title, Box view, List<Figure> figures) {
    /**
     * What is drawn for one element of the model.
     *
     * @param id the element's id
     * @param kinds what it is, from the general to the particular: {@code node task user}, {@code flow}
     */
    public record Figure(String id, List<String> kinds, List<Mark> marks) {}

    /** One stroke of the pen, or a line of text. */
    public sealed interface Mark permits Line, Words {}

    /** An outline, filled and drawn. */
    public record Line(Outline outline, Ink ink) implements Mark {}

    /**
     * One line of text.
     *
     * @param x the middle of the line, or its beginning
     * @param baseline where the characters stand
     * @param turned whether it is read from bottom to top, as the name of a pool
     */
    public record Words(String text, int x, int baseline, int size, boolean centred, boolean turned) implements Mark {}

    /** How an outline is drawn. */
    public record Ink(Fill fill, int width, Dash dash) {
        static final Ink THIN = new Ink(Fill.NONE, 15, Dash.SOLID);
        static final Ink SOLID = new Ink(Fill.DARK, 10, Dash.SOLID);

        static Ink paper(int width) {
            return new Ink(Fill.PAPER, width, Dash.SOLID);
        }

        Ink with(Dash other) {
            return new Ink(fill, width, other);
        }
    }

    public enum Fill {
        NONE,
        PAPER,
        DARK
    }

    public enum Dash {
        SOLID,
        DASHED,
        DOTTED
    }
}
