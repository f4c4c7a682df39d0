package org.jiugai.picture;

import java.util.List;
import org.jiugai.picture.Drawing.Fill;
import org.jiugai.picture.Drawing.Ink;
import org.jiugai.picture.Drawing.Line;
import org.jiugai.picture.Drawing.Mark;

/** The small signs that tell what kind of task, event or gateway it is, drawn around a point. */
final class Signs {
    private static final Ink FINE = new Ink(Fill.PAPER, 10, Drawing.Dash.SOLID);
    private static final Ink BOLD = new Ink(Fill.NONE, 30, Drawing.Dash.SOLID);

    /** A cog with eight teeth, as corners on two circles in hundredths of the outer radius. */
    private static final int[] COG = {
        -20, -98, 20, -98, 26, -72, 55, -83, 83, -55, 72, -26, 98, -20, 98, 20, 72, 26, 83, 55, 55, 83, 26, 72, 20, 98,
        -20, 98, -26, 72, -55, 83, -83, 55, -72, 26, -98, 20, -98, -20, -72, -26, -83, -55, -55, -83, -26, -72
    };

    private Signs() {}

    /** What kind of work a task is; nothing for a plain one. */
    static List<Mark> ofTask(String type, int x, int y) {
        return switch (type) {
            case "userTask" -> person(x, y);
            case "serviceTask" ->
                List.of(new Line(scaled(COG, x, y, 80), FINE), new Line(Outline.circle(x, y, 30), FINE));
            case "businessRuleTask" -> table(x, y);
            case "receiveTask" -> envelope(x, y, 85, 60, false);
            case "sendTask" -> envelope(x, y, 85, 60, true);
            case "scriptTask" -> page(x, y, 65, 80);
            case "manualTask" ->
                List.of(new Line(
                        Outline.of(x - 80, y - 30, x - 30, y - 60, x + 80, y - 60, x + 80, y + 60, x - 80, y + 60)
                                .close(),
                        FINE));
            default -> List.of();
        };
    }

    /** What an event waits for or says. */
    static List<Mark> ofEvent(String definition, boolean says, int x, int y, int radius) {
        Ink ink = says ? Ink.SOLID : FINE;
        int unit = radius / 2;
        return switch (definition) {
            case "timerEventDefinition" -> clock(x, y, radius * 62 / 100);
            case "messageEventDefinition" -> envelope(x, y, unit * 11 / 10, unit * 75 / 100, says);
            case "conditionalEventDefinition" -> page(x, y, unit * 9 / 10, unit * 105 / 100);
            case "errorEventDefinition" ->
                List.of(new Line(
                        scaled(new int[] {-100, 100, -35, -80, 30, 20, 100, -100, 40, 80, -30, -15}, x, y, unit), ink));
            case "escalationEventDefinition" ->
                List.of(new Line(scaled(new int[] {0, -110, 80, 90, 0, 10, -80, 90}, x, y, unit), ink));
            case "signalEventDefinition" ->
                List.of(new Line(scaled(new int[] {0, -110, 105, 80, -105, 80}, x, y, unit), ink));
            case "compensateEventDefinition" ->
                List.of(
                        new Line(scaled(new int[] {-110, 0, -10, -80, -10, 80}, x, y, unit), ink),
                        new Line(scaled(new int[] {-10, 0, 90, -80, 90, 80}, x, y, unit), ink));
            case "cancelEventDefinition" -> cross(x, y, unit);
            case "linkEventDefinition" ->
                List.of(new Line(
                        scaled(new int[] {-100, -50, 20, -50, 20, -100, 110, 0, 20, 100, 20, 50, -100, 50}, x, y, unit),
                        ink));
            case "terminateEventDefinition" -> List.of(new Line(Outline.circle(x, y, unit * 12 / 10), Ink.SOLID));
            default -> List.of();
        };
    }

    /** How a gateway goes on. */
    static List<Mark> ofGateway(String type, int x, int y, int half) {
        return switch (type) {
            case "exclusiveGateway" -> cross(x, y, half * 36 / 100);
            case "parallelGateway" -> plus(x, y, half * 52 / 100, BOLD);
            case "inclusiveGateway" -> List.of(new Line(Outline.circle(x, y, half / 2), BOLD));
            case "complexGateway" -> {
                List<Mark> star = new java.util.ArrayList<>(cross(x, y, half * 36 / 100));
                star.addAll(plus(x, y, half * 52 / 100, BOLD));
                yield star;
            }
            case "eventBasedGateway" ->
                List.of(
                        new Line(Outline.circle(x, y, half * 56 / 100), FINE),
                        new Line(Outline.circle(x, y, half * 46 / 100), FINE),
                        new Line(
                                scaled(new int[] {0, -100, 95, -31, 59, 81, -59, 81, -95, -31}, x, y, half * 30 / 100),
                                FINE));
            default -> List.of();
        };
    }

