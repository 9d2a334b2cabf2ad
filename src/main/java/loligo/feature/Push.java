package loligo.feature;

import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import loligo.recording.Side;
import loligo.recording.Trace;
import org.jspecify.annotations.Nullable;

/// Tells excursions that the stimulus makes from those that the membrane makes: what rises because it is pushed and falls because the push ends is no
/// spike. A stimulus is seen in dV/dt, which jumps where a current or a conductance is switched.
///
/// * A *kink*: the peak is a corner of the stimulus, at which dV/dt jumps from not falling to falling.
/// * A *plateau*: at a corner V has not fallen by the prominence of a spike, and has stood still for a tenth of the time since the lowest point.
///
/// Neither is the stimulus' where the rise was faster than it pushes, by the jumps of dV/dt: then the membrane made it. As a light pushes without
/// a jump, a plateau asks for a rise of the prominence in a millisecond as well (20 mV/ms, the criterion of a threshold).
///
/// Where a stimulus pushes without jumps, as light, noise and sines do, its pushes are told by what the membrane does without them: a spike feeds itself, the more
/// the higher it is; what does not, the stimulus has made, however it rises and decays.
///
/// @param rate dV/dt, per ms
/// @param corners of the stimulus, ms // ascending
/// @param alone dV/dt without what the stimulus drives, per ms; null where that is not known
record Push(Trace trace, Supplier<Trace> rate, double[] corners, @Nullable Trace alone) {
    /// By what part a rise must exceed the push to be the membrane's own.
    private static final double OWN = 0.01;
    /// What part of the steepest rate of a rise the membrane must have added.
    private static final double KINDLING = 0.5;
    /// Change that is none, in prominences per ms: 0.1 mV/ms.
    private static final double STILL = 0.005;
    /// How far from the peak a plateau may end before it, in prominences: 1 mV.
    private static final double LEVEL = 0.05;
    /// What share of the time since the lowest point a plateau has stood still.
    private static final double LASTING = 0.1;

    /// That of a stimulus without corners, which makes nothing.
    static Push none(Trace trace) {
        return new Push(trace, () -> trace, new double[0], null);
    }

    /// Whether there is something that pushes.
    boolean exists() {
        return alone != null || corners.length > 0;
    }

    /// Whether the stimulus made it.
    ///
    /// @param fallen the last time at which it has not yet fallen by the prominence, ms
    /// @param prominence least rise and fall of a spike, membrane units
    boolean makes(double trough, double peak, double fallen, double prominence) {
        if (alone != null && !kindles(trace.cut(trough, peak), rate.get().cut(trough, peak), alone.cut(trough, peak), prominence)) return true;
        for (double corner : corners) {
            if (corner <= trough || corner > fallen || corner >= rate.get().end()) continue;
            if (corner == peak && jump(corner) < 0 && rate.get().value(corner, Side.LEFT) >= 0 && !own(trough, peak, corner, 0)) return true;
            if (plateau(corner, trough, peak, prominence) && !own(trough, peak, corner, prominence)) return true;
        }
        return false;
    }

    /// Whether a rise feeds itself: higher than the prominence above where it began the membrane alone pulls upwards more (or down less) than it did lower down, and
    /// either would go on without the push, or has added half of the steepest rate. A passive membrane pulls down the more the higher it is.
    ///
    /// @param alone the rate of the membrane alone, on the panels of the rise as the others
    private static boolean kindles(Trace rise, Trace rate, Trace alone, double prominence) {
        if (rise.panels() == 0) return false;
        double enough = rise.values()[0] + prominence;
        double steep = KINDLING * Extremes.of(rate).high();
        double highest = Double.NEGATIVE_INFINITY;
        double slowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rise.values().length; i++) {
            double own = alone.values()[i];
            double added = own - slowest;
            highest = Math.max(highest, rise.values()[i]);
            if (rise.values()[i] == highest && highest >= enough && added > STILL * prominence && (own > 0 || added > steep)) return true;
            slowest = Math.min(slowest, own);
        }
        return false;
    }

    private boolean plateau(double corner, double trough, double peak, double prominence) {
        double height = trace.value(Math.min(peak, trace.end()), Side.LEFT);
        if (corner < peak && height - trace.value(corner, Side.LEFT) > LEVEL * prominence) return false;
        Trace last = rate.get().cut(corner - LASTING * (corner - trough), corner);
        Extremes change = Extremes.of(last);
        return last.panels() > 0 && change.largest() <= STILL * prominence;
    }

    /// Whether the rise is faster than the push, and than `least`.
    private boolean own(double trough, double peak, double end, double least) {
        Trace rise = rate.get().cut(trough, peak);
        double steepest = rise.panels() == 0 ? Double.POSITIVE_INFINITY : Extremes.of(rise).high();
        return steepest > Math.max(least, (1 + OWN) * Math.max(push(trough, peak), -jump(end)));
    }

    /// How strongly the stimulus pushed between two times: the largest sum of jumps of dV/dt since the first.
    private double push(double from, double to) {
        double sum = 0;
        double most = 0;
        for (double corner : DoubleStream.of(corners).filter(c -> c >= from && c < to).toArray()) most = Math.max(most, sum += jump(corner));
        return most;
    }

    private double jump(double t) {
        return t <= rate.get().start() || t >= rate.get().end() ? 0 : rate.get().value(t, Side.RIGHT) - rate.get().value(t, Side.LEFT);
    }
}
