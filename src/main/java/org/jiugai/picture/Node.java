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
 * A shape of the diagram, ready to be drawn.
 *
 * @param type name of its element in the model, e.g. {@code userTask}
 * @param expanded whether a sub-process shows what it holds
 * @param label where its label stands, if the diagram says so
 * @param event what an event waits for or says, empty for a plain one
 * @param repeated {@code parallel}, {@code sequential}, {@code loop} or empty
 * @param interrupting whether an event ends what it is attached to
 * @param byEvent whether a sub-process is started by an event
 */
record Node(
        String id,
        String type,
        String name,
        Box box,
        boolean expanded,
        @Nullable Box label,
        String event,
        String repeated,
        boolean interrupting,
        boolean byEvent) {
    private static final int EVENT_LABEL = 900;
    private static final int PADDING = 50;
    private static final int SIGN = 230;

    /** Containers lie below flows, everything else above. */
    boolean isContainer() {
        return expanded || type.equals("participant") || type.equals("lane");
    }

    Figure figure() {
        List<String> kinds = new ArrayList<>(List.of("node"));
        List<Mark> marks = new ArrayList<>();
        if (type.endsWith("Event")) {
            kinds.addAll(
                    List.of("event", type.replace("IntermediateEvent", "").replaceAll("(Catch|Throw)?Event$", "")));
            if (!event.isEmpty()) kinds.add(event.replace("EventDefinition", ""));
            drawEvent(marks);
        } else if (type.endsWith("Gateway")) {
            kinds.addAll(List.of("gateway", type.replace("Gateway", "")));
            marks.add(new Line(Outline.diamond(box), Ink.paper(15)));
            marks.addAll(Signs.ofGateway(type, box.middleX(), box.middleY(), box.width() / 2));
            drawLabel(marks);
        } else if (type.equals("callActivity") || type.endsWith("ask")) {
            kinds.addAll(
                    List.of(type.equals("callActivity") ? "call" : "task", type.replaceAll("(Task|Activity)$", "")));
            drawTask(marks);
        } else if (type.endsWith("ubProcess") || type.equals("transaction")) {
            kinds.add("subprocess");
            drawSubProcess(marks);
        } else {
            kinds.add(type);
            drawOther(marks);
        }
        return new Figure(id, kinds.stream().distinct().toList(), marks);
    }

    private void drawEvent(List<Mark> marks) {
        int radius = Math.min(box.width(), box.height()) / 2;
        boolean ends = type.equals("endEvent");
        boolean between = !ends && !type.equals("startEvent");
        Dash dash = interrupting ? Dash.SOLID : Dash.DASHED;
        marks.add(new Line(
                Outline.circle(box.middleX(), box.middleY(), radius),
                Ink.paper(ends ? 40 : 15).with(dash)));
        if (between)
            marks.add(new Line(
                    Outline.circle(box.middleX(), box.middleY(), radius - 30),
                    Ink.paper(15).with(dash)));
        boolean says = ends || type.equals("intermediateThrowEvent");
        marks.addAll(Signs.ofEvent(event, says, box.middleX(), box.middleY(), radius));
        drawLabel(marks);
    }

    private void drawTask(List<Mark> marks) {
        boolean calls = type.equals("callActivity");
        marks.add(new Line(Outline.rounded(box, 100), Ink.paper(calls ? 45 : 15)));
        List<Mark> sign = Signs.ofTask(type, box.x() + 150, box.y() + 140);
        marks.addAll(sign);
        drawFoot(marks, calls);
        marks.addAll(Lettering.within(sign.isEmpty() ? box.inset(PADDING) : besideSign(), name, Lettering.TASK));
    }

    /** Where the name goes: in the middle, or below the sign when it is too long for that. */
    private Box besideSign() {
        Box whole = box.inset(PADDING);
        int lines = Lettering.lines(name, Lettering.TASK, whole.width()).size();
        if (lines * Lettering.lineHeight(Lettering.TASK) < box.height() - 2 * SIGN) return whole;
        return new Box(whole.x(), box.y() + SIGN, whole.width(), box.height() - SIGN);
    }

    private void drawSubProcess(List<Mark> marks) {
        Ink ink = Ink.paper(15).with(byEvent ? Dash.DOTTED : Dash.SOLID);
        marks.add(new Line(Outline.rounded(box, 100), ink));
        if (type.equals("transaction")) marks.add(new Line(Outline.rounded(box.inset(30), 80), ink));
        drawFoot(marks, !expanded);
        if (expanded)
            marks.addAll(
                    Lettering.below(box.middleX(), box.y() + PADDING, box.width() - 2 * PADDING, name, Lettering.TASK));
        else marks.addAll(Lettering.within(box.inset(PADDING), name, Lettering.TASK));
    }

    private void drawFoot(List<Mark> marks, boolean more) {
        int y = box.bottom() - 100;
        boolean both = more && !repeated.isEmpty();
        if (!repeated.isEmpty()) marks.addAll(Signs.ofActivity(repeated, box.middleX() - (both ? 100 : 0), y));
        if (more) marks.addAll(Signs.ofActivity("plus", box.middleX() + (both ? 100 : 0), y));
    }

    private void drawOther(List<Mark> marks) {
        switch (type) {
            case "textAnnotation" -> {
                marks.add(new Line(
                        Outline.of(
                                box.x() + 100,
                                box.y(),
                                box.x(),
                                box.y(),
                                box.x(),
                                box.bottom(),
                                box.x() + 100,
                                box.bottom()),
                        Ink.THIN));
                marks.addAll(Lettering.atLeft(box.inset(PADDING), name, Lettering.TASK));
            }
            case "participant", "lane" -> {
                Box strip = new Box(box.x(), box.y(), 300, box.height());
                marks.add(new Line(Outline.rectangle(box), Ink.paper(15)));
                marks.add(new Line(Outline.rectangle(strip), Ink.paper(15)));
                marks.add(Lettering.turned(strip, name, Lettering.TASK));
            }
            case "group" -> {
                marks.add(new Line(Outline.rounded(box, 100), new Ink(Fill.NONE, 15, Dash.DASHED)));
                drawLabel(marks);
            }
            default -> {
                int fold = Math.min(box.width(), box.height()) / 4;
                marks.add(new Line(
                        Outline.of(
                                        box.x(),
                                        box.y(),
                                        box.right() - fold,
                                        box.y(),
                                        box.right(),
                                        box.y() + fold,
                                        box.right(),
                                        box.bottom(),
                                        box.x(),
                                        box.bottom())
                                .close(),
                        Ink.paper(15)));
                drawLabel(marks);
            }
        }
    }

    private void drawLabel(List<Mark> marks) {
        if (name.isBlank()) return;
        if (label == null)
            marks.addAll(Lettering.below(box.middleX(), box.bottom() + PADDING, EVENT_LABEL, name, Lettering.LABEL));
        else
            marks.addAll(Lettering.below(
                    label.middleX(), label.y(), Math.max(EVENT_LABEL, label.width()), name, Lettering.LABEL));
    }
}
