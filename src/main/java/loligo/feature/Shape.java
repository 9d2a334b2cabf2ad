package loligo.feature;

import java.util.List;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.recording.Direction;
import loligo.recording.Side;
import loligo.recording.Trace;

/// The shape of the first spike.
///
/// * `threshold`: the potential at which dV/dt passes 20 mV/ms (20 V/s) for the last time before the rise is steepest. A stimulus that makes
///   dV/dt jump past the criterion shows no threshold.
/// * `threshold_slope`: likewise the potential at which dV/dt passes 5 % of `max_rise`, the criterion of Gouwens et al. (2019), Nat. Neurosci.
///   22:1182: it follows the spike's own steepness and needs no volts.
/// * `max_rise`, `max_fall`: the largest dV/dt of the upstroke, the smallest (below zero) between the peak and the lowest point after it.
/// * `half_width`: how long the spike is above the level half-way between threshold and peak; where there is no threshold, between the
///   lowest point before it and the peak, and the note says so.
/// * `ahp`: the lowest value between its peak and the next spike's, or the end of the window.
final class Shape {
    /// dV/dt at threshold, mV/ms.
    static final double CRITERION = 20;

    /// Share of the steepest rise at which `threshold_slope` is.
    static final double RELATIVE = 0.05;

    /// Neighbouring panels may differ in dV/dt where it is taken from their polynomials; a larger step, relative to the criterion, is a jump.
    private static final double JUMP = 0.05;

    private static final String BEGUN = "it is on its way up already where the window begins";

    private final Trace trace;
    private final Trace rate; // dV/dt
    private final List<Spike> spikes;
    private final double tick;
    private final double rounding;
    private final Feature threshold;
    private final Feature thresholdSlope;

    /// @param rate of change of the trace, per ms
    /// @param tick rounding of times, ms
    /// @param rounding of heights, membrane units
    Shape(Trace trace, Trace rate, List<Spike> spikes, double tick, double rounding) {
        this.trace = trace;
        this.rate = rate;
        this.spikes = spikes;
        this.tick = tick;
        this.rounding = rounding;
        this.threshold = absolute();
        this.thresholdSlope = relative();
    }

    Feature threshold() {
        return threshold;
    }

    Feature thresholdSlope() {
        return thresholdSlope;
    }

    private Feature absolute() {
        boolean volts = trace.unit().dimension().equals(Dimension.POTENTIAL);
        if (!spikes.isEmpty() && !volts) return Feature.absent("threshold", trace.unit(), "the criterion of 20 mV/ms is for a potential");
        return foot("threshold", CRITERION, "20 mV/ms");
    }

    private Feature relative() {
        Feature rise = maxRise();
        Double steepest = rise.value();
        if (steepest == null) return Feature.absent("threshold_slope", trace.unit(), String.valueOf(rise.note()));
        return foot("threshold_slope", RELATIVE * rise.unit().inside(steepest), "5 % of its largest");
    }

    /// Where the slope of the first spike's rise passes a criterion for the last time before it is steepest.
    private Feature foot(String name, double criterion, String words) {
        if (spikes.isEmpty()) return Feature.absent(name, trace.unit(), Readings.NO_SPIKE);
        Trace rise = rising();
        if (rise.panels() > 0 && rise.start() == trace.start() && rise.value(rise.start(), Side.RIGHT) > criterion) return Feature.absent(name, trace.unit(), BEGUN);
        double at = passage(rise, criterion);
        boolean begun = rise.panels() > 0 && rise.value(rise.start(), Side.RIGHT) > criterion;
        if (Double.isNaN(at) && begun) return Feature.absent(name, trace.unit(), "dV/dt is above " + words + " from the lowest point before the spike on, as where a stimulus begins");
        if (Double.isNaN(at)) return Feature.absent(name, trace.unit(), "dV/dt does not pass " + words + " on the upstroke");
        if (rise.value(at, Side.LEFT) < criterion * (1 - JUMP) && rise.value(at, Side.RIGHT) > criterion * (1 + JUMP))
            return Feature.absent(name, trace.unit(), "dV/dt jumps past " + words + ", as where a stimulus begins");
        return Readings.height(name, trace.value(at, Side.LEFT), trace.unit(), rounding + criterion * tick, "where dV/dt passes " + words);
    }

    /// dV/dt on the first spike's upstroke.
    private Trace rising() {
        return rate.cut(spikes.getFirst().troughTime(), spikes.getFirst().peakTime());
    }

    private static double passage(Trace rise, double criterion) {
        if (rise.panels() == 0) return Double.NaN;
        double steepest = Extremes.of(rise).highTime();
        double last = Double.NaN;
        for (double t : rise.crossings(criterion, Direction.UP)) if (t <= steepest) last = t;
        return last;
    }

    Feature maxRise() {
        if (spikes.isEmpty()) return Feature.absent("max_rise", Readings.rate(trace.unit()), Readings.NO_SPIKE);
        Trace rise = rising();
        Extremes extremes = Extremes.of(rise);
        return extreme("max_rise", rise, extremes.highTime(), extremes.high(), "its rise is a jump");
    }

    Feature maxFall() {
        if (spikes.isEmpty()) return Feature.absent("max_fall", Readings.rate(trace.unit()), Readings.NO_SPIKE);
        Trace fall = rate.cut(spikes.getFirst().peakTime(), spikes.getFirst().lowTime());
        Extremes extremes = Extremes.of(fall);
        return extreme("max_fall", fall, extremes.lowTime(), extremes.low(), "its fall is a jump or was not seen");
    }

    /// The extreme of dV/dt on a flank; none where a stimulus made it.
    private Feature extreme(String name, Trace flank, double at, double slope, String otherwise) {
        Unit unit = Readings.rate(trace.unit());
        if (flank.panels() == 0) return Feature.absent(name, unit, otherwise);
        if (at == trace.start()) return Feature.absent(name, unit, BEGUN);
        if (Math.abs(flank.value(at, Side.LEFT) - flank.value(at, Side.RIGHT)) > 2 * JUMP * Math.abs(slope)) return Feature.absent(name, unit, "dV/dt jumps there, as where a stimulus begins");
        return Readings.height(name, slope, unit, 16 * Math.ulp(slope), null);
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
