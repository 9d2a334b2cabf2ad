package loligo.feature;

import java.util.ArrayList;
import java.util.List;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.recording.Recording;
import loligo.recording.Side;
import loligo.recording.Trace;
import org.jspecify.annotations.Nullable;

/// The features of a membrane potential (or of the first unknown of a free model) in a window of time, always the same ones in the same order:
///
/// * `rest`: the value just before the stimulus begins; without a stimulus, and without spikes, that at the window's start. Only where it
///   changes by no more than 0.01 mV/ms there (without volts: 1e-4 of the window's range per ms).
/// * `input_resistance`, `time_constant`, `sag` of the answer to a step of current, see [Response].
/// * `spike_count`, `first_spike` (counted from t = 0), `latency` (from the stimulus' onset to the first spike after it); spikes as [Spikes] defines them.
/// * `interval`, `frequency`, `cv`, `adaptation`, see [Intervals].
/// * `peak`: the highest value of the window.
/// * `threshold`, `threshold_slope`, `max_rise`, `max_fall`, `half_width`, `ahp` of the first spike, see [Shape].
/// * `min`, `max`, `mean` over the window.
public final class Features {
    /// The fastest drift that still is rest, mV/ms.
    public static final double DRIFT = 0.01;

    private static final String UNDECIDED = "and at the window's end a rise above 0 mV that has not come down by 20 mV";

    static final Unit MS = Unit.parse("ms");
    static final Unit HZ = Unit.parse("Hz");

    private final Recording window;
    private final Trace trace;
    private final Trace rate; // of change, per ms
    private final @Nullable Stimulation stimulation;
    private final @Nullable Unit current;
    private final List<Spike> spikes;
    private final boolean open; // whether the window ends in a rise that has not come down
    private final Extremes extremes;
    private final double tick; // rounding of times, ms
    private final List<Feature> list = new ArrayList<>();

    private Features(Recording window, String column, @Nullable Stimulation stimulation, @Nullable Unit current) {
        this.window = window;
        this.trace = window.trace(column);
        this.rate = window.find(rate(column)) == null ? trace.rate() : window.trace(rate(column));
        this.stimulation = stimulation;
        this.current = current;
        Trace.Vertices vertices = trace.vertices();
        Trace dark = window.find(darkRate(column)) == null ? null : window.trace(darkRate(column));
        Spikes.Seen seen = Spikes.of(trace, new Push(trace, rate, stimulation == null ? new double[0] : stimulation.corners(), dark), vertices, window.resets());
        this.spikes = seen.spikes();
        this.open = seen.open();
        this.extremes = Extremes.of(window.start(), vertices);
        this.tick = 8 * Math.ulp(Math.max(1, Math.max(Math.abs(window.start()), Math.abs(window.end()))));
    }

    /// Reads all features.
    ///
    /// @param column `V`, or the first unknown of a free model
    /// @param after where the window begins, ms
    /// @param until where it ends, ms
    /// @param stimulation null without one
    /// @throws IllegalArgumentException when the column was not recorded, or the window ends before it begins
    public static List<Feature> of(Recording recording, String column, double after, double until, @Nullable Stimulation stimulation) {
        return of(recording, column, after, until, stimulation, stimulation == null || stimulation.step() == null ? null : stimulation.step().unit());
    }

    /// The same of a membrane of which is known what a current into it is measured in.
    ///
    /// @param current unit of the current that can be injected; null where none can
    public static List<Feature> of(Recording recording, String column, double after, double until, @Nullable Stimulation stimulation, @Nullable Unit current) {
        Features features = new Features(recording.cut(after, until), column, stimulation, current);
        features.read();
        return List.copyOf(features.list);
    }

    /// What the rate of change of a column is called; where it is not recorded, it is taken from the column itself, less exactly.
    public static String rate(String column) {
        return column + "'";
    }

    /// What is called how far rounding may have a column off; recorded only of measured formulas in which digits may be lost.
    public static String rounding(String column) {
        return "rounding of " + column;
    }

    /// What the rate of change of a column is called that it would have without light; recorded only where light drives currents.
    public static String darkRate(String column) {
        return rate(column) + " in the dark";
    }

    /// The names of all features, in their order.
    public static List<String> names() {
        return Readings.NAMES;
    }

    /// The unit of the feature of that name, read off a column of this unit.
    ///
    /// @param current unit of the current that can be injected; null where none can
    public static Unit unit(String name, Unit column, @Nullable Unit current) {
        return Readings.unit(name, column, current);
    }

