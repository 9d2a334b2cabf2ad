package loligo.feature;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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

    private static final Set<String> RATED = Set.of("rest", "input_resistance", "time_constant", "sag", "threshold", "threshold_slope", "max_rise", "max_fall", "half_width");

    private final Recording window;
    private final Trace trace;
    private final Supplier<Trace> rate; // of change, per ms
    private final @Nullable Stimulation stimulation;
    private final @Nullable Unit current;
    private final List<Spike> spikes;
    private final boolean open; // whether the window ends in a rise that has not come down
    private final double margin; // of the number of spikes
    private final Extremes extremes;
    private final double tick; // rounding of times, ms
    private final Supplier<Intervals> intervals;
    private final Supplier<Response> response;
    private final Supplier<Shape> shape;

    private Features(Recording window, String column, @Nullable Stimulation stimulation, @Nullable Unit current) {
        this.window = window;
        this.trace = window.trace(column);
        this.rate = Once.of(() -> window.find(rate(column)) == null ? trace.rate() : window.trace(rate(column)));
        this.stimulation = stimulation;
        this.current = current;
        Trace alone = window.find(aloneRate(column)) == null ? null : window.trace(aloneRate(column));
        Push push = new Push(trace, rate, stimulation == null ? new double[0] : stimulation.corners(), alone);
        Trace.Vertices vertices = push.exists() ? trace.vertices() : trace.turns();
        Spikes.Seen seen = Spikes.of(trace, push, vertices, window.resets());
        this.spikes = seen.spikes();
        this.open = seen.open();
        this.margin = seen.margin();
        this.extremes = Extremes.of(window.start(), vertices);
        this.tick = 8 * Math.ulp(Math.max(1, Math.max(Math.abs(window.start()), Math.abs(window.end()))));
        this.intervals = Once.of(() -> new Intervals(spikes, tick));
        this.response = Once.of(() -> new Response(trace, rate.get(), spikes, stimulation, drift(), heightRounding(), Readings.unit("input_resistance", trace.unit(), current)));
        this.shape = Once.of(() -> new Shape(trace, rate.get(), spikes, tick, heightRounding()));
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
        return of(recording, column, after, until, stimulation, current, Set.copyOf(names()));
    }

    /// Some of the features, in their order.
    ///
    /// @param wanted their names; what is no feature's name is left out
    public static List<Feature> of(Recording recording, String column, double after, double until, @Nullable Stimulation stimulation, @Nullable Unit current, Set<String> wanted) {
        List<String> names = names().stream().filter(wanted::contains).toList();
        if (names.isEmpty()) return List.of();
        Features features = new Features(recording.cut(after, until), column, stimulation, current);
        return names.stream().map(features::read).toList();
    }

    /// The spikes that these features count.
    ///
    /// @param stimulation null without one
    public static List<Spike> spikes(Recording window, String column, @Nullable Stimulation stimulation) {
        return window.panels() == 0 ? List.of() : new Features(window, column, stimulation, null).spikes;
    }

    /// Whether the rate of change has to be recorded for some of these features. It has to be for all where something acts on the membrane or resets it.
    public static boolean rated(Set<String> wanted) {
        return wanted.stream().anyMatch(RATED::contains);
    }

    /// What the rate of change of a column is called; where it is not recorded, it is taken from the column itself, less exactly.
    public static String rate(String column) {
        return column + "'";
    }

    /// What is called how far rounding may have a column off; recorded only of measured formulas in which digits may be lost.
    public static String rounding(String column) {
        return "rounding of " + column;
    }

    /// What the rate of change of a column is called that the membrane alone would make, without what the stimulus drives; recorded only where that changes without jumps, as light and noise do.
    public static String aloneRate(String column) {
        return rate(column) + " of the membrane alone";
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

    private Feature read(String name) {
        if (window.panels() == 0) return Feature.absent(name, Readings.unit(name, trace.unit(), current), "nothing was recorded in this window");
        return switch (name) {
            case "rest" -> rest();
            case "input_resistance" -> response.get().inputResistance();
            case "time_constant" -> response.get().timeConstant();
            case "sag" -> response.get().sag();
            case "spike_count" -> Feature.count(name, spikes.size(), margin, open ? UNDECIDED : null);
            case "first_spike" -> firstSpike();
            case "latency" -> latency();
            case "interval" -> intervals.get().interval();
            case "frequency" -> intervals.get().frequency();
            case "cv" -> intervals.get().cv();
            case "adaptation" -> intervals.get().adaptation();
            case "peak" -> height(name, extremes.high(), extremes.highTime(), peakOf());
            case "threshold" -> shape.get().threshold();
            case "threshold_slope" -> shape.get().thresholdSlope();
            case "max_rise" -> shape.get().maxRise();
            case "max_fall" -> shape.get().maxFall();
            case "half_width" -> shape.get().halfWidth();
            case "ahp" -> shape.get().ahp();
            case "min" -> height(name, extremes.low(), extremes.lowTime(), null);
            case "max" -> height(name, extremes.high(), extremes.highTime(), null);
            case "mean" -> height(name, trace.mean(), null);
            default -> throw new IllegalArgumentException("no feature is called " + name);
        };
    }

    private Feature rest() {
        Double begins = onset();
        if (begins != null && begins > window.start() && begins <= window.end()) return restAt(begins, Side.LEFT, "when the stimulus begins");
        if (begins != null && begins == window.start()) return Feature.absent("rest", trace.unit(), "the stimulus begins with the window, so nothing was seen at rest");
        if (begins != null && begins < window.start()) return Feature.absent("rest", trace.unit(), "the stimulus begins before the window");
        return spikes.isEmpty() ? restAt(window.start(), Side.RIGHT, "at the window's start") : Feature.absent("rest", trace.unit(), "it fires without a stimulus");
    }

    private Feature restAt(double t, Side side, String when) {
        if (Math.abs(rate.get().value(t, side)) <= drift()) return height("rest", trace.value(t, side), null);
        return Feature.absent("rest", trace.unit(), "it still changes " + when + (volts() ? ", by more than 0.01 mV/ms" : ""));
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

    private Feature firstSpike() {
        return spikes.isEmpty() ? Feature.absent("first_spike", MS, Readings.NO_SPIKE) : Feature.of("first_spike", spikes.getFirst().time(), MS, tick, null);
    }

    private Feature latency() {
        Double begins = onset();
        if (begins == null) return Feature.absent("latency", MS, "there is no stimulus");
        if (begins < window.start()) return Feature.absent("latency", MS, "the stimulus begins before the window");
        for (Spike spike : spikes) if (spike.time() >= begins) return Feature.of("latency", spike.time() - begins, MS, tick, null);
        return Feature.absent("latency", MS, "no spike after the stimulus begins");
    }

    private String peakOf() {
        for (int k = 0; k < spikes.size(); k++) if (spikes.get(k).peakTime() == extremes.highTime()) return "of spike " + (k + 1);
        return spikes.isEmpty() ? Readings.NO_SPIKE : "not of a spike";
    }

    private Feature height(String name, double inside, @Nullable String note) {
        return Readings.height(name, inside, trace.unit(), heightRounding(), note);
    }

    private Feature height(String name, double inside, double time, @Nullable String note) {
        return Readings.height(name, inside, trace.unit(), heightRounding() + cut(time), note);
    }

    /// What the rounding of a time makes of a height that a reset cuts off on the way, membrane units.
    private double cut(double time) {
        return window.resets().length == 0 ? 0 : tick * Math.max(Math.abs(rate.get().value(time, Side.LEFT)), Math.abs(rate.get().value(time, Side.RIGHT)));
    }

    /// Rounding of heights, membrane units.
    private double heightRounding() {
        return 16 * Math.ulp(extremes.largest());
    }
}
