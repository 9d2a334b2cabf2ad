package loligo.recording;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import loligo.quantity.Unit;

/// One column over time: a quartic on each panel, and jumps between panels where it has them. All is in membrane units and exact for the
/// polynomials, to rounding; every walk costs a time proportional to the number of panels.
///
/// @param edges panel boundaries, ms // [panels + 1]
/// @param values at the five nodes of each panel // [panels * 5]
public record Trace(String name, Unit unit, double[] edges, double[] values) {
    public Trace {
        if (edges.length == 0) throw new IllegalArgumentException("a trace needs at least the time at which it begins");
        if (values.length != (edges.length - 1) * Recording.NODES)
            throw new IllegalArgumentException(values.length + " values for " + (edges.length - 1) + " panels of " + Recording.NODES);
    }

    public int panels() {
        return edges.length - 1;
    }

    public double start() {
        return edges[0];
    }

    public double end() {
        return edges[edges.length - 1];
    }

    /// The value at `t` (ms); where the column jumps, its limit from `side`. At the two ends there is one side only.
    ///
    /// @throws IllegalArgumentException outside the recorded time
    public double value(double t, Side side) {
        int panel = panel(t, side);
        return quartic(panel).value(within(panel, t));
    }

    /// The rate of change at `t`, per ms.
    public double slope(double t, Side side) {
        int panel = panel(t, side);
        return quartic(panel).slope(within(panel, t)) / (edges[panel + 1] - edges[panel]);
    }

    /// The part between two times; pieces of panels are re-expressed at their own nodes.
    public Trace cut(double after, double until) {
        return Scissors.between(edges, after, until).cut(this);
    }

    /// This and a multiple of another trace of the same panels.
    public Trace plus(Trace other, double factor) {
        if (!Arrays.equals(edges, other.edges)) throw new IllegalArgumentException(name + " and " + other.name + " are of different panels");
        double[] sum = new double[values.length];
        for (int i = 0; i < sum.length; i++) sum[i] = values[i] + factor * other.values[i];
        return new Trace(name, unit, edges, sum);
    }

    /// The times (ms, ascending) at which the trace passes `level` in this direction, by a jump or smoothly. A touch is not a passage; where the
    /// trace lies on the level for a while, it passes when it reaches it.
    public double[] crossings(double level, Direction direction) {
        DoubleStream.Builder times = DoubleStream.builder();
        Passages passages = new Passages(level, (t, way) -> {
            if (way == direction) times.add(t);
        });
        Quartic quartic = new Quartic();
        for (int panel = 0; panel < panels(); panel++) if (!passages.beyond(panel)) walk(panel, quartic, passages);
        return times.build().toArray();
    }