    private void read() {
        Unit unit = trace.unit();
        if (window.panels() == 0) {
            Readings.NAMES.forEach(name -> list.add(Feature.absent(name, Readings.unit(name, unit, current), "nothing was recorded in this window")));
            return;
        }
        rest();
        Response response = new Response(trace, rate, spikes, stimulation, drift(), heightRounding(), Readings.unit("input_resistance", unit, current));
        list.add(response.inputResistance());
        list.add(response.timeConstant());
        list.add(response.sag());
        list.add(Feature.of("spike_count", spikes.size(), Unit.ONE, 0, open ? UNDECIDED : null));
        firstSpike();
        latency();
        Intervals intervals = new Intervals(spikes, tick);
        list.add(intervals.interval());
        list.add(intervals.frequency());
        list.add(intervals.cv());
        list.add(intervals.adaptation());
        String where = peakOf();
        list.add(Readings.height("peak", extremes.high(), trace.unit(), heightRounding() + cut(extremes.highTime()), where));
        Shape shape = new Shape(trace, rate, spikes, tick, heightRounding());
        list.add(shape.threshold());
        list.add(shape.thresholdSlope());
        list.add(shape.maxRise());
        list.add(shape.maxFall());
        list.add(shape.halfWidth());
        list.add(shape.ahp());
        list.add(Readings.height("min", extremes.low(), trace.unit(), heightRounding() + cut(extremes.lowTime()), null));
        list.add(Readings.height("max", extremes.high(), trace.unit(), heightRounding() + cut(extremes.highTime()), null));
        height("mean", trace.mean(), null);
    }

    private void rest() {
        Unit unit = trace.unit();
        Double begins = onset();
        if (begins != null && begins > window.start() && begins <= window.end()) restAt(begins, Side.LEFT, "when the stimulus begins");
        else if (begins != null && begins == window.start())
            list.add(Feature.absent("rest", unit, "the stimulus begins with the window, so nothing was seen at rest"));
        else if (begins != null && begins < window.start()) list.add(Feature.absent("rest", unit, "the stimulus begins before the window"));
        else if (!spikes.isEmpty()) list.add(Feature.absent("rest", unit, "it fires without a stimulus"));
        else restAt(window.start(), Side.RIGHT, "at the window's start");
    }

    private void restAt(double t, Side side, String when) {
        if (Math.abs(rate.value(t, side)) <= drift()) height("rest", trace.value(t, side), null);
        else list.add(Feature.absent("rest", trace.unit(), "it still changes " + when + (volts() ? ", by more than 0.01 mV/ms" : "")));
    }

    private boolean volts() {
        return trace.unit().dimension().equals(Dimension.POTENTIAL);
    }

    /// The fastest change that still is rest, membrane units per ms.
    private double drift() {
        return volts() ? DRIFT : 1e-4 * (extremes.high() - extremes.low()) + Double.MIN_NORMAL;
    }

    private @Nullable Double onset() {
        return stimulation == null ? null : stimulation.onset();
    }

    private void firstSpike() {
        if (spikes.isEmpty()) list.add(Feature.absent("first_spike", MS, Readings.NO_SPIKE));
        else list.add(Feature.of("first_spike", spikes.getFirst().time(), MS, tick, null));
    }

    private void latency() {
        Double begins = onset();
        if (begins == null) {
            list.add(Feature.absent("latency", MS, "there is no stimulus"));
            return;
        }
        if (begins < window.start()) {
            list.add(Feature.absent("latency", MS, "the stimulus begins before the window"));
            return;
        }
        for (Spike spike : spikes)
            if (spike.time() >= begins) {
                list.add(Feature.of("latency", spike.time() - begins, MS, tick, null));
                return;
            }
        list.add(Feature.absent("latency", MS, "no spike after the stimulus begins"));
    }

    private String peakOf() {
        for (int k = 0; k < spikes.size(); k++) if (spikes.get(k).peakTime() == extremes.highTime()) return "of spike " + (k + 1);
        return spikes.isEmpty() ? Readings.NO_SPIKE : "not of a spike";
    }

    private void height(String name, double inside, @Nullable String note) {
        list.add(Readings.height(name, inside, trace.unit(), heightRounding(), note));
    }

    /// What the rounding of a time makes of a height that a reset cuts off on the way, membrane units.
    private double cut(double time) {
        return tick * Math.max(Math.abs(rate.value(time, Side.LEFT)), Math.abs(rate.value(time, Side.RIGHT)));
    }

    /// Rounding of heights, membrane units.
    private double heightRounding() {
        return 16 * Math.ulp(extremes.largest());
    }
}