    /** What stands at the bottom of an activity: that it holds more, or is done several times. */
    static List<Mark> ofActivity(String mark, int x, int y) {
        return switch (mark) {
            case "plus" -> {
                List<Mark> box = new java.util.ArrayList<>();
                box.add(new Line(Outline.rectangle(new Box(x - 70, y - 70, 140, 140)), FINE));
                box.addAll(plus(x, y, 45, Ink.THIN));
                yield box;
            }
            case "parallel" -> bars(x, y, true);
            case "sequential" -> bars(x, y, false);
            case "loop" ->
                List.of(
                        new Line(
                                new Outline()
                                        .move(x - 20, y + 60)
                                        .curve(x - 85, y + 40, x - 80, y - 60, x, y - 62)
                                        .curve(x + 80, y - 60, x + 85, y + 45, x + 20, y + 60),
                                Ink.THIN),
                        new Line(Outline.of(x - 75, y + 62, x - 15, y + 62, x - 15, y + 10), Ink.THIN));
            default -> List.of();
        };
    }

    private static List<Mark> person(int x, int y) {
        Outline shoulders = new Outline()
                .move(x - 75, y + 80)
                .curve(x - 75, y + 20, x - 50, y, x, y)
                .curve(x + 50, y, x + 75, y + 20, x + 75, y + 80)
                .close();
        return List.of(new Line(shoulders, FINE), new Line(Outline.circle(x, y - 35, 40), FINE));
    }

    private static List<Mark> table(int x, int y) {
        return List.of(
                new Line(Outline.rectangle(new Box(x - 85, y - 65, 170, 130)), FINE),
                new Line(Outline.rectangle(new Box(x - 85, y - 65, 170, 40)), Ink.SOLID),
                new Line(Outline.of(x - 85, y + 20, x + 85, y + 20), Ink.THIN),
                new Line(Outline.of(x - 35, y - 25, x - 35, y + 65), Ink.THIN));
    }

    private static List<Mark> envelope(int x, int y, int halfWidth, int halfHeight, boolean says) {
        Box box = new Box(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight);
        Outline flap = Outline.of(box.x(), box.y(), x, y + halfHeight / 5, box.right(), box.y());
        if (!says) return List.of(new Line(Outline.rectangle(box), FINE), new Line(flap, FINE));
        Outline body = Outline.of(
                        box.x(),
                        box.y() + 15,
                        x,
                        y + halfHeight / 5 + 15,
                        box.right(),
                        box.y() + 15,
                        box.right(),
                        box.bottom(),
                        box.x(),
                        box.bottom())
                .close();
        return List.of(new Line(body, Ink.SOLID), new Line(flap.close(), Ink.SOLID));
    }

    private static List<Mark> page(int x, int y, int halfWidth, int halfHeight) {
        List<Mark> marks = new java.util.ArrayList<>();
        marks.add(new Line(
                Outline.rectangle(new Box(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight)), FINE));
        for (int line = -1; line <= 1; line++) {
            int at = y + line * halfHeight / 2;
            marks.add(new Line(Outline.of(x - halfWidth * 7 / 10, at, x + halfWidth * 7 / 10, at), FINE));
        }
        return marks;
    }

    private static List<Mark> clock(int x, int y, int radius) {
        List<Mark> marks = new java.util.ArrayList<>();
        marks.add(new Line(Outline.circle(x, y, radius), FINE));
        int out = radius * 95 / 100;
        int in = radius * 75 / 100;
        marks.add(new Line(Outline.of(x, y - out, x, y - in), FINE));
        marks.add(new Line(Outline.of(x, y + in, x, y + out), FINE));
        marks.add(new Line(Outline.of(x - out, y, x - in, y), FINE));
        marks.add(new Line(Outline.of(x + in, y, x + out, y), FINE));
        marks.add(new Line(Outline.of(x + radius / 6, y - radius * 6 / 10, x, y, x + radius / 2, y), Ink.THIN));
        return marks;
    }

    private static List<Mark> bars(int x, int y, boolean upright) {
        List<Mark> marks = new java.util.ArrayList<>();
        Ink ink = new Ink(Fill.NONE, 25, Drawing.Dash.SOLID);
        for (int bar = -50; bar <= 50; bar += 50) {
            marks.add(new Line(
                    upright
                            ? Outline.of(x + bar, y - 65, x + bar, y + 65)
                            : Outline.of(x - 65, y + bar, x + 65, y + bar),
                    ink));
        }
        return marks;
    }

    private static List<Mark> cross(int x, int y, int half) {
        return List.of(
                new Line(Outline.of(x - half, y - half, x + half, y + half), BOLD),
                new Line(Outline.of(x - half, y + half, x + half, y - half), BOLD));
    }

    private static List<Mark> plus(int x, int y, int half, Ink ink) {
        return List.of(
                new Line(Outline.of(x, y - half, x, y + half), ink),
                new Line(Outline.of(x - half, y, x + half, y), ink));
    }

    /** A closed shape given in hundredths of a radius. */
    private static Outline scaled(int[] corners, int x, int y, int radius) {
        int[] points = new int[corners.length];
        for (int i = 0; i < corners.length; i++) points[i] = (i % 2 == 0 ? x : y) + corners[i] * radius / 100;
        return Outline.of(points).close();
    }
}
