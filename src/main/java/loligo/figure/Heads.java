package loligo.figure;

import java.util.ArrayList;
import java.util.List;

/// Where a directed line has its heads: along its way at even distances, but none near another that points the same way, so that an orbit of many
/// rounds has as many as one of a single round.
final class Heads {
    private static final double FIRST = 30; // px from where the line begins
    private static final double NEXT = 12; // px from one place that is tried to the next
    private static final double APART = 140; // px between heads that point the same way
    private static final double BACK = 5; // px of line whose direction a head takes
    private static final int MOST = 24;

    private final List<Head> heads = new ArrayList<>();
    private double wait = FIRST; // px to the next place that is tried
    private double fromX = Double.NaN; // where the line was BACK or more before
    private double fromY = Double.NaN;

    private Heads() {}

    /// @param x of its tip, px
    /// @param y of its tip, px
    /// @param dx its direction; with `dy` of length 1
    record Head(double x, double y, double dx, double dy) {
        private static final double LENGTH = 8.5; // px
        private static final double HALF = 3.6; // px

        Route outline() {
            Route route = new Route();
            route.to(x, y);
            route.to(x - LENGTH * dx - HALF * dy, y - LENGTH * dy + HALF * dx);
            route.to(x - LENGTH * 0.75 * dx, y - LENGTH * 0.75 * dy);
            route.to(x - LENGTH * dx + HALF * dy, y - LENGTH * dy - HALF * dx);
            route.close();
            return route;
        }
    }

    /// @param xs the line, in the units of the axes // [n]
    /// @param ys // [n]
    static List<Head> along(double[] xs, double[] ys, Frame frame) {
        Heads heads = new Heads();
        for (int i = 1; i < xs.length && heads.heads.size() < MOST; i++) {
            if (frame.within(xs[i - 1], ys[i - 1]) && frame.within(xs[i], ys[i])) heads.piece(frame.px(xs[i - 1]), frame.py(ys[i - 1]), frame.px(xs[i]), frame.py(ys[i]));
            else heads.fromX = Double.NaN;
        }
        return heads.heads;
    }

    private void piece(double x, double y, double toX, double toY) {
        if (Double.isNaN(fromX)) begin(x, y);
        double length = StrictMath.hypot(toX - x, toY - y);
        double gone = 0;
        while (length - gone >= wait && heads.size() < MOST) {
            gone += wait;
            wait = NEXT;
            double tipX = x + (toX - x) * gone / length;
            double tipY = y + (toY - y) * gone / length;
            tried(tipX, tipY);
            begin(tipX, tipY);
        }
        wait -= length - gone;
        if (wait > BACK) begin(toX, toY);
    }

    private void begin(double x, double y) {
        fromX = x;
        fromY = y;
    }

    private void tried(double x, double y) {
        double length = StrictMath.hypot(x - fromX, y - fromY);
        if (!(length > 0)) return;
        Head head = new Head(x, y, (x - fromX) / length, (y - fromY) / length);
        if (heads.stream().noneMatch(h -> StrictMath.hypot(h.x - x, h.y - y) < APART && h.dx * head.dx + h.dy * head.dy > 0.5)) heads.add(head);
    }
}
