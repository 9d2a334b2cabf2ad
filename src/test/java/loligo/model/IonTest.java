package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reversal potentials and Goldman's equations. The numbers were computed apart from this program, from R = 8.314462618 J/mol/K
/// and F = 96485.33212 C/mol; all printed digits hold.
class IonTest {
    private static Equations with(String ions, String temperature, String channels) {
        return Texts.equations("model M\ntemperature = " + temperature + " [degC]\nmembrane { C = 1 [uF/cm^2]  V = -65 [mV] }\n" + ions + "\n" + channels + "\n");
    }

    /// Mammalian concentrations at body temperature, squid ones at the temperatures of the axon.
    @ParameterizedTest
    @CsvSource({
        "Na, 5, 145, 37, 89.997", "Na, 5, 145, 25, 86.515", "Na, 15, 145, 37, 60.634", "K, 140, 5, 37, -89.059", "K, 140, 5, 25, -85.613",
        "Cl, 4, 110, 37, -88.577", "Cl, 4, 110, 25, -85.150", "Ca, 1e-4, 2.5, 37, 135.326", "Ca, 1e-4, 5, 25, 138.994",
        "K, 400, 20, 6.3, -72.141", "K, 400, 20, 18.5, -75.290", "Na, 50, 440, 6.3, 52.370", "Na, 50, 440, 20, 54.938",
        "Cl, 40, 560, 6.3, -63.552", "Cl, 150, 560, 18.5, -33.107", "Ca, 1e-4, 10, 20, 145.418", "K, 140, 2, 23, -108.42"})
    void nernst(String ion, String inside, String outside, String temperature, double expected) {
        Equations e = with("ion " + ion + " { inside = " + inside + " [mM]  outside = " + outside + " [mM] }", temperature, "");
        double[] y = new Interpreter(e).initial();
        assertEquals(expected, new Interpreter(e).at(ion + ".E", y), expected == -108.42 ? 0.0051 : 0.00051);
    }

    @Test
    void aValenceCanBeGiven() {
        Equations e = with("ion X { inside = 1 [mM]  outside = 10 [mM]  valence = 2 }", "37", "");
        // 61.5404 mV for a tenfold ratio at 37 degC, halved by the valence
        assertEquals(30.7702, new Interpreter(e).at("X.E", new Interpreter(e).initial()), 0.00006);
    }

    @Test
    void reversalFollowsTemperature() {
        Equations e = with("ion K { inside = 400 [mM]  outside = 20 [mM] }", "6.3", "");
        assertEquals(-75.677, new Interpreter(e).with("temperature", 293.15).at("K.E", new Interpreter(e).initial()), 0.00051);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 20, 50, 440, 40, 560, 20, 0.04, -62.268", "400, 20, 50, 440, 40, 560, 20, 20, 42.366", "400, 20, 50, 440, 52, 560, 20, 0.04, -59.927",
        "400, 20, 50, 440, 52, 560, 20, 20, 42.381", "140, 5, 10, 145, 4, 110, 37, 0.05, -69.607", "140, 5, 10, 145, 4, 110, 37, 20, 53.719"})
    void goldmanVoltage(String ki, String ko, String nai, String nao, String cli, String clo, String temperature, String na, double expected) {
        String ions = "ion K { inside = " + ki + " [mM] outside = " + ko + " [mM] }\nion Na { inside = " + nai + " [mM] outside = " + nao + " [mM] }\nion Cl { inside = "
                + cli + " [mM] outside = " + clo + " [mM] }\ngoldman rest { K = 1  Na = " + na + "  Cl = 0.45 }";
        Equations e = with(ions, temperature, "");
        assertEquals(expected, new Interpreter(e).at("rest.E", new Interpreter(e).initial()), 0.00051);
    }

    /// Potassium, P = 1e-6 cm/s, 140/5 mM, 37 degC; at 0 mV the formula is 0/0 and the limit counts.
    @ParameterizedTest
    @CsvSource({"-80, 0.613348", "0, 13.025520", "40, 25.839898"})
    void goldmanCurrent(double v, double expected) {
        Equations e = with("ion K { inside = 140 [mM] outside = 5 [mM] }", "37", "channel Kghk : K { permeability = 1e-6 [cm/s] }");
        assertEquals(expected, new Interpreter(e).atPotential("Kghk.I", v), 6e-7);
    }

    @Test
    void goldmanCurrentIsSmoothAtZero() {
        Equations e = with("ion Cl { inside = 4 [mM] outside = 110 [mM] }", "37", "channel clc : Cl { permeability = 1e-6 [cm/s] }");
        Interpreter i = new Interpreter(e);
        assertEquals(i.atPotential("clc.I", 0), (i.atPotential("clc.I", 1e-5) + i.atPotential("clc.I", -1e-5)) / 2, 1e-9);
        // P z F (inside - outside) = 1e-9 cm/ms * -1 * 9.648533e7 nC/umol * -106 mM
        assertEquals(10.227445, i.atPotential("clc.I", 0), 1e-6);
    }
}
