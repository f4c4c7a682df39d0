package org.jiugai.archive;

import java.util.List;
import java.util.stream.IntStream;
import org.jiugai.picture.Drawing;

/**
 * The report as it is printed: texts, whatever they say.
 *
 * @param facts what stands on the first page about the case
 */
record Report(
        String caseNo,
        String name,
        String printedAt,
        List<Fact> facts,
        List<Section> sections,
        List<Picture> pictures) {
    record Fact(String label, String value) {}

    /** A chapter; one without a line says 无. */
    record Section(String title, List<Table> tables) {
        private static final int MOST_UPRIGHT = 7;

        public boolean isEmpty() {
            return tables.stream().allMatch(table -> table.rows().isEmpty());
        }

        /** Whether it is printed across. */
        public boolean isWide() {
            return tables.stream().anyMatch(table -> table.columns().size() > MOST_UPRIGHT);
        }
    }

    /** A row may be shorter than the columns. */
    record Table(String caption, List<String> columns, List<List<String>> rows) {
        private static final int NARROWEST = 7;
        private static final int WIDEST = 40;
        private static final int SLACK = 3;

        /** Share of each column in thousandths: as wide as the longest that stands in it, within limits, so that numbers stay whole. */
        public List<Integer> widths() {
            List<Integer> wanted =
                    IntStream.range(0, columns.size()).mapToObj(this::wanted).toList();
            int all = wanted.stream().mapToInt(w -> w).sum();
            return wanted.stream().map(w -> w * 1000 / all).toList();
        }

        private int wanted(int column) {
            int longest = rows.stream()
                    .filter(row -> column < row.size())
                    .mapToInt(row -> length(row.get(column)))
                    .max()
                    .orElse(0);
            int title = (length(columns.get(column)) + 1) / 2;
            return Math.min(WIDEST, Math.max(NARROWEST, Math.max(title, longest) + SLACK));
        }

        /** A Chinese character is as wide as two Latin ones. */
        private static int length(String text) {
            return text.codePoints().map(letter -> letter < 0x2E80 ? 1 : 2).sum() + 1;
        }
    }

    /** A model, on a page of its own. */
    record Picture(String title, Drawing drawing) {}
}
