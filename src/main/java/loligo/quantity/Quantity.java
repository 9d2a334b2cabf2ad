package loligo.quantity;

/// A number with its unit, as people write it.
public record Quantity(double value, Unit unit) {
    /// The quantity in `unit` that has this value in membrane units.
    public static Quantity of(double inside, Unit unit) {
        return new Quantity(unit.outside(inside), unit);
    }

    /// The value in membrane units (ms, mV, cm, uA, kelvin, umol).
    public double inside() {
        return unit.inside(value);
    }

    /// The same quantity in another unit.
    ///
    /// @throws IllegalArgumentException when the dimensions differ
    public Quantity in(Unit other) {
        if (!other.dimension().equals(unit.dimension()))
            throw new IllegalArgumentException(unit.dimension().phrase() + " [" + unit.symbol() + "] is not measured in ["
                    + other.symbol() + "]");
        return other.equals(unit) ? this : of(inside(), other);
    }

    /// The same size, the other sign.
    public Quantity negated() {
        return new Quantity(-value, unit);
    }

    /// As the notation writes it: `40 [mV]`, `0.5`.
    @Override
    public String toString() {
        String digits = Decimal.text(value);
        return digits + unit.bracketed();
    }
}
