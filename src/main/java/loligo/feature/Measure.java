package loligo.feature;

import java.util.Arrays;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import loligo.quantity.Dimension;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import loligo.quantity.UnitReading;
import loligo.recording.Direction;
import loligo.recording.Recording;
import loligo.recording.Side;
import loligo.recording.Trace;
import org.jspecify.annotations.Nullable;

/// A measured expression such as `peak(NaV.I,test)` or `crossings(V,0[mV],test)`.
///
/// @param column the expression that is measured, as its column is named: without spaces
/// @param level of a crossing, in a unit of the column's dimension; null for what has none
/// @param phase null for the whole window
public record Measure(How how, String column, @Nullable Quantity level, @Nullable String phase) {
    /// Extrema are where the slope of a polynomial vanishes, ms.
    private static final double MOMENT = 1e-9;

    /// What has no zero of its own, or is a part of something.
    private static final Set<Dimension> FROM_ANYWHERE = Set.of(Dimension.POTENTIAL, Dimension.NONE, Dimension.TEMPERATURE, Dimension.CONCENTRATION);
    /// A size that is smaller by no more than this part is the same.
    private static final double LESS = 1e-6;
    private static final String OUTGROWN = " is larger";

    public Measure {
        if (phase == null && how.needsPhase()) throw new IllegalArgumentException("a phase is missing: " + how.pattern(column, "LEVEL", "PHASE"));
        if ((level != null) != how.needsLevel())
            throw new IllegalArgumentException((level == null ? "a level is missing: " : "a level that nothing asks for: ") + how.pattern(column, "LEVEL", "PHASE"));
    }

    /// One without a level.
    public Measure(How how, String column, @Nullable String phase) {
        this(how, column, null, phase);
    }

    /// As it is written, without spaces.
    public String name() {
        String at = level == null ? "" : "," + level.toString().replace(" ", "");
        return how.opening() + column + at + (phase == null ? "" : "," + phase) + ")";
    }

    /// Reads it off a recording.
    ///
    /// @param start when the phase (or the window) begins, ms
    /// @param end when it ends, ms
    public Feature of(Recording recording, double start, double end) {
        Trace trace = recording.trace(column).cut(start, end);
        if (trace.panels() == 0) return absent(trace, "nothing was recorded during " + during());
        if (trace.end() < end - 1e-9 * (end - start)) return absent(trace, "the recording ends during " + during());
        if (trace.gaps()) return absent(trace, column + " is no number at some time of " + during());
        Feature read = read(trace);
        String rounding = Features.rounding(column);
        return read.value() == null || recording.find(rounding) == null ? read : rounded(read, trace, recording.trace(rounding).cut(start, end));
    }

    /// What was read, with what rounding makes of it: the same read off the highest and the lowest trace that may be meant.
    private Feature rounded(Feature read, Trace trace, Trace bound) {
        if (bound.gaps()) return absent(trace, "rounding leaves nothing of " + column + " at some time of " + during());
        Double value = read.value();
        Double high = read(trace.plus(bound, 1)).value();
        Double low = read(trace.plus(bound, -1)).value();
        if (value == null || high == null || low == null) return absent(trace, "rounding leaves open what " + column + " does during " + during());
        double distance = Math.max(Math.abs(high - value), Math.abs(low - value));
        return new Feature(name(), value, read.unit(), read.rounding() + distance, null, read.note(), read.margin());
    }

    private Feature read(Trace trace) {
        return switch (how) {
            case PEAK -> peak(trace);
            case STEADY -> height(trace, Measure::steady);
            case START -> height(trace, Measure::begin);
            case END -> height(trace, t -> t.value(t.end(), Side.LEFT));
            case MIN -> height(trace, t -> Extremes.of(t).low());
            case MAX -> height(trace, t -> Extremes.of(t).high());
            case MEAN -> height(trace, Trace::mean);
            case AREA -> area(trace);
            case CROSSINGS -> Feature.count(name(), passages(trace).length, margin(trace), null);
            case TIME_OF_PEAK -> moment(trace, Extremes.of(trace).farthestTime(begin(trace)), MOMENT);
            case TIME_OF_MIN -> moment(trace, Extremes.of(trace).lowTime(), MOMENT);
            case TIME_OF_MAX -> moment(trace, Extremes.of(trace).highTime(), MOMENT);
            case TIME_OF_CROSSING -> firstPassage(trace);
        };
    }

