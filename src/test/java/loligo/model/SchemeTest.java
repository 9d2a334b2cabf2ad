package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Markov schemes.
class SchemeTest {
    private static final String HEAD = "model M\nmembrane { C = 1 [uF/cm^2]  V = -65 [mV] }\n";

    /// Hodgkin and Huxley's sodium channel as gates and as the chain of eight states to which it is equal: the means agree exactly.
    @Test
    void eightStatesAreThreeMAndOneH() {
        String rates = "am = 1 [1/ms] / exprel(-(V + 40 [mV]) / 10 [mV])  bm = 4 [1/ms] * exp(-(V + 65 [mV]) / 18 [mV])"
                + "  ah = 0.07 [1/ms] * exp(-(V + 65 [mV]) / 20 [mV])  bh = 1 [1/ms] / (1 + exp(-(V + 35 [mV]) / 10 [mV]))\n";
        String scheme = """
                scheme O {
                  C0 <-> C1 : 3*am, bm   C1 <-> C2 : 2*am, 2*bm   C2 <-> O : am, 3*bm
                  I0 <-> I1 : 3*am, bm   I1 <-> I2 : 2*am, 2*bm   I2 <-> I3 : am, 3*bm
                  I0 <-> C0 : ah, bh   I1 <-> C1 : ah, bh   I2 <-> C2 : ah, bh   I3 <-> O : ah, bh
                }
                """;
        String sodium = "g = 120 [mS/cm^2]  E = 50 [mV]\n";
        String rest = "channel leak { g = 0.3 [mS/cm^2]  E = -54.387 [mV] }\ninput { I = 10 [uA/cm^2] }\n";
        Equations chain = Texts.equations(HEAD + rest + "channel NaV { " + sodium + rates + scheme + "}\n");
        Equations gates = Texts.equations(HEAD + rest + "channel NaV { " + sodium + rates + "gate m^3 { alpha = am  beta = bm }  gate h { alpha = ah  beta = bh } }\n");
        var a = new Interpreter(chain);
        var b = new Interpreter(gates);
        assertEquals(8, chain.states().size());
        for (double until : new double[] {0, 0.5, 1}) {
            double[] ya = a.run(until, 0.001);
            double[] yb = b.run(until, 0.001);
            assertEquals(yb[0], ya[0], 1e-8, "V at " + until);
            assertEquals(b.at("NaV.conductance", yb), a.at("NaV.conductance", ya), 1e-8);
        }
    }

    /// Where the chain's occupancies are products of m and h, they stay so: its open state changes like m^3 h, to rounding.
    @Test
    void aProductStaysAProduct() {
        Equations e = Texts.equations(HEAD + """
                channel c {
                  g = 1 [mS/cm^2]  E = 0 [mV]  a = 0.3 [1/ms]  b = 0.7 [1/ms]  p = 0.02 [1/ms]  q = 0.05 [1/ms]
                  scheme O { C0 <-> C1 : 2*a, b   C1 <-> O : a, 2*b   I0 <-> I1 : 2*a, b   I1 <-> I2 : a, 2*b   I0 <-> C0 : p, q   I1 <-> C1 : p, q   I2 <-> O : p, q }
                }
                """);
        var i = new Interpreter(e);
        double m = 0.35;
        double h = 0.8;
        double[] y = i.initial();
        y[i.index("c.C0")] = (1 - m) * (1 - m) * h;
        y[i.index("c.C1")] = 2 * m * (1 - m) * h;
        y[i.index("c.O")] = m * m * h;
        y[i.index("c.I0")] = (1 - m) * (1 - m) * (1 - h);
        y[i.index("c.I1")] = 2 * m * (1 - m) * (1 - h);
        double dm = 0.3 * (1 - m) - 0.7 * m;
        double dh = 0.02 * (1 - h) - 0.05 * h;
        assertEquals(2 * m * dm * h + m * m * dh, i.derivative(0, y)[i.index("c.O")], 1e-15);
        assertEquals(m * m * (1 - h), i.at("c.I2", y), 1e-15);
        // The steady occupancies are the products of the steady gates: m = a/(a + b), h = p/(p + q).
        double steady = 0.3 * 0.3 * 0.02 / 0.07;
        assertEquals(steady, i.at("c.O.inf", y), 1e-16);
        assertEquals(0.7 * 0.7 * 0.05 / 0.07, i.at("c.I0.inf", y), 1e-15);
    }

