package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Gates against closed forms and tables that were computed apart from this program.
class GateTest {
    private static Equations gate(String body) {
        return Texts.equations("model M\ntemperature = 25 [degC]\nmembrane { C = 1 [uF/cm^2]  V = -65 [mV] }\nchannel c { g = 1 [mS/cm^2]  E = 0 [mV]\n gate x { " + body + " } }\n");
    }

    /// Hodgkin and Huxley's gates at 6.3 degC: V, m_inf, tau_m, h_inf, tau_h, n_inf, tau_n (mV, ms). At -40 and -55 mV two rates are 0/0.
    @ParameterizedTest
    @CsvSource({
        "-100, .000533, .035748, .996287, 2.473268, .025447, 5.033751", "-80, .008043, .107776, .930977, 6.282317, .129127, 5.775835",
        "-65, .052932, .236767, .596121, 8.516011, .317677, 5.458585", "-55, .158052, .366860, .262632, 6.185819, .475484, 4.754838",
        "-40, .500649, .500649, .050441, 2.515116, .678591, 3.514512", "-20, .875694, .378591, .008943, 1.212191, .835178, 2.314166",
        "0, .974159, .239079, .002788, 1.027325, .908728, 1.645480", "20, .994119, .165276, .001002, 1.003081, .945567, 1.260059",
        "50, .999254, .111015, .000223, .999981, .972502, .926167"})
    void hodgkinHuxley(double v, double m, double tauM, double h, double tauH, double n, double tauN) {
        var i = new Interpreter(Texts.lower(Texts.library("hodgkin-huxley-1952"), ""));
        double[] expected = {m, tauM, h, tauH, n, tauN};
        String[] names = {"NaV.m.inf", "NaV.m.tau", "NaV.h.inf", "NaV.h.tau", "Kdr.n.inf", "Kdr.n.tau"};
        for (int k = 0; k < names.length; k++) assertEquals(expected[k], i.atPotential(names[k], v), 5.1e-7, names[k]);
    }

    /// Rates at -65 mV: a_m .223564, b_m 4, a_h .07, b_h .047426, a_n .058198, b_n .125 per ms.
    @Test
    void hodgkinHuxleyRates() {
        var i = new Interpreter(Texts.lower(Texts.library("hodgkin-huxley-1952"), ""));
        assertEquals(0.223564, i.atPotential("NaV.m.alpha", -65), 5.1e-7);
        assertEquals(4, i.atPotential("NaV.m.beta", -65), 1e-12);
        assertEquals(0.047426, i.atPotential("NaV.h.beta", -65), 5.1e-7);
        assertEquals(0.058198, i.atPotential("Kdr.n.alpha", -65), 5.1e-7);
        assertEquals(1, i.atPotential("NaV.m.alpha", -40), 1e-15);
        assertEquals(0.1, i.atPotential("Kdr.n.alpha", -55), 1e-15);
    }

    @Test
    void temperatureSpeedsRatesUpAndNothingElse() {
        Equations e = Texts.lower(Texts.library("hodgkin-huxley-1952"), "");
        double cold = new Interpreter(e).atPotential("NaV.m.alpha", -50);
        double warm = new Interpreter(e).with("temperature", 279.45 + 10).atPotential("NaV.m.alpha", -50);
        assertEquals(3, warm / cold, 1e-12);
        assertEquals(new Interpreter(e).atPotential("NaV.m.inf", -50), new Interpreter(e).with("temperature", 289.45).atPotential("NaV.m.inf", -50), 1e-15);
        Equations overridden = Texts.lower(Texts.library("hodgkin-huxley-1952"), "temperature = 16.3 [degC]");
        assertEquals(3, new Interpreter(overridden).atPotential("NaV.m.alpha", -50) / cold, 1e-12);
    }

    @Test
    void q10OfAPlainTimeConstant() {
        Equations e = gate("inf = 0.5  tau = 6 [ms]  q10 = 2  reference = 15 [degC]");
        var i = new Interpreter(e);
        double[] y = i.initial();
        y[1] = 0.25;
        assertEquals((0.5 - 0.25) / 3, i.derivative(0, y)[1], 1e-15);
        assertEquals(6, i.at("c.x.tau", y), 0);
    }

