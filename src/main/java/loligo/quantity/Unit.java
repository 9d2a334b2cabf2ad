package loligo.quantity;

/// A unit of measurement: a value in this unit is `value * scale + offset` in membrane units (the offset is not zero for `degC` only).
///
/// @param symbol as it is written between brackets
public record Unit(String symbol, Dimension dimension, double scale, double offset) {
    /// The unit of a pure number.
    public static final Unit ONE = new Unit("1", Dimension.NONE, 1, 0);

    /// The value in membrane units (ms, mV, cm, uA, kelvin, umol) of a number in this unit.
    public double inside(double value) {
        return value * scale + offset;
    }

    /// The number in this unit of a value in membrane units.
    public double outside(double value) {
        return (value - offset) / scale;
    }
}
