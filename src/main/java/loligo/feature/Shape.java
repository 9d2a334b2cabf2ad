package loligo.feature;

import java.util.List;
import loligo.quantity.Dimension;
import loligo.recording.Direction;
import loligo.recording.Side;
import loligo.recording.Trace;

/// The shape of the first spike.
///
/// * `threshold`: the potential at which dV/dt passes 20 mV/ms (20 V/s) for the last time before the rise is steepest. A stimulus that makes
///   dV/dt jump past the criterion shows no threshold.
/// * `half_width`: how long the spike is above the level half-way between threshold and peak; where there is no threshold, between the
///   lowest point before it and the peak, and the note says so.
/// * `ahp`: the lowest value between its peak and the next spike's, or the end of the window.
final class Shape {
    /// dV/dt at threshold, mV/ms.
    static final double CRITERION = 20;

    /// Neighbouring panels may differ in dV/dt where it is taken from their polynomials; a larger step is a jump, mV/ms.
    private static final double JUMP = 1;

    private final Trace trace;
    private final Trace rate; // dV/dt
    private final List<Spike> spikes;
    private final double tick;
    private final double rounding;
    private final Feature threshold;

    /// @param rate of change of the trace, per ms
    /// @param tick rounding of times, ms
    /// @param rounding of heights, membrane units
    Shape(Trace trace, Trace rate, List<Spike> spikes, double tick, double rounding) {
        this.trace = trace;
        this.rate = rate;
        this.spikes = spikes;
        this.tick = tick;
        this.rounding = rounding;
        this.threshold = found();
    }

    Feature threshold() {
        return threshold;
    }

    private Feature found() {
        if (spikes.isEmpty()) return Feature.absent("threshold", trace.unit(), Readings.NO_SPIKE);
        if (!trace.unit().dimension().equals(Dimension.POTENTIAL))
            return Feature.absent("threshold", trace.unit(), "the criterion of 20 mV/ms is for a potential");
        Trace rise = rate.cut(spikes.getFirst().troughTime(), spikes.getFirst().peakTime());
        double at = passage(rise);
        if (Double.isNaN(at)) return Feature.absent("threshold", trace.unit(), "dV/dt does not pass 20 mV/ms on the upstroke");
        if (rise.value(at, Side.LEFT) < CRITERION - JUMP && rise.value(at, Side.RIGHT) > CRITERION + JUMP)
            return Feature.absent("threshold", trace.unit(), "the stimulus makes dV/dt jump past 20 mV/ms");
        return Readings.height("threshold", trace.value(at, Side.LEFT), trace.unit(), rounding + CRITERION * tick, "where dV/dt passes 20 mV/ms");
    }

    private static double passage(Trace rise) {
        if (rise.panels() == 0) return Double.NaN;
        double steepest = Extremes.of(rise).highTime();
        double last = Double.NaN;
        for (double t : rise.crossings(CRITERION, Direction.UP)) if (t <= steepest) last = t;
        return last;
    }

    Feature halfWidth() {
        if (spikes.isEmpty()) return Feature.absent("half_width", Features.MS, Readings.NO_SPIKE);
        Spike first = spikes.getFirst();
        Double foot = threshold.value();
        double level = ((foot == null ? first.trough() : trace.unit().inside(foot)) + first.peak()) / 2;
        Trace spike = trace.cut(first.troughTime(), first.next());
        double[] up = spike.crossings(level, Direction.UP);
        if (up.length == 0) return Feature.absent("half_width", Features.MS, "its rise is a jump");
        for (double down : spike.crossings(level, Direction.DOWN))
            if (down > up[0]) return Feature.of("half_width", down - up[0], Features.MS, 2 * tick, foot == null ? "from the lowest point before it, as there is no threshold" : null);
        return Feature.absent("half_width", Features.MS, "the window ends before the first spike has fallen to half its height");
    }

    Feature ahp() {
        if (spikes.isEmpty()) return Feature.absent("ahp", trace.unit(), Readings.NO_SPIKE);
        Spike first = spikes.getFirst();
        if (first.peakTime() == trace.end()) return Feature.absent("ahp", trace.unit(), "the window ends with the first spike");
        return Readings.height("ahp", first.low(), trace.unit(), rounding, first.lowTime() == trace.end() ? "still falling at the window's end" : null);
    }
}
