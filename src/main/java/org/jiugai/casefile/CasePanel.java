package org.jiugai.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a room shows on the case page. Each room publishes one bean; the case page knows no room. */
public interface CasePanel {
    /** Position on the page; phases use 100, 200, … in their order. */
    int order();

    /** The panel of this case, or null when there is nothing yet. */
    @Nullable
    Panel panel(long caseId);

    /** A cell that leads to a document. */
    static String document(String id, String name) {
        return "link:/documents/" + id + "|" + name;
    }

    /** A cell that leads to a page of the case, e.g. {@code residents-money}. Other cells are drawn as text. */
    static String page(String caseNo, String page, String name) {
        return "link:/cases/" + caseNo + "/" + page + "|" + name;
    }

    /**
     * @param id anchor, e.g. {@code review}
     * @param tables read-only tables
     */
    record Panel(String id, String title, List<PanelTable> tables) {}

    /**
     * @param rows one text for each column
     */
    record PanelTable(String caption, List<String> columns, List<List<String>> rows) {}
}