    /// The unit in which it is told.
    public Unit unit(Unit of) {
        if (how.isTime()) return Features.MS;
        return how == How.CROSSINGS ? Unit.ONE : how == How.AREA ? timesMilliseconds(of) : of;
    }

    /// `uA/cm^2*ms` where that can be written; of a temperature in degC `ms*K`.
    private static Unit timesMilliseconds(Unit of) {
        Dimension dimension = of.dimension().times(Dimension.TIME);
        boolean written = !of.dimension().equals(Dimension.NONE) && !dimension.equals(Dimension.NONE);
        return written && Unit.read(of.symbol() + "*ms") instanceof UnitReading.Known(Unit unit) ? unit : dimension.unit();
    }

    private String during() {
        return phase == null ? "the window" : phase;
    }

    private Feature absent(Trace trace, String note) {
        return Feature.absent(name(), unit(trace.unit()), note);
    }

    /// The mean of the last tenth; of a phase too short to be cut, where it ends.
    private static double steady(Trace trace) {
        Trace tail = trace.cut(trace.end() - (trace.end() - trace.start()) / 10, trace.end());
        return tail.panels() == 0 ? trace.value(trace.end(), Side.LEFT) : tail.mean();
    }

    private static double begin(Trace trace) {
        return trace.value(trace.start(), Side.RIGHT);
    }

    /// Farthest from where the phase starts; its note says where that is not the largest size, as of a current that is large when the phase starts.
    private Feature peak(Trace trace) {
        Extremes extremes = Extremes.of(trace);
        double peak = extremes.farthest(begin(trace));
        boolean fromZero = !FROM_ANYWHERE.contains(trace.unit().dimension());
        if (!fromZero || Math.abs(peak) >= (1 - LESS) * extremes.largest()) return height(trace, _ -> peak);
        How larger = Math.abs(begin(trace)) >= (1 - LESS) * extremes.largest() ? How.START : -extremes.low() > extremes.high() ? How.MIN : How.MAX;
        return Readings.height(name(), peak, trace.unit(), rounding(trace), "farthest from where " + during() + " starts, but " + new Measure(larger, column, phase).name() + OUTGROWN);
    }

    /// Whether a peak is not the largest size of its phase.
    public static boolean outgrown(Feature peak) {
        return peak.note() != null && peak.note().contains(OUTGROWN);
    }

    private Feature height(Trace trace, ToDoubleFunction<Trace> read) {
        return Readings.height(name(), read.applyAsDouble(trace), trace.unit(), rounding(trace), null);
    }

    private static double rounding(Trace trace) {
        return 16 * Math.ulp(Extremes.of(trace).largest());
    }

    private Feature area(Trace trace) {
        return Readings.height(name(), trace.integral(), unit(trace.unit()), rounding(trace) * (trace.end() - trace.start()), null);
    }

    private double[] passages(Trace trace) {
        return trace.crossings(height(), Direction.UP);
    }

    /// How near to the level it turns: another passage, or one less, is so far away.
    private double margin(Trace trace) {
        return Arrays.stream(trace.turns().values()).map(y -> Math.abs(y - height())).min().orElse(Double.POSITIVE_INFINITY);
    }

    private double height() {
        if (level == null) throw new IllegalStateException("a bug of Loligo: " + name() + " without a level");
        return level.inside();
    }

    private Feature firstPassage(Trace trace) {
        double[] passages = passages(trace);
        if (passages.length == 0) return absent(trace, column + " does not pass " + level + " upwards during " + during());
        return moment(trace, passages[0], 8 * Math.ulp(passages[0]));
    }

    private Feature moment(Trace trace, double t, double rounding) {
        double from = phase == null ? 0 : trace.start();
        String note = how == How.TIME_OF_CROSSING ? null : t == trace.end() ? "at the end of " + during() : t == trace.start() ? "at the start of " + during() : null;
        return Feature.of(name(), t - from, Features.MS, rounding, note);
    }
}
