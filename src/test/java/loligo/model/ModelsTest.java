package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import loligo.notation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Finds every model of the library by itself, so that a new one needs no test of its own.
class ModelsTest {
    static Stream<String> models() {
        return Library.names().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void isProvedAndSettles(String name) {
        Equations e = Texts.lower(Texts.library(name), "");
        var i = new Interpreter(e);
        double[] y = i.run(200, 0.01);
        for (int k = 0; k < y.length; k++) assertTrue(StrictMath.abs(y[k]) < 200, e.states().get(k).name() + " = " + y[k]);
        double[] dy = i.derivative(0, y);
        for (int k = 0; k < y.length; k++) assertEquals(0, dy[k], 1e-3, e.states().get(k).name() + " has not come to rest");
    }

    @ParameterizedTest
    @MethodSource("models")
    void printsItself(String name) {
        Model model = Texts.library(name);
        assertEquals(model, Texts.model(new Source("printed.loligo", model.toString())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasAHeaderAndASource(String name) {
        String text = Library.find(name).orElseThrow().text();
        assertTrue(text.startsWith("# "), "opens with what it is");
        assertTrue(text.contains("# Where the numbers come from:") && text.contains("# What to look at:"));
        assertTrue(!Texts.library(name).cites().isEmpty(), "cites its source");
    }

    /// E_L = -54.387 mV: rest at V = -64.996379 mV, m .052955, h .595994, n .317732.
    @Test
    void hodgkinHuxleyRests() {
        double[] y = new Interpreter(Texts.lower(Texts.library("hodgkin-huxley-1952"), "")).run(300, 0.02);
        assertEquals(-64.996379, y[0], 5.1e-7);
        assertEquals(0.052955, y[1], 5.1e-7);
        assertEquals(0.595994, y[2], 5.1e-7);
        assertEquals(0.317732, y[3], 5.1e-7);
    }

    /// Equilibria at I = 0 as the ground truth has them.
    @Test
    void izhikevichRests() {
        assertEquals(-65.95295, rest("izhikevich-2007-persistent-sodium-potassium-high")[0], 5.1e-6);
        assertEquals(-60.86476, rest("izhikevich-2007-persistent-sodium-potassium-low")[0], 5.1e-6);
        assertEquals(-52.51232, rest("izhikevich-2007-persistent-sodium")[0], 5.1e-6);
        assertEquals(30.86315, new Interpreter(Texts.lower(Texts.library("izhikevich-2007-persistent-sodium"), "V = -40 [mV]")).run(100, 0.01)[0], 5.1e-6);
    }

    private static double[] rest(String name) {
        return new Interpreter(Texts.lower(Texts.library(name), "")).run(200, 0.01);
    }

    /// Without recovery the quadratic neuron's period is known: C/k integral dv/((v - vr)(v - vt) + I/k) from reset to peak.
    @Test
    void quadraticNeuronResets() {
        Equations e = Texts.lower(Texts.library("izhikevich-2007-quadratic-integrate-and-fire"), "I = 100 [pA]");
        double root = StrictMath.sqrt(100 / 0.7 - 100);
        double period = 100 / 0.7 / root * (StrictMath.atan(85 / root) - StrictMath.atan(0 / root));
        var i = new Interpreter(e);
        double[] soon = i.run(StrictMath.rint(10 * period) / 10 * 3 + 40, 0.01);
        assertTrue(soon[0] >= -60 && soon[0] <= 36);
        assertEquals(1, e.resets().size());
        assertEquals("spike", e.resets().getFirst().name());
    }
}
