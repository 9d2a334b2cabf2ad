package loligo.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Answers to steps of current with closed forms: resistance and capacitance, and one more relaxation that makes a sag.
class ResponseTest {
    private static final Unit MV = Unit.parse("mV");
    private static final double ONSET = 10;
    private static final double END = 210;

    /// R = 2 kOhm cm^2, C = 5 uF/cm^2.
    private static double membrane(double t, double current) {
        double full = -65 + 2 * current * -StrictMath.expm1(-(Math.min(t, END) - ONSET) / 10);
        return t <= ONSET ? -65 : t <= END ? full : -65 + (full + 65) * StrictMath.exp(-(t - END) / 10);
    }

    private static List<Feature> read(DoubleUnaryOperator v, double amplitude, String unit) {
        Stimulation step = new Stimulation(ONSET, new Stimulation.Step(END, Unit.parse(unit).inside(amplitude), Unit.parse(unit)));
        return Features.of(FeaturesTest.record(MV, v, FeaturesTest.even(0, 300, 900)), "V", 0, 300, step);
    }

    @Test
    void aCircuitOfResistanceAndCapacitance() {
        for (double current : new double[] {-5, 0.3, 4}) {
            List<Feature> features = read(t -> membrane(t, current), current, "uA/cm^2");
            assertEquals(2 * -Math.expm1(-20), FeaturesTest.value(features, "input_resistance"), 1e-11);
            assertEquals(10, FeaturesTest.value(features, "time_constant"), 1e-6);
            assertEquals(0, FeaturesTest.value(features, "sag"), 1e-11);
        }
    }

    /// Leak of 0.3 mS/cm^2, 1 uF/cm^2: a step of 0.5 ms of 0.005 uA/cm^2 moves V by 0.0023 mV, always more slowly than 0.01 mV/ms. A seventh of the resistance is not the resistance.
    @Test
    void aTinyDeflectionHasToArriveToo() {
        for (double lasts : new double[] {0.5, 10, 60}) {
            double end = ONSET + lasts;
            Stimulation step = new Stimulation(ONSET, new Stimulation.Step(end, 0.005, Unit.parse("uA/cm^2")));
            DoubleUnaryOperator v = t -> -70 - (t <= ONSET ? 0 : 0.005 / 0.3 * StrictMath.expm1(-0.3 * (Math.min(t, end) - ONSET)) * (t <= end ? 1 : StrictMath.exp(-0.3 * (t - end))));
            List<Feature> features = Features.of(FeaturesTest.record(MV, v, FeaturesTest.even(0, 300, 3000)), "V", 0, 300, step);
            if (lasts == 60) assertEquals(1 / 0.3, FeaturesTest.value(features, "input_resistance"), 1e-6);
            else for (String name : List.of("input_resistance", "sag")) assertEquals("it still changes at the step's end", FeaturesTest.feature(features, name).note());
        }
    }

    @Test
    void theUnitFollowsTheCurrents() {
        String[][] units = {{"uA/cm^2", "kOhm*cm^2", "2"}, {"pA", "MOhm", "2000"}, {"nA", "MOhm", "2"}, {"pA/pF", "mV*F/A", "2"}};
        for (String[] unit : units) {
            Feature resistance = FeaturesTest.feature(read(t -> membrane(t, -5), -5, unit[0]), "input_resistance");
            assertEquals(unit[1], resistance.unit().symbol());
            assertEquals(Double.parseDouble(unit[2]), FeaturesTest.value(List.of(resistance), "input_resistance"), 1e-5 * Double.parseDouble(unit[2]));
        }
    }

    /// V = -65 - 8 (1 - exp(-t/5)) + 4 (1 - exp(-t/20)): lowest where 1.6 exp(-t/5) = 0.2 exp(-t/20), at t = ln(8)/0.15.
    @Test
    void aSagIsTheShareOfTheDeflectionThatIsLost() {
        List<Feature> features = read(t -> t < ONSET ? -65 : -65 + 8 * StrictMath.expm1(-(t - ONSET) / 5) - 4 * StrictMath.expm1(-(t - ONSET) / 20), -5, "uA/cm^2");
        double lowest = StrictMath.log(8) / 0.15;
        double peak = 8 * StrictMath.expm1(-lowest / 5) - 4 * StrictMath.expm1(-lowest / 20);
        double end = 8 * StrictMath.expm1(-40) - 4 * StrictMath.expm1(-10);
        assertEquals((peak - end) / peak, FeaturesTest.value(features, "sag"), 1e-9);
        assertEquals(end / -5, FeaturesTest.value(features, "input_resistance"), 1e-9);
    }

    @Test
    void whatDoesNotApplyIsSaid() {
        DoubleUnaryOperator rc = t -> membrane(t, -5);
        assertEquals("the stimulus does not begin with a step of current", note(new Stimulation(ONSET), rc));
        assertEquals("there is no stimulus", note(null, rc));
        assertEquals("nothing was seen before the step begins", note(step(0, 20), rc));
        assertEquals("the window ends before the step", note(step(ONSET, 400), rc));
        assertEquals("it still changes at the step's end", note(step(ONSET, 40), rc));
        assertEquals("it still changes when the step begins", note(step(30, END), rc));
        assertEquals("it fires during the step", note(step(ONSET, END), t -> t > 50 && t < 60 ? -20 + 80 * StrictMath.sin(t) : -65));
    }

    /// A ramp ends as a straight line, and a membrane that does not move has no time constant.
    @Test
    void whatIsNoExponentialHasNoTimeConstant() {
        String straight = FeaturesTest.feature(read(t -> -65 - Math.clamp(t - ONSET, 0, 20), -5, "uA/cm^2"), "time_constant").note();
        assertTrue(straight != null && straight.startsWith("it does not charge exponentially: a simpler curve"), straight);
        List<Feature> brief = Features.of(FeaturesTest.record(MV, t -> membrane(t, -5), FeaturesTest.even(0, 300, 900)), "V", 0, 300, step(ONSET, 35));
        assertEquals("the step ends before the membrane is charged", FeaturesTest.feature(brief, "time_constant").note());
        List<Feature> still = read(t -> -65, -5, "uA/cm^2");
        for (String name : List.of("time_constant", "sag")) assertEquals("the step moves nothing", FeaturesTest.feature(still, name).note());
        assertEquals(0, FeaturesTest.value(still, "input_resistance"), 1e-12);
    }

    private static Stimulation step(double onset, double end) {
        return new Stimulation(onset, new Stimulation.Step(end, -5, Unit.parse("uA/cm^2")));
    }

    private static @Nullable String note(@Nullable Stimulation stimulation, DoubleUnaryOperator v) {
        Feature resistance = FeaturesTest.feature(Features.of(FeaturesTest.record(MV, v, FeaturesTest.even(0, 300, 900)), "V", 0, 300, stimulation), "input_resistance");
        assertNull(resistance.value());
        return resistance.note();
    }
}