    /// k_f = k_f0 exp(split u), k_b = k_b0 exp(-(1 - split) u), u = (V - V_half)/k, with V_half = -40, k = 7, k_f0 = k_b0 = 1: where tau is longest, and how long.
    @ParameterizedTest
    @CsvSource({".1, -24.619428, .722467", ".3, -34.068915, .542881", ".5, -40, .5", ".7, -45.931085, .542881", ".9, -55.380572, .722467"})
    void twoState(double split, double where, double longest) {
        Equations e = gate("kf0 = 1 [1/ms]  kb0 = 1 [1/ms]  split = " + split + "  V_half = -40 [mV]  slope = 7 [mV]");
        var i = new Interpreter(e);
        assertEquals(longest, i.atPotential("c.x.tau", where), 5.1e-7);
        assertEquals(1 - split, i.atPotential("c.x.inf", where), 1e-7);
        for (double aside : new double[] {-0.01, 0.01}) assertEquals(true, i.atPotential("c.x.tau", where + aside) < i.atPotential("c.x.tau", where));
    }

    @Test
    void twoStateWithUnequalRates() {
        var i = new Interpreter(gate("kf0 = 2 [1/ms]  kb0 = 0.5 [1/ms]  split = 0.3  V_half = -40 [mV]  slope = 7 [mV]"));
        assertEquals(0.411427, i.atPotential("c.x.tau", -43.772976), 5.1e-7);
        assertEquals(0.5, i.atPotential("c.x.inf", -49.704061), 1e-7);
        var even = new Interpreter(gate("kf0 = 1 [1/ms]  kb0 = 1 [1/ms]  V_half = -40 [mV]  slope = 7 [mV]"));
        assertEquals(0.443409, even.atPotential("c.x.tau", -33), 5.1e-7);
        assertEquals(0.324027, even.atPotential("c.x.tau", -26), 5.1e-7);
    }

    /// k = kB T/q: 25.6926, 17.1284, 6.4231 and 2.1410 mV at 25 degC for 1, 1.5, 4 and 12 charges.
    @ParameterizedTest
    @CsvSource({"1, 25.6926", "1.5, 17.1284", "4, 6.4231", "12, 2.1410"})
    void chargeGivesTheSlope(String charge, double slope) {
        assertEquals(slope, new Interpreter(gate("charge = " + charge + "  K = 0.01")).atPotential("c.x.slope", 0), 5.1e-5);
        assertEquals(slope, new Interpreter(gate("kf0 = 1 [1/ms] kb0 = 1 [1/ms] V_half = 0 [mV] charge = " + charge)).atPotential("c.x.slope", 0), 5.1e-5);
    }

    @Test
    void equilibriumConstant() {
        Equations e = gate("charge = 4  K = 0.01");
        // V_half = -(kB T/q) ln K
        double half = -6.423149 * StrictMath.log(0.01);
        assertEquals(0.5, new Interpreter(e).atPotential("c.x", half), 1e-6);
        assertEquals(0.01 / 1.01, new Interpreter(e).atPotential("c.x", 0), 1e-15);
        assertEquals(1, e.states().size(), "an instantaneous gate is no state");
        Equations slow = gate("slope = 6 [mV]  V_half = -30 [mV]  tau = 3 [ms]");
        assertEquals(2, slow.states().size());
        assertEquals(0.5, new Interpreter(slow).atPotential("c.x.inf", -30), 1e-15);
    }

    @Test
    void relaxingStatesSaySo() {
        Equations e = Texts.lower(Texts.library("hodgkin-huxley-1952"), "");
        assertNull(e.states().getFirst().relaxation());
        for (var s : e.states().subList(1, 4)) assertNotNull(s.relaxation(), s.name());
        Equations free = Texts.equations("model M\nstate { x = 0  y = 1  z = 1 }\nx' = (y - x)/2 [ms]\ny' = 0.5 [1/ms]*(x - y)\nz' = (z*x - z)/1 [ms]\n");
        assertNotNull(free.states().get(0).relaxation());
        assertNotNull(free.states().get(1).relaxation());
        assertNull(free.states().get(2).relaxation(), "its steady state mentions itself");
    }

    @Test
    void relaxationAgreesWithTheDerivative() {
        Equations e = Texts.lower(Texts.library("hodgkin-huxley-1952"), "temperature = 12 [degC]");
        var i = new Interpreter(e);
        double[] y = {-43, 0.2, 0.4, 0.6};
        double[] dy = i.derivative(0, y);
        for (int k = 1; k < 4; k++) {
            var r = java.util.Objects.requireNonNull(e.states().get(k).relaxation());
            double inf = Interpreter.value(r.inf(), i.all(0, y));
            double tau = Interpreter.value(r.tau(), i.all(0, y));
            assertEquals((inf - y[k]) / tau, dy[k], 1e-13 * StrictMath.abs(dy[k]) + 1e-15);
        }
    }
}
