package loligo.quantity;

/// A unit of measurement: a value in this unit is `value * scale + offset` in membrane units (the offset is not zero for `degC` only).
///
/// @param symbol as it is written between brackets
public record Unit(String symbol, Dimension dimension, double scale, double offset) {
    /// The unit of a pure number.
    public static final Unit ONE = new Unit("1", Dimension.NONE, 1, 0);

    /// Absolute temperature on the Celsius scale; it stands alone, never in a product.
    public static final Unit CELSIUS = new Unit("degC", Dimension.TEMPERATURE, 1, 273.15);

    /// The unit that a text between brackets means, such as `mS/cm^2`, `mm^2/mW/ms` or `1`.
    ///
    /// @throws IllegalArgumentException with the reason, when it means none; a text of a user goes to [#read(String)]
    public static Unit parse(String text) {
        return switch (read(text)) {
            case UnitReading.Known(Unit unit) -> unit;
            case UnitReading.Unknown unknown -> throw new IllegalArgumentException("[" + text + "]: " + unknown.reason() + ". "
                    + unknown.remedy());
        };
    }

    /// The unit that a text between brackets means, or why it means none.
    public static UnitReading read(String text) {
        return new UnitParser(text).read();
    }

    /// Whether it is the unit of pure numbers, which is not written.
    public boolean pure() {
        return symbol.equals("1");
    }

    /// The symbol; nothing for a pure number.
    public String word() {
        return pure() ? "" : symbol;
    }

    /// As it stands behind a number in a sentence: ` mV`; nothing for a pure number.
    public String after() {
        return pure() ? "" : " " + symbol;
    }

    /// As it stands behind a number in a text: ` [mV]`; nothing for a pure number.
    public String bracketed() {
        return pure() ? "" : " [" + symbol + "]";
    }

    /// What is told in it, as a heading: `V (mV)`; the name alone of a pure number.
    public String heading(String name) {
        return pure() ? name : name + " (" + symbol + ")";
    }

    /// The same as print sets it: `I (µA/cm²)`.
    public String printedHeading(String name) {
        return pure() ? name : name + " (" + printed(symbol) + ")";
    }

    /// As print sets it: `uA/cm^2` as µA/cm², nothing for a pure number.
    public static String printed(String symbol) {
        return Printed.of(symbol);
    }

    /// The value in membrane units (ms, mV, cm, uA, kelvin, umol) of a number in this unit.
    public double inside(double value) {
        return value * scale + offset;
    }

    /// The number in this unit of a value in membrane units.
    public double outside(double value) {
        return (value - offset) / scale;
    }
}
