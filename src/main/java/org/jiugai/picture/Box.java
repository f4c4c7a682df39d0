package org.jiugai.picture;

/** A rectangle in tenths of a pixel. */
public record Box(int x, int y, int width, int height) {
    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    public int middleX() {
        return x + width / 2;
    }

    public int middleY() {
        return y + height / 2;
    }

    long area() {
        return (long) width * height;
    }

    /** Smaller by so much on every side; larger if it is negative. */
    Box inset(int by) {
        return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
    }

    Box around(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    public boolean contains(Box other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }
}
