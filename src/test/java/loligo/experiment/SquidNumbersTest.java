package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loligo.feature.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers of the squid axon (Hodgkin & Huxley 1952, E_L = -54.387) that other tests do not reach, through the text. References: independent step-halved RK4
/// computations of the project's science specification, whose last printed digit is the tolerance here; for the anode break one that stands below.
class SquidNumbersTest {
    private static final String SQUID = "use hodgkin-huxley-1952\npatch axon : HodgkinHuxley1952 { }\n";

    private static double value(Feature feature) {
        Double value = feature.value();
        assertNotNull(value, feature::toString);
        return value;
    }

    private static double error(Feature feature) {
        Double error = feature.error();
        assertNotNull(error, feature::toString);
        return error;
    }

    /// What fires the axon in no time is a charge: that which displaces C by the 6.50507 mV of the threshold for an instantaneous depolarisation. What flows
    /// away during the pulse grows with its duration, and two durations tell what is left at none.
    @Test
    void chargeThreshold() {
        Result result = Loligo.run(SQUID + """
                protocol kick : current { at = 100 [ms]  for = 0.01 [ms]  level = 1 [uA/cm^2] }
                simulate kicks { under = kick  until = 130 [ms] }
                threshold charge { of = kicks  vary = kick.level  over = 0 to 4000 [uA/cm^2]  when = max(V) > 0 [mV]  along = kick.for  at = 0.002, 0.004 [ms] }
                """).result("charge");
        List<Feature> found = result.members().stream().map(m -> m.features().getFirst()).toList();
        double brief = 0.002 * value(found.get(0)); // nC/cm^2
        double longer = 0.004 * value(found.get(1));
        double bar = 2 * 0.002 * error(found.get(0)) + 0.004 * error(found.get(1));
        assertEquals(6.50507, 2 * brief - longer, 1e-5 + bar);
        assertTrue(longer > brief && bar < 1e-4, () -> brief + ", " + longer + " ± " + bar);
    }

    @ParameterizedTest
    @CsvSource({"-40, -415.945, 1.4050", "-20, -1237.794, 0.8810", "-10, -1427.473, 0.7250", "0, -1456.838, 0.6176", "80, 1469.292, 0.2964"})
    void timeToThePeakOfTheSodiumCurrent(String level, double peak, double time) {
        Findings findings = Loligo.run(SQUID + "protocol p : voltage { rest = -65 [mV]  step test { at = 3 [ms]  for = 10 [ms]  level = " + level + " [mV] } }\n"
                + "clamp c { under = p  measure = peak(NaV.I, test), time_of(peak, NaV.I, test) }");
        assertEquals(peak, value(findings.feature("c", "peak(NaV.I,test)")), 6e-4);
        assertEquals(time, value(findings.feature("c", "time_of(peak,NaV.I,test)")), 1e-4);
    }

    /// The two conductances at rest differ: the chord's is what is open, the slope's what a small step meets when all gates have followed.
    @Test
    void chordAndSlopeConductanceAtRest() {
        Findings findings = Loligo.run(SQUID + """
                simulate still { until = 400 [ms]  after = 350 [ms]  measure = mean(NaV.g*NaV.m^3*NaV.h), mean(Kdr.g*Kdr.n^4), mean(NaV.g*NaV.m^3*NaV.h + Kdr.g*Kdr.n^4 + leak.g) }
                iv steady_state { measure = steady(I)  over = -67 to -63 by 0.5 [mV]  rest = -65 [mV]  for = 300 [ms] }
                """);
        assertEquals(0.010621, value(findings.feature("still", "mean(NaV.g*NaV.m^3*NaV.h)")), 1e-6);
        assertEquals(0.366901, value(findings.feature("still", "mean(Kdr.g*Kdr.n^4)")), 1e-6);
        assertEquals(0.677521, value(findings.feature("still", "mean(NaV.g*NaV.m^3*NaV.h+Kdr.g*Kdr.n^4+leak.g)")), 1e-6);
        Feature rest = findings.feature("steady_state", "reversal");
        Feature slope = findings.feature("steady_state", "slope_conductance");
        assertEquals(-64.996379, value(rest), 1e-6 + error(rest));
        assertEquals(1.166895, value(slope), 1e-6 + error(slope));
        assertTrue(error(rest) < 1e-3 && error(slope) < 1e-2, () -> rest + ", " + slope);
    }