    /// Of the panel boundaries between two times between which the trace rises without a jump, the last at which it is below a level; the first of these times
    /// where there is none. For who looks for a passage.
    public double lastBelow(double level, double after, double until) {
        int low = panel(after, Side.RIGHT);
        int high = panel(until, Side.LEFT);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (values[middle * Recording.NODES] < level) low = middle;
            else high = middle - 1;
        }
        return Math.max(after, edges[low]);
    }

    /// On which side of a level all of a panel surely lies, 1 above, -1 below, else 0: a quartic stays within 0.61 of its nodes' range beyond them.
    private double side(int panel, double level) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = panel * Recording.NODES; i < (panel + 1) * Recording.NODES; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        double room = high - low;
        return low - room > level ? 1 : high + room < level ? -1 : 0;
    }

    /// The rate of change of these polynomials, per ms: one order less exact than the trace, and with jumps where panels meet.
    public Trace rate() {
        double[] rates = new double[values.length];
        Quartic quartic = new Quartic();
        for (int panel = 0; panel < panels(); panel++) {
            quartic.load(values, panel * Recording.NODES);
            double length = edges[panel + 1] - edges[panel];
            for (int node = 0; node < Recording.NODES; node++) rates[panel * Recording.NODES + node] = quartic.slope(node / (Recording.NODES - 1.0)) / length;
        }
        return new Trace(name + "'", unit, edges, rates);
    }

    /// The vertices between which the trace is monotone: its two ends, its extrema, and both sides of every panel boundary.
    public Vertices vertices() {
        Ends ends = new Ends(2 * panels() + 16);
        walk((panel, quartic, from, to) -> ends.put(time(panel, from), quartic.value(from), time(panel, to), quartic.value(to)));
        return ends.vertices();
    }

    /// Those of the vertices at which the trace turns, stands still or jumps, and its two ends: between two of them it goes one way.
    public Vertices turns() {
        Ends ends = new Ends(64);
        Quartic quartic = new Quartic();
        for (int panel = 0; panel < panels(); panel++) {
            int at = panel * Recording.NODES;
            if (Quartic.keepsSign(values, at)) ends.join(edges[panel], values[at], edges[panel + 1], values[at + Recording.NODES - 1]);
            else walk(panel, quartic, (p, q, from, to) -> ends.join(time(p, from), q.value(from), time(p, to), q.value(to)));
        }
        return ends.vertices();
    }

    /// Times and values of vertices // [n] each, times ascending (equal at a jump)
    public record Vertices(double[] times, double[] values) {}

    /// Whether it is no number at some time: a panel without values.
    public boolean gaps() {
        for (int panel = 0; panel < panels(); panel++) if (Double.isNaN(values[panel * Recording.NODES])) return true;
        return false;
    }

    /// The integral over time divided by the time.
    ///
    /// @throws IllegalArgumentException when nothing was recorded
    public double mean() {
        if (panels() == 0) throw new IllegalArgumentException("nothing was recorded at " + start() + " ms, so there is no mean");
        return integral() / (end() - start());
    }

    /// The integral over time, membrane units times ms; zero when nothing was recorded.
    public double integral() {
        double sum = 0;
        for (int p = 0; p < panels(); p++) sum += boole(p) * (edges[p + 1] - edges[p]);
        return sum;
    }

    /// The integral of `(trace - about) exp(-i omega (t - start))` over time, exact for the polynomials.
    ///
    /// @param omega per ms: 2 pi times the frequency
    public Amplitude amplitude(double about, double omega) {
        return Spectrum.of(this, about, omega);
    }

    /// Boole's rule, exact for a quartic.
    private double boole(int panel) {
        int at = panel * Recording.NODES;
        return (7 * (values[at] + values[at + 4]) + 32 * (values[at + 1] + values[at + 3]) + 12 * values[at + 2]) / 90;
    }

    /// Sees one monotone piece of one panel after the other, in order of time.
    @FunctionalInterface
    interface Visitor {
        void piece(int panel, Quartic quartic, double from, double to);
    }

    void walk(Visitor visitor) {
        Quartic quartic = new Quartic();
        for (int panel = 0; panel < panels(); panel++) walk(panel, quartic, visitor);
    }

    private void walk(int panel, Quartic quartic, Visitor visitor) {
        quartic.load(values, panel * Recording.NODES);
        double from = 0;
        for (int k = 0; k < quartic.turns(); k++) {
            visitor.piece(panel, quartic, from, quartic.turn(k));
            from = quartic.turn(k);
        }
        visitor.piece(panel, quartic, from, 1);
    }

    /// The time of the place `s` within a panel, exact at both its ends.
    double time(int panel, double s) {
        return s == 1 ? edges[panel + 1] : edges[panel] + s * (edges[panel + 1] - edges[panel]);
    }

    private double within(int panel, double t) {
        return t == edges[panel + 1] ? 1 : (t - edges[panel]) / (edges[panel + 1] - edges[panel]);
    }

    private Quartic quartic(int panel) {
        Quartic quartic = new Quartic();
        quartic.load(values, panel * Recording.NODES);
        return quartic;
    }

    private int panel(double t, Side side) {
        if (panels() == 0 || !(t >= start() && t <= end()))
            throw new IllegalArgumentException("recorded from " + start() + " to " + end() + " ms, asked at " + t);
        int found = Arrays.binarySearch(edges, t);
        int panel = found < 0 ? -found - 2 : side == Side.LEFT ? found - 1 : found;
        return Math.clamp(panel, 0, panels() - 1);
    }

    /// Follows the sign of `trace - level` from piece to piece.
    private final class Passages implements Visitor {
        private final double level;
        private final Passage found;
        private double sign;
        private double reached = Double.NaN; // when the trace last came to lie on the level

        Passages(double level, Passage found) {
            this.level = level;
            this.found = found;
        }

        /// Whether all of a panel lies where the trace has come to already.
        boolean beyond(int panel) {
            if (sign == 0 || side(panel, level) != sign) return false;
            reached = Double.NaN;
            return true;
        }

        @Override
        public void piece(int panel, Quartic quartic, double from, double to) {
            arrive(time(panel, from), quartic.value(from), panel, quartic, from, from);
            arrive(time(panel, to), quartic.value(to), panel, quartic, from, to);
        }

        private void arrive(double t, double value, int panel, Quartic quartic, double from, double to) {
            double now = Math.signum(value - level);
            if (now == 0) {
                if (Double.isNaN(reached)) reached = t;
                return;
            }
            if (now == -sign) found.at(passage(t, panel, quartic, from, to), now > 0 ? Direction.UP : Direction.DOWN);
            sign = now;
            reached = Double.NaN;
        }

        private double passage(double t, int panel, Quartic quartic, double from, double to) {
            if (!Double.isNaN(reached)) return reached;
            return from == to ? t : time(panel, quartic.root(level, from, to));
        }
    }

    @FunctionalInterface
    private interface Passage {
        void at(double t, Direction way);
    }
}
