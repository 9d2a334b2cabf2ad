package loligo.feature;

import java.util.List;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Names, units and words that the features share.
final class Readings {
    static final List<String> NAMES = List.of("rest", "input_resistance", "time_constant", "sag", "spike_count", "first_spike", "latency", "interval", "frequency",
            "cv", "adaptation", "peak", "threshold", "threshold_slope", "max_rise", "max_fall", "half_width", "ahp", "min", "max", "mean");
    static final String NO_SPIKE = "no spike";

    private Readings() {}

    /// In which unit a feature is told.
    ///
    /// @param current unit of the injected current; null where none can be injected
    static Unit unit(String name, Unit column, @Nullable Unit current) {
        return switch (name) {
            case "spike_count", "cv", "adaptation", "sag" -> Unit.ONE;
            case "first_spike", "latency", "interval", "half_width", "time_constant" -> Features.MS;
            case "frequency" -> Features.HZ;
            case "max_rise", "max_fall" -> rate(column);
            case "input_resistance" -> current == null ? Unit.ONE : Resistance.unit(column, current);
            default -> column;
        };
    }

    /// The unit of a rate of change: `mV/ms` of mV.
    static Unit rate(Unit column) {
        return column.dimension().over(Dimension.TIME).unit();
    }

    /// A value of the column.
    ///
    /// @param rounding in membrane units
    static Feature height(String name, double inside, Unit unit, double rounding, @Nullable String note) {
        double value = unit.outside(inside);
        return Feature.of(name, value, unit, Math.abs(rounding / unit.scale()) + Math.ulp(value), note);
    }
}
