package loligo.quantity;

/// What kind of quantity a number is: exponents of the membrane's own base quantities, counted in twelfths so that roots stay exact.
public record Dimension(int time, int potential, int length, int current, int temperature, int amount) {
    private static final int WHOLE = 12;

    /// A pure number.
    public static final Dimension NONE = new Dimension(0, 0, 0, 0, 0, 0);
    public static final Dimension TIME = new Dimension(WHOLE, 0, 0, 0, 0, 0);
    public static final Dimension POTENTIAL = new Dimension(0, WHOLE, 0, 0, 0, 0);
    public static final Dimension LENGTH = new Dimension(0, 0, WHOLE, 0, 0, 0);
    public static final Dimension CURRENT = new Dimension(0, 0, 0, WHOLE, 0, 0);
    public static final Dimension TEMPERATURE = new Dimension(0, 0, 0, 0, WHOLE, 0);
    public static final Dimension AMOUNT = new Dimension(0, 0, 0, 0, 0, WHOLE);
    public static final Dimension CONDUCTANCE = CURRENT.over(POTENTIAL);
    public static final Dimension CAPACITANCE = CURRENT.times(TIME).over(POTENTIAL);
    public static final Dimension AREA = LENGTH.power(2);
    public static final Dimension CONCENTRATION = AMOUNT.over(LENGTH.power(3));
    public static final Dimension IRRADIANCE = CURRENT.times(POTENTIAL).over(AREA);
    public static final Dimension RATE = NONE.over(TIME);

    public Dimension times(Dimension o) {
        return new Dimension(time + o.time, potential + o.potential, length + o.length, current + o.current, temperature + o.temperature,
                amount + o.amount);
    }

    public Dimension over(Dimension o) {
        return new Dimension(time - o.time, potential - o.potential, length - o.length, current - o.current, temperature - o.temperature,
                amount - o.amount);
    }

    /// This dimension to a power.
    ///
    /// @throws IllegalArgumentException when a root does not come out even in twelfths
    public Dimension power(double exponent) {
        return new Dimension(scaled(time, exponent), scaled(potential, exponent), scaled(length, exponent), scaled(current, exponent),
                scaled(temperature, exponent), scaled(amount, exponent));
    }

    /// The unit in which a value of this dimension is shown when a text names none: `mV`, `uA/cm^2`, `1/ms`; its scale is 1 but for
    /// irradiance (`mW/mm^2`).
    public Unit unit() {
        return Kind.of(this).unit();
    }

    /// In the field's words: `a potential`, `a current per area`, `a pure number`.
    public String phrase() {
        return Kind.of(this).phrase();
    }

    private static int scaled(int twelfths, double exponent) {
        double exact = twelfths * exponent;
        long rounded = Math.round(exact);
        if (Math.abs(exact - rounded) > 1e-9
                || Math.abs(rounded) > 100_000) throw new IllegalArgumentException("no dimension to the power " + exponent);
        return (int) rounded;
    }
}
