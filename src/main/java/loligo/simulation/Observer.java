package loligo.simulation;

import java.util.List;
import loligo.kernel.KernelField;
import loligo.kernel.Probe;
import loligo.recording.Heading;
import loligo.recording.Recorder;
import loligo.recording.Recording;
import loligo.solver.Outcome;
import loligo.solver.Stepper;
import org.jspecify.annotations.Nullable;

/// Records what is seen on the way. One step of the solver is one panel of the recording; where an input moves by itself a recorded quantity
/// may bend within a step that the unknowns take easily, and the step is halved for the recording until its quartics follow.
public final class Observer {
    /// One recording takes no more memory than this, bytes; a run is recorded beside a finer one of it, so both stay below 1 GiB.
    public static final long MOST_MEMORY = 512L << 20;
    private static final int DEEPEST = 12;
    private static final double MOMENTS = 4; // roundings of a time
    /// Nothing that is computed rightly is as large in membrane units, and most formulas overflow there.
    private static final double BEYOND = 1e30;
    private static final double[] BETWEEN = {0.125, 0.625}; // where a quartic is put to the test
    private static final double[][] WEIGHTS = {weights(BETWEEN[0]), weights(BETWEEN[1])};

    private final Probe probe;
    private final Recorder recorder;
    private final double[] floors; // [columns], the error that is borne where a column is zero, membrane units
    private final int judged;
    private final int needed;
    private final double accuracy;
    private final double[] seen; // [columns], membrane units
    private final double[] nodes; // [columns * NODES]
    private double[] state = new double[0]; // [n], at one node of a panel

    /// @param probe what is recorded, in the order of `headings`
    /// @param judged so many columns, the first, are put to the test where an input moves
    /// @param bounds so many columns, the last, may be infinite
    /// @param accuracy to which panels follow a moving input, relative to a column's size and its unit
    public Observer(Probe probe, List<Heading> headings, int judged, int bounds, double accuracy) {
        this.probe = probe;
        this.recorder = new Recorder(0, headings);
        this.judged = judged;
        this.needed = headings.size() - bounds;
        this.accuracy = accuracy;
        this.floors = headings.stream().mapToDouble(h -> accuracy * h.unit().scale()).toArray();
        this.seen = new double[probe.size()];
        this.nodes = new double[probe.size() * Recording.NODES];
    }

    Recorder recorder() {
        return recorder;
    }

    void reset(double t) {
        recorder.reset(t);
    }

    /// Records what is seen between two times of the last step.
    ///
    /// @param moving whether an input moves there
    @Nullable Outcome panel(KernelField field, Stepper stepper, double from, double to, boolean moving) {
        if (state.length != field.dimension()) state = new double[field.dimension()];
        return to > from ? panel(field, stepper, from, to, moving ? DEEPEST : 0) : null;
    }

    private @Nullable Outcome panel(KernelField field, Stepper stepper, double from, double to, int halvings) {
        for (int node = 0; node < Recording.NODES; node++) {
            look(field, stepper, node == Recording.NODES - 1 ? to : from + (to - from) * node / (Recording.NODES - 1));
            for (int c = 0; c < seen.length; c++) nodes[c * Recording.NODES + node] = seen[c];
        }
        double middle = from + (to - from) / 2;
        boolean divisible = halvings > 0 && to - from > 64 * Math.ulp(to);
        if (divisible && !faithful(field, stepper, from, to)) {
            Outcome trouble = panel(field, stepper, from, middle, halvings - 1);
            return trouble != null ? trouble : panel(field, stepper, middle, to, halvings - 1);
        }
        int missing = missing();
        Outcome lost = missing < 0 ? null : lost(field, stepper, from, to, missing);
        if (lost != null) return lost;
        recorder.append(to, nodes);
        if (recorder.bytes() > MOST_MEMORY) {
            return new Outcome.Stopped("bound reached", to, "the recording holds 512 MiB; record fewer columns, a shorter run, or a looser tolerance");
        }
        return null;
    }

    /// The last column but the bounds that is not finite at some node; -1 when there is none.
    private int missing() {
        for (int i = needed * Recording.NODES - 1; i >= 0; i--) if (!Double.isFinite(nodes[i])) return i / Recording.NODES;
        return -1;
    }

    /// Why a column is no number: the solution itself is lost between two ends of a step that is too long, or the rate of change recorded beside
    /// what was asked for is. Null where a formula that was asked for has no value: that leaves a gap.
    private @Nullable Outcome lost(KernelField field, Stepper stepper, double from, double to, int column) {
        for (int node = 0; node < Recording.NODES; node++) {
            stepper.interpolate(from + (to - from) * node / (Recording.NODES - 1), state);
            for (int i = 0; i < state.length; i++) {
                if (!Double.isFinite(state[i]) || Math.abs(state[i]) > BEYOND) {
                    return new Outcome.NotFinite(from, i, "grows beyond all bounds in the step that begins", "the step is too long for this method: take a smaller one, or method = automatic");
                }
            }
        }
        return column < judged ? null : new Outcome.NotFinite(from, field.dimension() + column, "is no number", "look at its formula at this time; where steps are fixed, take shorter ones");
    }

    private void look(KernelField field, Stepper stepper, double t) {
        stepper.interpolate(t, state);
        probe.observe(field, t, state, seen);
    }

    /// Whether the quartics through the nodes meet what is seen between them, as nearly as times are told apart. What is no number is left for the recorder to tell.
    private boolean faithful(KernelField field, Stepper stepper, double from, double to) {
        double shaken = MOMENTS * Math.ulp(to) / (to - from); // the part of a panel that rounding of a time moves
        for (int k = 0; k < BETWEEN.length; k++) {
            look(field, stepper, from + (to - from) * BETWEEN[k]);
            for (int c = 0; c < judged; c++) {
                double quartic = 0;
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int node = 0; node < Recording.NODES; node++) {
                    quartic += WEIGHTS[k][node] * nodes[c * Recording.NODES + node];
                    low = Math.min(low, nodes[c * Recording.NODES + node]);
                    high = Math.max(high, nodes[c * Recording.NODES + node]);
                }
                if (Math.abs(seen[c] - quartic) > floors[c] + accuracy * Math.max(high, -low) + shaken * (high - low)) return false;
            }
        }
        return true;
    }

    /// Lagrange's weights at `x` of the values at 0, 1/4, 1/2, 3/4 and 1 // [NODES]
    private static double[] weights(double x) {
        double[] weights = new double[Recording.NODES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1;
            for (int j = 0; j < weights.length; j++) if (j != i) weights[i] *= (4 * x - j) / (i - j);
        }
        return weights;
    }
}
