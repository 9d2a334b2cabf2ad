package loligo.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
    /// By the definitions of the SI prefixes and of the membrane units ms, mV, cm, uA, K, umol; each scale is the double nearest to the exact decimal.
    @ParameterizedTest
    @CsvSource({
        "mS/cm^2, 1", "mS/cm2, 1", "uA/cm^2, 1", "1/ms, 1", "kOhm*cm^2, 1", "nC, 1", "uF/cm^2, 1", "mM, 1", "umol, 1", "mV, 1", "ms, 1", "cm, 1", "K, 1",
        "A/F, 1", "pA/pF, 1", "nS/pF, 1", "mS/uF, 1", "nW, 1", "pJ, 1", "kHz, 1", "1, 1",
        "Ohm*cm, 0.001", "Ohm cm, 0.001", "mm^2/mW/ms, 1e-8", "nS/mV, 1e-6", "pA, 1e-6", "nA, 0.001", "MOhm, 1000", "GOhm, 1e6", "%, 0.01", "Hz, 0.001", "s, 1000",
        "us, 0.001", "min, 60000", "h, 3600000", "V, 1000", "um, 1e-4", "nm, 1e-7", "um^2, 1e-8", "mm, 0.1", "m, 100", "S, 1000", "pS, 1e-9", "F, 1e6", "pF, 1e-6",
        "M, 1000", "uM, 0.001", "nM, 1e-6", "L, 1000", "mol, 1e6", "C, 1e9", "e, 1.602176634e-10", "J, 1e12", "mW, 1e6", "W, 1e9", "uW, 1000", "mW/mm^2, 1e8",
        "cm/s, 0.001", "cm^2/ms, 1", "ms^-1, 1", "(mS)/(cm^2), 1", "µA/cm², 1", "μm, 1e-4", "kΩ, 1", "s⁻¹, 0.001", "mV^(1/2), 1", "um^(1/2), 0.01", "da1, 0"})
    void scales(String text, double scale) {
        if (scale == 0) assertInstanceOf(UnitReading.Unknown.class, Unit.read(text));
        else assertEquals(scale, Unit.parse(text).scale());
    }

    @ParameterizedTest
    @CsvSource({
        "mS/cm^2, a conductance per area", "uA/cm^2, a current per area", "pA/pF, a rate of change of potential", "nS/pF, a rate", "1, a pure number", "degC, a temperature",
        "%, a pure number", "Ohm*cm, a resistivity", "W/m^2, an irradiance", "mol/L, a concentration", "J/V, a charge", "V/A, a resistance", "C/mol, a charge per amount",
        "cm/s, a velocity", "S*V, a current", "uA^3, a quantity in uA^3"})
    void dimensionsInTheFieldsWords(String text, String phrase) {
        assertEquals(phrase, Unit.parse(text).dimension().phrase());
    }

    @ParameterizedTest
    @CsvSource({
        "mv, Did you mean mV?", "msec, Did you mean ms?", "ohm, Did you mean Ohm?", "mS/cmm^2, Did you mean mm?", "Mv, Did you mean mV?", "uAmp, Units are built", "hz, Did you mean Hz?",
        "degC/ms, absolute temperature", "K*degC, absolute temperature", "degC^2, absolute temperature", "10 mV, before the brackets", "mV/, after * or /", "(mV, Write )",
        "mV^, after ^", "mV^0.5, as in mV^(1/2)", "mV^(.5), as in mV^(1/2)", "mV^(1.5), as in mV^(1/2)", "mV^1/2, as in mV^(1/2)", "mV^100, from -99 to 99", "mV^(1/5), roots", "nA^(1/2), roots", "mV)ms, Combine units"})
    void saysWhatIsWrongAndWhatToWrite(String text, String remedy) {
        var unknown = assertInstanceOf(UnitReading.Unknown.class, Unit.read(text));
        assertTrue(unknown.remedy().contains(remedy), () -> unknown.toString());
        assertTrue(unknown.start() >= 0 && unknown.start() <= unknown.end() && unknown.end() <= text.length(), () -> unknown.toString());
        assertThrows(IllegalArgumentException.class, () -> Unit.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "((((((((((((((((((((mV))))))))))))))))))))", "mV mV mV mV mV mV mV mV mV mV mV mV ^ "})
    void refusesNonsense(String text) {
        assertInstanceOf(UnitReading.Unknown.class, Unit.read(text));
    }

    /// As print sets a unit it can be copied back into a text.
    @ParameterizedTest
    @CsvSource({
        "uA/cm^2, µA/cm²", "mS/cm2, mS/cm²", "kOhm*cm^2, kΩ·cm²", "Ohm*cm, Ω·cm", "uOhm, µΩ", "MOhm, MΩ", "ms^-1, ms⁻¹", "1/ms, 1/ms", "degC, °C", "um, µm", "mm^2/mW/ms, mm²/mW/ms", "mV^12, mV¹²",
        "mV^(1/2), mV¹⁄²", "ms*mV^(-1/2), ms·mV⁻¹⁄²", "(mS)^(3/2)/cm, (mS)³⁄²/cm", "mV^( 1 / 2 ), mV¹⁄²"})
    void isPrintedAndReadsBack(String text, String printed) {
        Unit unit = Unit.parse(text);
        assertEquals(printed, Unit.printed(unit.symbol()));
        assertEquals("", Unit.printed(Unit.ONE.symbol()));
        if (unit.equals(Unit.CELSIUS)) return;
        assertEquals(unit.dimension(), Unit.parse(printed).dimension());
        assertEquals(unit.scale(), Unit.parse(printed).scale());
    }

    /// Programs read plain letters, and blanks only where they multiply.
    @ParameterizedTest
    @CsvSource({"mV^ ( 1 / 2 ), mV^(1/2)", "uA / cm^ 2, uA/cm^2", "Ohm   cm, Ohm cm", "' ( mS ) ', (mS)", "mS / ( cm^2 ), mS/(cm^2)", "µA/cm², uA/cm^2", "kΩ·cm², kOhm*cm^2", "mV⁻¹⁄², mV^(-1/2)", "ms⁻¹, ms^-1"})
    void theSymbolIsPlain(String text, String symbol) {
        assertEquals(symbol, Unit.parse(text).symbol());
    }

    @Test
    void celsiusIsAbsolute() {
        assertEquals(279.45, Unit.parse("degC").inside(6.3), 1e-12);
        assertEquals(6.3, Unit.parse("degC").outside(279.45), 1e-12);
    }

    @Property(tries = 300)
    void theShownUnitOfADimensionReadsBack(
            @ForAll @IntRange(min = -24, max = 24) int time, @ForAll @IntRange(min = -24, max = 24) int potential, @ForAll @IntRange(min = -3, max = 3) int length,
            @ForAll @IntRange(min = -3, max = 3) int current) {
        var dimension = new Dimension(time, potential, 12 * length, 12 * current, 0, 0);
        Unit read = Unit.parse(dimension.unit().symbol());
        assertEquals(dimension, read.dimension());
        assertEquals(dimension.unit().scale(), read.scale());
    }

    @Property(tries = 500)
    void anyTextIsAUnitOrAReason(@ForAll @StringLength(max = 40) String text) {
        if (Unit.read(text) instanceof UnitReading.Unknown unknown) assertTrue(unknown.start() <= unknown.end() && unknown.end() <= text.length());
    }

    @Property(tries = 300)
    void scalesOfProductsAreTheNearestDoubles(@ForAll @IntRange(min = -6, max = 6) int a, @ForAll @IntRange(min = -6, max = 6) int b) {
        double exact = BigDecimal.ONE.scaleByPowerOfTen(3 * a - 4 * b).doubleValue();  // s = 10^3 ms, um = 10^-4 cm
        assertEquals(exact, Unit.parse("s^" + a + "*um^" + b).scale());
    }

    @Test
    void quantitiesConvertAndPrint() {
        assertEquals("40 [mV]", new Quantity(40, Unit.parse("mV")).toString());
        assertEquals("0.5", new Quantity(0.5, Unit.ONE).toString());
        assertEquals("1.5e-6 [cm^2/ms]", new Quantity(1.5e-6, Unit.parse("cm^2/ms")).toString());
        assertEquals(0.04, new Quantity(40, Unit.parse("mV")).in(Unit.parse("V")).value());
        assertThrows(IllegalArgumentException.class, () -> new Quantity(40, Unit.parse("mV")).in(Unit.parse("ms")));
    }

    /// R T / F at 20 degC, mV: 8.31446261815324 * 293.15 / 96485.33212331 (CODATA 2018), computed with bc to 20 digits.
    @Test
    void thermalPotentialComesOutInMillivolts() {
        Dimension thermal = dimension("R").times(Dimension.TEMPERATURE).over(dimension("F"));
        assertEquals(Dimension.POTENTIAL, thermal);
        assertEquals(Dimension.POTENTIAL, dimension("kB").times(Dimension.TEMPERATURE).over(dimension("e")));
        assertEquals(25.26171245797859, Constants.R * 293.15 / Constants.F, 1e-14);
        assertEquals(Constants.R / Constants.F, Constants.KB / Constants.E, 1e-16);
        for (var c : Constants.ALL) assertEquals(c.inside(), c.unit().inside(c.unit().outside(c.inside())), 1e-15 * c.inside());
    }

    private static Dimension dimension(String constant) {
        return Constants.of(constant).orElseThrow().dimension();
    }
}
