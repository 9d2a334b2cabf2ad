package loligo.dynamics;

import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pseudo-arclength continuation (Keller 1977): a point on the tangent, then Newton's method across it. Steps follow the turn of the tangent and
/// Newton's convergence. Between two points every sign change of a test function is located on the curve itself; a step over which the number of growing
/// directions changes in a way that the sign changes do not explain is halved until they do.
///
/// @param <S> what is known at a point
final class Walk<S extends Curve.Sample> {
    /// A point passed, and which test function vanishes there; -1 at an ordinary point.
    record Passed<S>(S sample, int test) {}

    /// What the owner knows about the curve.
    interface Guide<S> {
        /// Whether these sign changes can be located one by one, and explain how the two points differ, so that nothing can have happened unseen between them.
        /// May take back sign changes that are none of their own.
        ///
        /// @param distance between the points
        boolean explains(S from, S to, double distance, boolean[] changed);

        /// Whether the walk must not go past a zero of this test.
        boolean last(int test);

        /// Whether the walk should end at this ordinary point.
        boolean ends(S sample);
    }

    private static final int DEEPEST = 12; // halvings of one step in search of its events
    private static final int MOST_HALVINGS = 60; // in all, of one step
    private static final double SHARPEST = 3; // times the turn aimed at: a step that turns more is taken again

    private final Curve<S> curve;
    private final Guide<S> guide;
    private final Strides strides;
    private final Corrector<S> corrector;
    private final ArrayDeque<Passed<S>> waiting = new ArrayDeque<>();
    private final S origin;
    private S here;
    private double stride;
    private int points;
    private int halvings;
    private boolean[] ignored; // tests that vanish at the very start, in the first step only
    private double[] departure = {};
    private @Nullable Stop stop;

    /// Why the walk stopped; the owner makes a sentence of it.
    enum Stop { AT_TEST, CLOSED, TOO_SMALL, TOO_LONG, GUIDE, INTERRUPTED }

    /// @param ignored tests that vanish at the very start, and whose signs do not count in the first step; the first of them: everything may happen in it
    Walk(Curve<S> curve, Guide<S> guide, Strides strides, S start, boolean... ignored) {
        this.curve = curve;
        this.guide = guide;
        this.strides = strides;
        this.corrector = new Corrector<>(curve);
        this.origin = start;
        this.here = start;
        this.stride = strides.first();
        this.ignored = ignored.length == start.tests().length ? ignored : new boolean[start.tests().length];
        waiting.add(new Passed<>(start, -1));
    }

    /// The next point; empty when the walk has ended.
    Optional<Passed<S>> next() {
        while (waiting.isEmpty() && stop == null) advance();
        return Optional.ofNullable(waiting.poll());
    }

    S here() {
        return here;
    }

    double stride() {
        return stride;
    }

    @Nullable Stop stop() {
        return waiting.isEmpty() ? stop : null;
    }

    private void advance() {
        if (Thread.currentThread().isInterrupted()) {
            stop = Stop.INTERRUPTED;
            return;
        }
        if (++points > strides.points()) {
            stop = Stop.TOO_LONG;
            return;
        }
        Optional<S> found = step();
        if (found.isEmpty()) {
            stop = Stop.TOO_SMALL;
            return;
        }
        S to = found.get();
        boolean closed = closes(to);
        halvings = MOST_HALVINGS;
        events(here, to, DEEPEST);
        ignored = new boolean[ignored.length];
        if (stop != null) return;
        waiting.add(new Passed<>(to, -1));
        here = curve.settle(to);
        if (closed) stop = Stop.CLOSED;
        else if (guide.ends(to)) stop = Stop.GUIDE;
    }

    private Optional<S> step() {
        while (stride >= strides.least()) {
            Optional<S> to = corrector.ahead(here, stride);
            if (to.isPresent()) {
                double turn = StrictMath.acos(Math.clamp(corrector.inner(here.tangent(), to.get().tangent()) / corrector.norm(to.get().tangent()), -1, 1));
                if (turn <= SHARPEST * strides.turn()) {
                    stride = Math.min(strides.most(), stride * factor(turn, corrector.iterations()));
                    return to;
                }
            }
            stride /= 2;
        }
        return Optional.empty();
    }

    private double factor(double turn, int iterations) {
        double byTurn = Math.clamp(strides.turn() / Math.max(turn, 1e-12), 0.4, 1.8);
        return iterations > 5 ? Math.min(byTurn, 0.7) : byTurn;
    }

    /// Whether the step passes near the start, in the direction in which the walk left it.
    private boolean closes(S to) {
        double[] begin = curve.outline(origin), before = curve.outline(here), after = curve.outline(to);
        if (points == 1) {
            departure = difference(after, begin);
            return false;
        }
        double left = dot(departure, difference(before, begin)), right = dot(departure, difference(after, begin));
        if (points < 5 || !(left < 0 && right >= 0)) return false;
        double fraction = left / (left - right);
        double[] length = difference(after, before), gap = difference(before, begin);
        for (int i = 0; i < gap.length; i++) gap[i] += fraction * length[i];
        return dot(gap, gap) < 0.04 * dot(length, length);
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// Adds the events between two points in their order; sets `stop` at one that ends the walk.
    private void events(S from, S to, int deeper) {
        boolean[] changed = new boolean[ignored.length];
        for (int k = 0; k < changed.length; k++) changed[k] = !ignored[k] && from.tests()[k] * to.tests()[k] < 0;
        boolean simple = ignored[0] || guide.explains(from, to, corrector.distance(from, to), changed);
        if (!simple && deeper > 0 && halvings > 0) {
            halvings--;
            Optional<S> middle = corrector.between(from, to, 0.5);
            if (middle.isPresent()) {
                events(from, middle.get(), deeper - 1);
                if (stop == null) events(middle.get(), to, deeper - 1);
                return;
            }
        }
        for (int k = 0; k < changed.length && stop == null; k++) if (changed[k]) locate(from, to, k);
    }

    private void locate(S from, S to, int test) {
        S at = corrector.zero(from, to, test);
        waiting.add(new Passed<>(at, test));
        if (!guide.last(test)) return;
        here = at;
        stop = Stop.AT_TEST;
    }
}
