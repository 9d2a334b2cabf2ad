package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a patch says instead of its model.
class OverridesTest {
    private static Model hodgkinHuxley() {
        return Texts.library("hodgkin-huxley-1952");
    }

    private static Equations.Parameter parameter(Equations e, String name) {
        return e.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void numbersInputsAndBeginnings() {
        Equations e = Texts.lower(hodgkinHuxley(), "I = 5 [uA/cm^2] from -5 to 180\n Kdr.g = 30 [mS/cm^2]\n V = -70 [mV]\n NaV.m = 0.5\n area = 1000 [um^2]");
        assertEquals(30, parameter(e, "Kdr.g").value());
        assertEquals(new Equations.Range(0, 72), parameter(e, "Kdr.g").range());
        assertEquals(-70, parameter(e, "V.initial").value());
        assertEquals(0.5, parameter(e, "NaV.m.initial").value());
        assertEquals(1e-5, parameter(e, "area").value(), 1e-20);
        Equations.Input current = e.inputs().stream().filter(i -> i.name().equals("I")).findFirst().orElseThrow();
        assertEquals(5, current.value());
        assertEquals(new Equations.Range(-5, 180), current.range());
        double[] y = new Interpreter(e).initial();
        assertEquals(-70, y[0]);
        assertEquals(0.5, y[1]);
        assertEquals(new Interpreter(e).at("NaV.h.inf", y), y[2], 1e-15);
    }

    @Test
    void aNumberBecomesAFormulaAndAFormulaANumber() {
        Equations e = Texts.lower(hodgkinHuxley(), "Kdr.g = 0.25 * NaV.g\n NaV.h.alpha = 0.1 [1/ms]");
        var i = new Interpreter(e);
        assertEquals(30, i.at("Kdr.g", i.initial()), 1e-12);
        assertEquals(0.1, parameter(e, "NaV.h.alpha").value());
        // The rate is one at the reference temperature: warmer, it is three times as fast.
        var warm = new Interpreter(e).with("temperature", 289.45);
        double[] y = warm.initial();
        y[2] = 0;
        assertEquals(0.3, warm.derivative(0, y)[2], 1e-12);
    }

    @Test
    void nernstCanBeReplaced() {
        Model m = Texts.model("model M\ntemperature = 20 [degC]\nmembrane { C = 1 [uF/cm^2] V = -65 [mV] }\nion K { inside = 400 [mM] outside = 20 [mM] }\nchannel K : K { g = 1 [mS/cm^2] }\n");
        assertEquals(-80, parameter(Texts.lower(m, "K.E = -80 [mV]"), "K.E").value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kdr.gg = 3 [mS/cm^2]           | the model has no Kdr.gg     | Did you mean Kdr.g?
            Kdr.g = 3                      | units do not agree          | [mS/cm^2]
            Kdr.g = 3 [nS]                 | units do not agree          | a conductance
            I = 3 [pA]                     | units do not agree          | a current
            V = -70 [ms]                   | units do not agree          | a potential
            temperature = 10 [mV]          | units do not agree          | a temperature
            Kdr.g = -1 [mS/cm^2]           | can not be negative         | -1
            C = 0 [uF/cm^2]                | C must be above zero        | 0
            Kdr.g = 1 to 3 [mS/cm^2]       | is not one value            | sweep
            Kdr.g = 2 * Kdr.g              | a circle                    | Kdr.g -> Kdr.g
            Kdr.g = 2 * Kdr.h              | nothing is called Kdr.h     | Did you mean
            NaV.m.inf = 0.5                | follows from other numbers  | NaV.m.alpha
            I = 2 * Kdr.g                  | an input rests at a number  | Write a plain number
            """)
    void mistakes(String override, String problem, String remedy) {
        var told = Texts.overrideMistakes(hodgkinHuxley(), override.strip());
        assertTrue(told.stream().anyMatch(t -> t.startsWith("2: ") && t.contains(problem.strip()) && t.contains(remedy.strip())), () -> told + "");
    }
}
