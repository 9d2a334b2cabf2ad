package loligo.figure;

/// A rectangle of the drawing, px; y grows downwards.
record Box(double left, double top, double width, double height) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    Box grown(double by) {
        return new Box(left - by, top - by, width + 2 * by, height + 2 * by);
    }
}
