package loligo.figure;

/// Draws a curve with no more points than can be seen. Where the abscissae ascend, every column of half a pixel keeps its first, lowest, highest
/// and last point, so no spike is lost. Then points that lie on a straight stretch are left out ([Straight]).
final class Thinning {
    private static final double COLUMN = 0.5; // px

    private final Frame frame;
    private final Straight pen = new Straight();
    private long column;
    private int held; // points in the column
    private final double[][] kept = new double[4][3]; // first, lowest, highest, last: px, py, index

    private Thinning(Frame frame) {
        this.frame = frame;
    }

    static Route route(double[] xs, double[] ys, Frame frame) {
        Thinning thinning = new Thinning(frame);
        if (ascending(xs)) thinning.byColumn(xs, ys);
        else thinning.everyPoint(xs, ys);
        return thinning.pen.route();
    }

    private static boolean ascending(double[] xs) {
        double last = Double.NEGATIVE_INFINITY;
        for (double x : xs) {
            if (x < last) return false;
            if (x > last) last = x;
        }
        return true;
    }

    private void byColumn(double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            double px = frame.px(xs[i]);
            double py = frame.py(ys[i]);
            if (Double.isFinite(px) && Double.isFinite(py)) {
                take(px, py, i);
            } else {
                flush();
                pen.lift();
            }
        }
        flush();
        pen.lift();
    }

    private void take(double px, double py, int i) {
        long here = (long) Math.floor(px / COLUMN);
        if (held > 0 && here != column) flush();
        column = here;
        if (held == 0) keep(0, px, py, i);
        if (held == 0 || py > kept[1][1]) keep(1, px, py, i);
        if (held == 0 || py < kept[2][1]) keep(2, px, py, i);
        keep(3, px, py, i);
        held++;
    }

    private void keep(int slot, double px, double py, int i) {
        kept[slot][0] = px;
        kept[slot][1] = py;
        kept[slot][2] = i;
    }

    private void flush() {
        if (held == 0) return;
        boolean downFirst = kept[1][2] <= kept[2][2];
        double[] early = downFirst ? kept[1] : kept[2];
        double[] late = downFirst ? kept[2] : kept[1];
        double last = -1;
        for (double[] point : new double[][] {kept[0], early, late, kept[3]}) {
            if (point[2] > last) pen.to(point[0], point[1]);
            last = point[2];
        }
        held = 0;
    }

    private void everyPoint(double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            double px = frame.px(xs[i]);
            double py = frame.py(ys[i]);
            if (Double.isFinite(px) && Double.isFinite(py)) pen.to(px, py);
            else pen.lift();
        }
        pen.lift();
    }
}
