package loligo.feature;

import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// What is known of a stimulus before anything is read.
///
/// @param onset when it begins, ms
/// @param step what it begins with, where that is a step of the injected current; else null
/// @param corners where it changes, the onset and all later times, ms // ascending
public record Stimulation(double onset, @Nullable Step step, double[] corners) {
    public Stimulation {
        if (!Double.isFinite(onset)) throw new IllegalArgumentException("a stimulus can not begin at " + onset + " ms");
        if (step != null && !(step.end > onset)) throw new IllegalArgumentException("a step from " + onset + " to " + step.end + " ms");
    }

    /// A stimulus of which only the beginning is known.
    public Stimulation(double onset) {
        this(onset, null, new double[] {onset});
    }

    /// A step and nothing else.
    public Stimulation(double onset, Step step) {
        this(onset, step, new double[] {onset, step.end});
    }

    /// A constant current on top of what flowed before.
    ///
    /// @param end when it changes again, or the run ends, ms
    /// @param amplitude not zero, membrane units
    /// @param unit of the current: per area, per capacitance, or of the whole cell
    public record Step(double end, double amplitude, Unit unit) {
        public Step {
            if (amplitude == 0 || !Double.isFinite(amplitude)) throw new IllegalArgumentException("a step of " + amplitude + " " + unit.symbol());
        }
    }
}
