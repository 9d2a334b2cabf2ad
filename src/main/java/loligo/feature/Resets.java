package loligo.feature;

import java.util.ArrayList;
import java.util.List;
import loligo.recording.Trace;

/// The spikes of a model with reset events: each reset is one, the trace says how deep and how high.
final class Resets {
    private Resets() {}

    static List<Spike> spikes(Trace trace, double[] resets) {
        List<Spike> spikes = new ArrayList<>();
        double before = trace.start();
        for (int k = 0; k < resets.length; k++) {
            double next = k + 1 < resets.length ? resets[k + 1] : trace.end();
            Extremes rise = Extremes.of(trace.cut(before, resets[k]));
            Extremes fall = Extremes.of(trace.cut(resets[k], next));
            spikes.add(spike(resets[k], rise, fall, next));
            before = resets[k];
        }
        return spikes;
    }

    /// Where one side has no panel (a reset at the end of the window, two at once) the other side stands for it.
    private static Spike spike(double time, Extremes rise, Extremes fall, double next) {
        Extremes before = rise.exists() ? rise : fall;
        Extremes after = fall.exists() ? fall : new Extremes(time, before.high(), time, before.high());
        return new Spike(time, before.lowTime(), before.low(), before.highTime(), before.high(), next, after.lowTime(), after.low());
    }
}