    /// How strong a current of 100 ms must hold the axon below rest for its end to fire it: the anode break.
    @Test
    void anodeBreak() {
        Feature threshold = Loligo.run(SQUID + """
                protocol hold : current { at = 100 [ms]  for = 100 [ms]  level = -1 [uA/cm^2] }
                simulate release { under = hold  until = 230 [ms] }
                threshold anode { of = release  vary = hold.level  over = -20 to 0 [uA/cm^2]  when = max(V) > 0 [mV] }
                """).feature("anode", "threshold");
        double coarse = ByHand.threshold(0.04);
        double fine = ByHand.threshold(0.02);
        double reference = fine + (fine - coarse) / 15;
        assertEquals(reference, value(threshold), error(threshold) + Math.abs(fine - coarse) + 1e-9);
        assertTrue(Math.abs(fine - coarse) < 1e-4 && error(threshold) < 1e-4, () -> threshold + ", by hand " + coarse + ", " + fine);
        assertEquals("from here on the condition does not hold any more", threshold.note());
    }

    /// The axon's equations once more, stepped by the classical Runge-Kutta method.
    private static final class ByHand {
        private final double dt;
        private double[] y = {-65, 0.05, 0.6, 0.32};

        private ByHand(double dt) {
            this.dt = dt;
        }

        /// By bisection, uA/cm^2.
        private static double threshold(double dt) {
            double fires = -20;
            double silent = 0;
            while (silent - fires > 1e-9) {
                double middle = (fires + silent) / 2;
                if (new ByHand(dt).breaks(middle)) fires = middle;
                else silent = middle;
            }
            return (fires + silent) / 2;
        }

        private boolean breaks(double level) {
            run(0, 150);
            run(level, 100);
            return run(0, 30) > 0;
        }

        /// The highest V on the way.
        private double run(double current, double length) {
            double highest = -100;
            for (int k = 0; k < Math.round(length / dt); k++) {
                double[] a = slope(y, current);
                double[] b = slope(moved(a, dt / 2), current);
                double[] c = slope(moved(b, dt / 2), current);
                double[] d = slope(moved(c, dt), current);
                for (int i = 0; i < 4; i++) y[i] += dt / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
                highest = Math.max(highest, y[0]);
            }
            return highest;
        }

        private double[] moved(double[] slope, double by) {
            double[] there = y.clone();
            for (int i = 0; i < 4; i++) there[i] += by * slope[i];
            return there;
        }

        private static double[] slope(double[] y, double current) {
            double v = y[0];
            double sodium = 120 * y[1] * y[1] * y[1] * y[2] * (v - 50);
            double potassium = 36 * y[3] * y[3] * y[3] * y[3] * (v + 77);
            return new double[] {current - sodium - potassium - 0.3 * (v + 54.387),
                relaxed(y[1], 0.1 * (v + 40) / -StrictMath.expm1(-(v + 40) / 10), 4 * StrictMath.exp(-(v + 65) / 18)),
                relaxed(y[2], 0.07 * StrictMath.exp(-(v + 65) / 20), 1 / (1 + StrictMath.exp(-(v + 35) / 10))),
                relaxed(y[3], 0.01 * (v + 55) / -StrictMath.expm1(-(v + 55) / 10), 0.125 * StrictMath.exp(-(v + 65) / 80))};
        }

        private static double relaxed(double x, double alpha, double beta) {
            return alpha * (1 - x) - beta * x;
        }
    }
}
