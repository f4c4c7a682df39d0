package org.jiugai.casefile;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a room shows on the case page. Each room publishes one bean; the case page knows no room. */
public interface CasePanel {
    /** Position on the page; phases use 100, 200, … in their order. */
    int order();

    /** The panel of this case, or null when there is nothing yet. */
    @Nullable
    Panel panel(long caseId);

    /** A cell that leads to a document. */
    static Cell document(String id, String name) {
        return new Cell(name, "/documents/" + id);
    }

    /** A cell that leads to a page of the case, e.g. {@code residents-money}. */
    static Cell page(String caseNo, String page, String name) {
        return new Cell(name, "/cases/" + caseNo + "/" + page);
    }

    /**
     * @param id anchor, e.g. {@code review}
     * @param tables read-only tables
     */
    record Panel(String id, String title, List<PanelTable> tables) {}

    /**
     * @param rows for each column a text, whatever it says, or a {@link Cell}
     */
    record PanelTable(String caption, List<String> columns, List<? extends List<?>> rows) {
        /** The rows as they are drawn: only what a room made a link is one. */
        public List<List<Cell>> cells() {
            return rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList();
        }
    }

    /**
     * @param href where the text leads, from the root of the application
     */
    record Cell(String text, @Nullable String href) {
        private static Cell of(@Nullable Object value) {
            return value instanceof Cell cell ? cell : new Cell(Objects.toString(value, ""), null);
        }
    }
}
