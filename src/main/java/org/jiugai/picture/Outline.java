package org.jiugai.picture;

import java.util.ArrayList;
import java.util.List;

/** Where a pen goes: straight lines, curves, circles. */
public final class Outline {
    /** The distance of the handles of a quarter circle from its ends, in thousandths of the radius. */
    private static final int HANDLE = 552;

    private final List<Step> steps = new ArrayList<>();
    private int x;
    private int y;

    private interface Step {
        void draw(Pen pen);
    }

    /** Draws an outline. */
    public interface Pen {
        void moveTo(int x, int y);

        void lineTo(int x, int y);

        /** A Bézier curve with two handles. */
        void curveTo(int x1, int y1, int x2, int y2, int x, int y);

        void close();
    }

    public void draw(Pen pen) {
        steps.forEach(step -> step.draw(pen));
    }

    Outline move(int toX, int toY) {
        return step(toX, toY, pen -> pen.moveTo(toX, toY));
    }

    Outline line(int toX, int toY) {
        return step(toX, toY, pen -> pen.lineTo(toX, toY));
    }

    Outline lineBy(int dx, int dy) {
        return line(x + dx, y + dy);
    }

    Outline curve(int x1, int y1, int x2, int y2, int toX, int toY) {
        return step(toX, toY, pen -> pen.curveTo(x1, y1, x2, y2, toX, toY));
    }

    Outline close() {
        steps.add(Pen::close);
        return this;
    }

    private Outline step(int toX, int toY, Step step) {
        x = toX;
        y = toY;
        steps.add(step);
        return this;
    }

    /** Points one after another: x, y, x, y … */
    static Outline of(int... points) {
        Outline line = new Outline().move(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) line.line(points[i], points[i + 1]);
        return line;
    }

    static Outline circle(int middleX, int middleY, int radius) {
        int handle = radius * HANDLE / 1000;
        int left = middleX - radius;
        int right = middleX + radius;
        int top = middleY - radius;
        int bottom = middleY + radius;
        return new Outline()
                .move(middleX, top)
                .curve(middleX + handle, top, right, middleY - handle, right, middleY)
                .curve(right, middleY + handle, middleX + handle, bottom, middleX, bottom)
                .curve(middleX - handle, bottom, left, middleY + handle, left, middleY)
                .curve(left, middleY - handle, middleX - handle, top, middleX, top)
                .close();
    }

    static Outline rectangle(Box box) {
        return of(box.x(), box.y(), box.right(), box.y(), box.right(), box.bottom(), box.x(), box.bottom())
                .close();
    }

    static Outline rounded(Box box, int radius) {
        int near = radius - radius * HANDLE / 1000;
        int left = box.x();
        int top = box.y();
        int right = box.right();
        int bottom = box.bottom();
        return new Outline()
                .move(left + radius, top)
                .line(right - radius, top)
                .curve(right - near, top, right, top + near, right, top + radius)
                .line(right, bottom - radius)
                .curve(right, bottom - near, right - near, bottom, right - radius, bottom)
                .line(left + radius, bottom)
                .curve(left + near, bottom, left, bottom - near, left, bottom - radius)
                .line(left, top + radius)
                .curve(left, top + near, left + near, top, left + radius, top)
                .close();
    }

    static Outline diamond(Box box) {
        return of(
                        box.middleX(),
                        box.y(),
                        box.right(),
                        box.middleY(),
                        box.middleX(),
                        box.bottom(),
                        box.x(),
                        box.middleY())
                .close();
    }
}
