package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.dynamics.Range;

/// Cuts a curve at the edges of a rectangle: what is left of it, with NaN where it is outside (Liang and Barsky 1984, piece by piece).
final class Clipping {
    private Clipping() {}

    /// @return xs, ys // [2][points]
    static double[][] within(double[] xs, double[] ys, Range across, Range up) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 1; i < xs.length; i++) {
            double dx = xs[i] - xs[i - 1];
            double dy = ys[i] - ys[i - 1];
            double[] part = {0, 1};
            boolean seen = cut(across.low() - xs[i - 1], dx, part) && cut(xs[i - 1] - across.high(), -dx, part) && cut(up.low() - ys[i - 1], dy, part) && cut(ys[i - 1] - up.high(), -dy, part);
            if (!seen) continue;
            double[] from = {xs[i - 1] + part[0] * dx, ys[i - 1] + part[0] * dy};
            if (kept.isEmpty() || kept.getLast()[0] != from[0] || kept.getLast()[1] != from[1]) {
                if (!kept.isEmpty()) kept.add(new double[] {Double.NaN, Double.NaN});
                kept.add(from);
            }
            kept.add(part[1] == 1 ? new double[] {xs[i], ys[i]} : new double[] {xs[i - 1] + part[1] * dx, ys[i - 1] + part[1] * dy});
        }
        return new double[][] {kept.stream().mapToDouble(p -> p[0]).toArray(), kept.stream().mapToDouble(p -> p[1]).toArray()};
    }

    /// Narrows the part of a piece to where `far <= part * rate`; false when nothing is left.
    private static boolean cut(double far, double rate, double[] part) {
        if (rate == 0) return far <= 0;
        double at = far / rate;
        if (rate > 0) part[0] = Math.max(part[0], at);
        else part[1] = Math.min(part[1], at);
        return part[0] < part[1];
    }
}
