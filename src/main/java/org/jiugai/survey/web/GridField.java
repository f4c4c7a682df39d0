package org.jiugai.survey.web;

import java.util.List;
import org.jiugai.survey.VisitColumn;

/**
 * A field of a household's row in the grid.
 *
 * @param length most characters, {@code width} how many are seen
 */
public record GridField(VisitColumn column, int length, int width) {
    /** In the order in which they are typed. */
    public static final List<GridField> ALL = List.of(
            new GridField(VisitColumn.ATTITUDE, 4, 4),
            new GridField(VisitColumn.RESPONDENT, 30, 8),
            new GridField(VisitColumn.TENANT, 1, 2),
            new GridField(VisitColumn.PAY, 1, 2),
            new GridField(VisitColumn.LIFT, 1, 2),
            new GridField(VisitColumn.CHARGING, 1, 2),
            new GridField(VisitColumn.NEEDS, 100, 14),
            new GridField(VisitColumn.REMARK, 500, 30));
}
