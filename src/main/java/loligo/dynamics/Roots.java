package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// All zeros of a function of one variable in a range: proven by interval arithmetic, or sought by dense sampling.
final class Roots {
    private static final int CELLS = 512;
    private static final int DEEPEST = 24; // halvings of a cell that looks as if it held a hidden pair
    private static final int MOST_BOXES = 20_000;

    private Roots() {}

    /// @param roots each the only zero within its interval
    /// @param undecided narrow intervals of which nothing could be proven: a double zero, or one at the edge of the range
    record Proven(List<Interval> roots, List<Interval> undecided) {}

    /// Bisection until each part holds provably no zero or, by the interval Newton operator, exactly one (Moore, Kearfott & Cloud 2009, ch. 8).
    ///
    /// @param narrow parts narrower than this are left undecided
    static Proven proven(Reduction.Enclosure f, Interval range, double narrow) {
        List<Interval> roots = new ArrayList<>();
        List<Interval> undecided = new ArrayList<>();
        java.util.ArrayDeque<Interval> waiting = new java.util.ArrayDeque<>();
        waiting.push(range);
        for (int k = 0; !waiting.isEmpty(); k++) {
            Interval x = waiting.pop();
            if (!f.value(x).contains(0)) continue;
            Interval slope = f.slope(x);
            if (!slope.contains(0) && monotone(f, x, narrow, roots)) continue;
            if (x.width() <= narrow || k > MOST_BOXES) {
                joined(undecided, x);
            } else {
                double middle = split(x);
                waiting.push(new Interval(middle, x.high()));
                waiting.push(new Interval(x.low(), middle));
            }
        }
        return new Proven(roots, undecided);
    }

    /// Not quite in the middle, where symmetric functions like to have their zeros.
    private static double split(Interval x) {
        return x.low() + 0.4877 * x.width();
    }

    /// Whether it is known what an interval holds on which the function only rises or only falls: no zero, or one, which is added.
    private static boolean monotone(Reduction.Enclosure f, Interval x, double narrow, List<Interval> roots) {
        int signs = sign(f.value(Interval.of(x.low()))) * sign(f.value(Interval.of(x.high())));
        if (signs > 0) return true;
        Optional<Interval> root = contracted(f, x);
        if (root.isEmpty()) return true;
        if (signs == 0 && root.get().width() > narrow) return false; // at an end, or not at all
        boolean again = !roots.isEmpty() && roots.getLast().high() >= root.get().low();
        if (!again) roots.add(root.get());
        return true;
    }

    /// The sign that the interval proves, 0 when it proves none.
    private static int sign(Interval value) {
        return value.low() > 0 ? 1 : value.high() < 0 ? -1 : 0;
    }

    /// Newton's interval operator `m - f(m)/f'(X)` until it gains nothing more; empty where it leaves no place for a zero.
    private static Optional<Interval> contracted(Reduction.Enclosure f, Interval start) {
        Interval x = start;
        while (true) {
            Interval middle = Interval.of(x.middle());
            Interval newton = middle.minus(f.value(middle).over(f.slope(x)));
            double low = Math.max(x.low(), newton.low()), high = Math.min(x.high(), newton.high());
            if (!(low <= high)) return Optional.empty();
            if (high - low >= 0.9 * x.width()) return Optional.of(x);
            x = new Interval(low, high);
        }
    }

    private static void joined(List<Interval> intervals, Interval x) {
        boolean touches = !intervals.isEmpty() && intervals.getLast().high() >= x.low();
        if (touches) intervals.add(new Interval(intervals.removeLast().low(), x.high()));
        else intervals.add(x);
    }

    /// Zeros seen by sampling: cells whose ends have opposite signs, after halving each cell that bends so much that it could hide two zeros.
    static List<Double> sampled(DoubleUnaryOperator f, Range range) {
        List<Double> roots = new ArrayList<>();
        double left = range.low();
        double atLeft = f.applyAsDouble(left);
        for (int k = 1; k <= CELLS; k++) {
            double right = k == CELLS ? range.high() : range.at((double) k / CELLS);
            double atRight = f.applyAsDouble(right);
            cell(f, left, right, atLeft, atRight, DEEPEST, roots);
            left = right;
            atLeft = atRight;
        }
        if (atLeft == 0) roots.add(left);
        return roots;
    }

    /// How fine the sampling was at its coarsest.
    static double spacing(Range range) {
        return range.width() / CELLS / 2;
    }

    private static void cell(DoubleUnaryOperator f, double a, double b, double fa, double fb, int deeper, List<Double> roots) {
        double middle = a + (b - a) / 2;
        double at = f.applyAsDouble(middle);
        if (Double.isNaN(fa) || Double.isNaN(fb) || Double.isNaN(at)) return;
        if (fa == 0) roots.add(a);
        double bend = Math.abs(at - (fa + fb) / 2);
        boolean opposite = fa * fb < 0;
        double margin = opposite ? Math.abs(fb - fa) / 2 : 2 * Math.min(Math.abs(at), Math.min(Math.abs(fa), Math.abs(fb)));
        boolean mayHide = bend > margin || fa * at < 0 && at * fb < 0;
        if (mayHide && deeper > 0 && fa != 0 && fb != 0) {
            cell(f, a, middle, fa, at, deeper - 1, roots);
            cell(f, middle, b, at, fb, deeper - 1, roots);
        } else if (opposite) {
            roots.add(Zero.between(f, a, b, fa, fb, 0));
        }
    }
}