    private static final String CHANNELRHODOPSIN = HEAD + "channel ChR2 {\n g = 0.4 [mS/cm^2]  E = 0 [mV]\n scheme O { C <-> O : k_on, k_off   O -> D : k_d   D -> C : k_r }\n"
            + " k_on = 1.2 [mm^2/mW/ms] * light   k_off = 0.1 [1/ms]   k_d = 0.05 [1/ms]   k_r = 0.004 [1/ms]\n}\n";

    @Test
    void inTheDarkAllIsClosed() {
        Equations e = Texts.equations(CHANNELRHODOPSIN);
        var i = new Interpreter(e);
        double[] y = i.initial();
        assertEquals(1, i.at("ChR2.C", y), 0);
        assertEquals(0, i.at("ChR2.O", y), 0);
        assertEquals(0, i.at("ChR2.D", y), 0);
        assertEquals(0, i.derivative(0, y)[i.index("ChR2.C")], 0);
    }

    /// In steady light the cycle's occupancies are known: O (k_off + k_d) = C k_on, D k_r = O k_d.
    @Test
    void steadyLight() {
        Equations e = Texts.equations(CHANNELRHODOPSIN);
        var i = new Interpreter(e).with("light", 2e8); // 2 mW/mm^2
        double[] y = i.initial();
        double c = 1 / (1 + 2.4 / 0.15 * (1 + 0.05 / 0.004));
        assertEquals(c, i.at("ChR2.C", y), 1e-15);
        assertEquals(c * 2.4 / 0.15, i.at("ChR2.O", y), 1e-15);
        assertEquals(c * 2.4 / 0.15 * 12.5, i.at("ChR2.D", y), 1e-15);
        for (double d : java.util.Arrays.copyOfRange(i.derivative(0, y), 1, 3)) assertEquals(0, d, 1e-15);
    }

    /// Wherever the closed state stands in the list, the dark finds it.
    @Test
    void aStateWithoutWayOutKeepsEverything() {
        var i = new Interpreter(Texts.equations(CHANNELRHODOPSIN.replace("C <-> O : k_on, k_off   O -> D : k_d   D -> C : k_r", "O -> D : k_d   D -> C : k_r   C <-> O : k_on, k_off")));
        double[] y = i.initial();
        assertEquals(1, i.at("ChR2.C", y), 1e-15);
        assertEquals(0, i.at("ChR2.O", y), 1e-15);
    }

    @Test
    void openCanBeASum() {
        Equations e = Texts.equations(HEAD + "channel c { g = 2 [mS/cm^2]  E = 0 [mV]  gamma = 0.5\n scheme f { O1 <-> C : k, k  O2 <-> C : k, k  open = O1 + gamma*O2 }\n k = 1 [1/ms] }\n");
        var i = new Interpreter(e);
        assertEquals(2 * (1 + 0.5) / 3, i.at("c.conductance", i.initial()), 1e-15);
    }

    @Test
    void temperatureSpeedsTransitions() {
        String text = "model M\ntemperature = 20 [degC]\nmembrane { C = 1 [uF/cm^2]  V = -65 [mV] }\nchannel c { g = 1 [mS/cm^2]  E = 0 [mV]  q10 = 3\n scheme O { C <-> O : 1 [1/ms], 2*k  }  k = 1 [1/ms] }\n";
        Equations e = Texts.equations(text);
        var i = new Interpreter(e).with("temperature", 303.15);
        double[] y = i.initial();
        y[i.index("c.C")] = 1;
        assertEquals(-3, i.derivative(0, y)[i.index("c.C")], 1e-12);
        y[i.index("c.C")] = 0;
        assertEquals(6, i.derivative(0, y)[i.index("c.C")], 1e-12);
    }
}
