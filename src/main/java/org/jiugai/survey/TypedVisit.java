package org.jiugai.survey;

import java.util.Map;

/**
 * A household's row as it was typed, in a grid or a sheet.
 *
 * @param row its number, as faults name it
 * @param cells text by column; what was left empty is missing
 */
public record TypedVisit(int row, long unitId, Map<VisitColumn, String> cells) {
    public TypedVisit {
        cells = Map.copyOf(cells);
    }

    String text(VisitColumn column) {
        return cells.getOrDefault(column, "").strip();
    }
}
