package org.jiugai.picture;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.picture.Drawing.Dash;
import org.jiugai.picture.Drawing.Figure;
import org.jiugai.picture.Drawing.Fill;
import org.jiugai.picture.Drawing.Ink;
import org.jiugai.picture.Drawing.Line;
import org.jiugai.picture.Drawing.Mark;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the diagram, ready to be drawn.
 *
 * @param type name of its element in the model, e.g. {@code sequenceFlow}
 * @param isDefault whether it is taken when no condition holds
 * @param conditional whether it leaves an activity under a condition
 */
record Edge(
        String id,
        String type,
        String name,
        List<Point> points,
        @Nullable Box label,
        boolean isDefault,
        boolean conditional) {
    private static final int LABEL_WIDTH = 900;
    private static final int HEAD = 100;
    private static final int HEAD_HALF = 40;

    /** A corner of the connection. */
    record Point(int x, int y) {
        /** A point so far from this one towards the other, and so far aside. */
        Point towards(Point other, int along, int aside) {
            int dx = other.x - x;
            int dy = other.y - y;
            int length = (int) Math.max(1, Math.round(Math.hypot(dx, dy)));
            return new Point(x + (dx * along - dy * aside) / length, y + (dy * along + dx * aside) / length);
        }
    }

    Figure figure() {
        List<Mark> marks = new ArrayList<>();
        Dash dash =
                switch (type) {
                    case "association", "dataInputAssociation", "dataOutputAssociation" -> Dash.DOTTED;
                    case "messageFlow" -> Dash.DASHED;
                    default -> Dash.SOLID;
                };
        marks.add(new Line(path(points), new Ink(Fill.NONE, 15, dash)));
        if (type.endsWith("Flow")) drawHead(marks);
        if (isDefault) drawSlash(marks);
        if (conditional) drawDiamond(marks);
        if (!name.isBlank()) drawLabel(marks);
        return new Figure(id, List.of(type.equals("sequenceFlow") ? "flow" : type), marks);
    }

    private void drawHead(List<Mark> marks) {
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        Point left = tip.towards(before, HEAD, HEAD_HALF);
        Point right = tip.towards(before, HEAD, -HEAD_HALF);
        Ink ink = type.equals("messageFlow") ? Ink.paper(10) : Ink.SOLID;
        marks.add(new Line(path(List.of(tip, left, right)).close(), ink));
    }

    private void drawSlash(List<Mark> marks) {
        Point start = points.get(0);
        Point next = points.get(1);
        marks.add(new Line(path(List.of(start.towards(next, 60, -50), start.towards(next, 110, 50))), Ink.THIN));
    }

    private void drawDiamond(List<Mark> marks) {
        Point start = points.get(0);
        Point next = points.get(1);
        marks.add(new Line(
                path(List.of(
                                start,
                                start.towards(next, 70, 40),
                                start.towards(next, 140, 0),
                                start.towards(next, 70, -40)))
                        .close(),
                Ink.paper(15)));
    }

    private void drawLabel(List<Mark> marks) {
        if (label != null) {
            marks.addAll(Lettering.below(
                    label.middleX(), label.y(), Math.max(LABEL_WIDTH, label.width()), name, Lettering.LABEL));
            return;
        }
        Point before = points.get((points.size() - 1) / 2);
        Point after = points.get((points.size() - 1) / 2 + 1);
        int lines = Lettering.lines(name, Lettering.LABEL, LABEL_WIDTH).size();
        int top = (before.y + after.y) / 2 - lines * Lettering.lineHeight(Lettering.LABEL) - 30;
        marks.addAll(Lettering.below((before.x + after.x) / 2, top, LABEL_WIDTH, name, Lettering.LABEL));
    }

    private static Outline path(List<Point> points) {
        Outline path = new Outline().move(points.get(0).x, points.get(0).y);
        points.subList(1, points.size()).forEach(p -> path.line(p.x, p.y));
        return path;
    }
}
