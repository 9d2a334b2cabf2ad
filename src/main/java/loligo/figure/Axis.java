package loligo.figure;

import loligo.quantity.Unit;

/// What is drawn along one side of a panel; the label prints as `membrane potential V (mV)`.
///
/// @param label the quantity in words, may be empty
/// @param unit as written in the notation (`uA/cm^2` prints as µA/cm²); empty or `1` for a pure number
/// @param from the lower end, in the unit; NaN for automatic
/// @param to the upper end, in the unit; NaN for automatic; below `from` is a mistake
public record Axis(String label, String unit, double from, double to, Scale scale) {
    /// How numbers become lengths.
    public enum Scale {
        LINEAR,
        /// As linear, of what is counted: only whole numbers are marked.
        COUNT,
        /// Decades of equal length; values that are not positive are left out.
        LOG
    }

    public Axis {
        boolean fixed = !Double.isNaN(from) && !Double.isNaN(to);
        if (Double.isInfinite(from) || Double.isInfinite(to) || (fixed && from >= to)) {
            throw new IllegalArgumentException("axis '" + label + "' runs from " + from + " to " + to + "; it must run upwards between finite ends");
        }
        if (scale == Scale.LOG && (from <= 0 || to <= 0)) {
            throw new IllegalArgumentException("logarithmic axis '" + label + "' runs from " + from + " to " + to + "; both ends must be above 0");
        }
    }

    /// A linear axis whose ends follow the data.
    public static Axis of(String label, String unit) {
        return new Axis(label, unit, Double.NaN, Double.NaN, Scale.LINEAR);
    }

    /// A linear axis of what is counted, whose ends follow the data.
    public static Axis count(String label) {
        return new Axis(label, "", Double.NaN, Double.NaN, Scale.COUNT);
    }

    /// A logarithmic axis whose ends follow the data.
    public static Axis log(String label, String unit) {
        return new Axis(label, unit, Double.NaN, Double.NaN, Scale.LOG);
    }

    /// This axis with fixed ends, in its unit; NaN leaves an end to the data.
    public Axis between(double from, double to) {
        return new Axis(label, unit, from, to, scale);
    }

    /// Label and unit as they are printed.
    public String heading() {
        String printed = Unit.printed(unit);
        if (printed.isEmpty()) return label;
        return label.isEmpty() ? printed : label + " (" + printed + ")";
    }
}
