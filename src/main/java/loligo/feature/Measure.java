package loligo.feature;

import java.util.Locale;
import loligo.quantity.Unit;
import loligo.recording.Recording;
import loligo.recording.Side;
import loligo.recording.Trace;
import org.jspecify.annotations.Nullable;

/// A measured expression such as `peak(NaV.I,test)`.
///
/// @param column the expression that is measured, as its column is named: without spaces
/// @param phase null for the whole window
public record Measure(How how, String column, @Nullable String phase) {
    /// What is read off the column during a phase.
    public enum How {
        /// The value farthest from that at the phase's start, with its sign; the first of equals.
        PEAK,
        /// The mean of the phase's last tenth.
        STEADY,
        MIN, MAX, MEAN;

        /// The word in the text.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The one with this word, null when there is none.
        public static @Nullable How of(String word) {
            for (How how : values()) if (how.word().equals(word)) return how;
            return null;
        }

        /// Whether it says nothing without a phase.
        public boolean needsPhase() {
            return this == PEAK || this == STEADY;
        }
    }

    public Measure {
        if (phase == null && how.needsPhase()) throw new IllegalArgumentException(how.word() + "(" + column + ") needs a phase: " + how.word() + "(" + column + ",test)");
    }

    /// Reads `peak(x,phase)` or `min(x)`; null when the text has another shape. What stands behind the last comma outside brackets is the phase.
    public static @Nullable Measure read(String text) {
        String bare = text.replaceAll("\\s+", "");
        int open = bare.indexOf('(');
        if (open < 0 || !bare.endsWith(")")) return null;
        String inner = bare.substring(open + 1, bare.length() - 1);
        int comma = lastComma(inner);
        String column = comma < 0 ? inner : inner.substring(0, comma);
        String phase = comma < 0 ? null : inner.substring(comma + 1);
        How how = How.of(bare.substring(0, open));
        if (how == null || column.isEmpty() || "".equals(phase) || (phase == null && how.needsPhase())) return null;
        return new Measure(how, column, phase);
    }

    private static int lastComma(String inner) {
        int depth = 0;
        for (int i = inner.length() - 1; i >= 0; i--) {
            char c = inner.charAt(i);
            if (c == ')') depth++;
            else if (c == '(') depth--;
            else if (c == ',' && depth == 0) return i;
        }
        return -1;
    }

    /// As it is written, without spaces.
    public String name() {
        return how.word() + "(" + column + (phase == null ? "" : "," + phase) + ")";
    }

    /// Reads it off a recording.
    ///
    /// @param start when the phase (or the window) begins, ms
    /// @param end when it ends, ms
    public Feature of(Recording recording, double start, double end) {
        Unit unit = recording.column(column).unit();
        Trace trace = recording.trace(column).cut(start, end);
        String during = phase == null ? "the window" : phase;
        if (trace.panels() == 0) return Feature.absent(name(), unit, "nothing was recorded during " + during);
        if (trace.end() < end - 1e-9 * (end - start)) return Feature.absent(name(), unit, "the recording ends during " + during);
        return Readings.height(name(), value(trace), unit, 16 * Math.ulp(Extremes.of(trace).largest()), null);
    }

    private double value(Trace trace) {
        return switch (how) {
            case PEAK -> farthest(trace);
            case STEADY -> trace.cut(trace.end() - (trace.end() - trace.start()) / 10, trace.end()).mean();
            case MIN -> Extremes.of(trace).low();
            case MAX -> Extremes.of(trace).high();
            case MEAN -> trace.mean();
        };
    }

    private static double farthest(Trace trace) {
        double begin = trace.value(trace.start(), Side.RIGHT);
        Extremes extremes = Extremes.of(trace);
        double up = extremes.high() - begin;
        double down = begin - extremes.low();
        if (up == down) return extremes.highTime() <= extremes.lowTime() ? extremes.high() : extremes.low();
        return up > down ? extremes.high() : extremes.low();
    }
}
