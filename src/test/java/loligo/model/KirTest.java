package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The inward rectifier Kir2.1 of Gokhale et al. 2017, at rest: with and without its gates.
class KirTest {
    /// Its largest outward current, and where: 19.13237 pA/pF at -53.9779 mV (23 degC), 20.09498 at -57.9395 (35 degC).
    @ParameterizedTest
    @CsvSource({"kir-leak-23, -53.9779, 19.13237", "kir-leak-35, -57.9395, 20.09498", "kir-leak-gates-23, -53.9779, 19.13237", "kir-leak-gates-35, -57.9395, 20.09498"})
    void outwardPeak(String name, double potential, double peak) {
        assertEquals(peak, at(name, potential), 5.1e-6);
        for (double aside : new double[] {-0.01, 0.01}) assertTrue(at(name, potential + aside) < at(name, potential));
    }

    /// The current in pA/pF of a membrane that begins at a potential, its gates at their steady state there.
    private static double at(String name, double potential) {
        var i = new Interpreter(Texts.lower(Texts.library("gokhale-2017-" + name), "V = " + potential + " [mV]"));
        return i.at("Kir.I", i.initial());
    }
}
