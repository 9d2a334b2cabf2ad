package loligo.feature;

import java.util.List;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Names, units and words that the features share.
final class Readings {
    static final List<String> NAMES = List.of("rest", "spike_count", "first_spike", "latency", "interval", "frequency", "peak", "threshold",
            "half_width", "ahp", "min", "max", "mean");
    static final String NO_SPIKE = "no spike";

    private Readings() {}

    /// In which unit a feature is told.
    static Unit unit(String name, Unit column) {
        return switch (name) {
            case "spike_count" -> Unit.ONE;
            case "first_spike", "latency", "interval", "half_width" -> Features.MS;
            case "frequency" -> Features.HZ;
            default -> column;
        };
    }

    /// A value of the column.
    ///
    /// @param rounding in membrane units
    static Feature height(String name, double inside, Unit unit, double rounding, @Nullable String note) {
        double value = unit.outside(inside);
        return Feature.of(name, value, unit, Math.abs(rounding / unit.scale()) + Math.ulp(value), note);
    }
}
