package loligo.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loligo.recording.Side;
import loligo.recording.Trace;

/// The spikes of a model with reset events: each reset that takes the column down is one, the trace says how deep and how high. One that takes it up, or leaves it where it is, is none.
final class Resets {
    private Resets() {}

    /// The times of those that take a trace down, or end it // [resets]
    static double[] down(Trace trace, double[] resets) {
        return Arrays.stream(resets).filter(t -> t >= trace.end() || trace.value(t, Side.RIGHT) < trace.value(t, Side.LEFT)).toArray();
    }

    /// @param resets each takes the trace down
    static List<Spike> spikes(Trace trace, double[] resets) {
        List<Spike> spikes = new ArrayList<>();
        double before = trace.start();
        for (int k = 0; k < resets.length; k++) {
            double next = k + 1 < resets.length ? resets[k + 1] : trace.end();
            Extremes rise = Extremes.of(trace.cut(before, resets[k]));
            Extremes fall = Extremes.of(trace.cut(resets[k], next));
            Extremes upstroke = rise.exists() && rise.lowTime() < resets[k] ? Extremes.of(trace.cut(rise.lowTime(), resets[k])) : rise;
            spikes.add(spike(resets[k], rise, upstroke, fall, next));
            before = resets[k];
        }
        return spikes;
    }

    /// The trough is the lowest point before, the peak the highest after that. Where one side has no panel (a reset at the end of the window, two at once) the other side stands for it.
    private static Spike spike(double time, Extremes rise, Extremes upstroke, Extremes fall, double next) {
        Extremes low = rise.exists() ? rise : fall;
        Extremes high = upstroke.exists() ? upstroke : low;
        Extremes after = fall.exists() ? fall : new Extremes(time, high.high(), time, high.high());
        return new Spike(time, low.lowTime(), low.low(), Math.max(low.lowTime(), high.highTime()), high.high(), next, after.lowTime(), after.low());
    }
}
