package loligo.protocol;

import java.util.List;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;

/// A number of a protocol, or a family of them.
///
/// @param name in full: `inactivation.prepulse.level`
/// @param values as written, in `unit`; one for each member of the family
/// @param family whether the text wrote a family or a list; its value is then told with every result
/// @param order its place in the text; the family that is written first varies slowest
public record Setting(String name, Unit unit, List<Double> values, boolean family, int order) {
    public Setting {
        values = List.copyOf(values);
        if (values.isEmpty()) throw new IllegalArgumentException(name + " has no value");
    }

    /// A single number.
    public static Setting of(String name, double value, Unit unit, int order) {
        return new Setting(name, unit, List.of(value), false, order);
    }

    /// This one; when it has that name, with one other value.
    ///
    /// @param inside in membrane units
    Setting with(String name, double inside) {
        return name.equals(this.name) ? of(name, inside, new Unit(unit.dimension().unit().symbol(), unit.dimension(), 1, 0), order) : this;
    }

    /// A single number of a protocol that no text wrote.
    public static Setting of(String name, Quantity value) {
        return of(name, value.value(), value.unit(), 0);
    }

    /// The k-th value in membrane units.
    public double inside(int k) {
        return unit.inside(values.get(k));
    }

    /// The smallest value in membrane units.
    public double least() {
        return values.stream().mapToDouble(unit::inside).min().orElseThrow();
    }

    /// The greatest value in membrane units.
    double most() {
        return values.stream().mapToDouble(unit::inside).max().orElseThrow();
    }
}
