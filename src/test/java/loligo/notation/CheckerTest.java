package loligo.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import loligo.quantity.Constants;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {
    private static final Span NOWHERE = new Span(0, 0);
    private final Diagnostics diagnostics = new Diagnostics();

    private static Scope scope() {
        Map<String, Dimension> names = new LinkedHashMap<>();
        for (var c : Constants.ALL) names.put(c.name(), c.dimension());
        String[] known = {"V", "mV", "t", "ms", "temperature", "K", "m", "1", "g", "mS/cm^2", "E", "mV", "inside", "mM", "outside", "mM", "tau", "ms", "light", "mW/mm^2", "I", "uA/cm^2", "C", "uF/cm^2"};
        for (int i = 0; i < known.length; i += 2) names.put(known[i], Unit.parse(known[i + 1]).dimension());
        return Scope.of(names);
    }

    private @Nullable Dimension dimension(String formula) {
        var document = Examples.parse(new Source("test", "x = " + formula));
        return new Checker(document, scope(), diagnostics).number(value(document), NOWHERE);
    }

    private static Expr value(Document document) {
        return ((Value.Single) ((Item.Entry) document.items().getFirst()).values().getFirst()).expr();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 [1/ms] / exprel(-(V + 40 [mV]) / 10 [mV]) | 1/ms", "4 [1/ms] * exp(-(V + 65 [mV]) / 18 [mV]) | 1/ms", "g * m^3 * (V - E) | uA/cm^2", "R * temperature / F * log(outside / inside) | mV",
        "kB * temperature / e | mV", "sqrt(V * V) | mV", "V^2 | mV^2", "V^(1/2) * V^0.5 | mV", "V^-1 | 1/mV", "m^m | 1", "2^m | 1", "if(V > -40 [mV] and not m < 0.5, tau, 2 [ms]) | ms",
        "min(V, E, 0 [mV]) | mV", "abs(V) | mV", "temperature - 6.3 [degC] | K", "3^((temperature - 6.3 [degC]) / 10 [K]) | 1", "temperature / 293.15 [K] | 1", "temperature / 6.3 [degC] | 1",
        "1.2 [mm^2/mW/ms] * light | 1/ms", "I / C | mV/ms", "(V + 1 [V]) / 1 [s] | mV/ms", "g / C | 1/ms", "tanh(t / tau) | 1"})
    void provesDimensions(String formula, String unit) {
        assertEquals(Unit.parse(unit).dimension(), dimension(formula), diagnostics::render);
        assertFalse(diagnostics.any());
    }

    /// Formula, what the carets stand under, and the remedy.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "V + 40 | 40 | V is a potential [mV]; 40 is a pure number. Write 40 [mV].", "40 + V | 40 | V is a potential [mV]; 40 is a pure number. Write 40 [mV].",
        "V - 0 | 0 | Zero has a unit here too: write 0 [mV].", "V + t | t | V is a potential [mV]; t is a time [ms].", "exp(V) | V | as in exp(V / 1 [mV])", "exp(V - E) | V - E | as in exp((V - E) / 1 [mV])",
        "V^m | m | V is a potential [mV]: only a pure number has a variable power.", "2^V | V | an exponent is a pure number", "if(V, 1, 2) | V | as in V > 0 [mV].", "(V > 0 [mV]) + 1 | V > 0 [mV] | Write if(V > 0 [mV], 1, 0).",
        "min(V, t) | t | V is a potential [mV]; t is a time [ms].", "Vv + 1 [mV] | Vv | Did you mean V?", "quagga | quagga | Define it by an entry quagga = value",
        "(temperature - 6.3 [degC]) / 10 [degC] | 10 [degC] | For a difference write 10 [K].", "temperature + 10 [degC] | 10 [degC] | For a difference write 10 [K].", "V > 10 and m | m | as in m > 0.",
        "V^(1/5) | 1/5 | simple roots", "if(V > 1, 1, 2) | 1 | Write 1 [mV]."})
    void blamesTheRightPlaceAndSaysWhatToWrite(String formula, String place, String remedy) {
        String whole = formula.contains(" and ") ? "if(" + formula + ", 1, 2)" : formula;
        assertNull(dimension(whole));
        var first = diagnostics.list().getLast();
        String text = first.source().text();
        assertEquals(place, text.substring(first.at().start(), first.at().end()), diagnostics::render);
        assertTrue(first.remedy().contains(remedy), diagnostics::render);
        assertEquals(formula.contains(" and ") ? 2 : 1, diagnostics.count(), diagnostics::render);
    }

    @Test
    void aMistakeIsToldOnceAndTwoMistakesTwice() {
        dimension("(V + 40) / 10 [mV] + exp(t)");
        assertEquals(2, diagnostics.count(), diagnostics::render);
    }

    @Test
    void aNameWhoseDefinitionHasAMistakeCausesNoFurtherMessage() {
        var document = Examples.parse(new Source("test", "x = broken + 1 [mV]"));
        var scope = new Scope() {
            @Override
            public @Nullable Dimension dimension(String name) {
                return null;
            }

            @Override
            public java.util.List<String> names() {
                return java.util.List.of("broken");
            }
        };
        assertNull(new Checker(document, scope, diagnostics).number(value(document), NOWHERE));
        assertFalse(diagnostics.any());
    }

    @Test
    void whatAPlaceAsksFor() {
        var document = Examples.parse(new Source("test", "x = 3"));
        assertFalse(new Checker(document, scope(), diagnostics).expect(value(document), Dimension.TIME, "tau", NOWHERE));
        assertEquals("tau is a time [ms]; 3 is a pure number. Write 3 [ms].", diagnostics.list().getFirst().remedy());
    }

    @Test
    void deepAndBranchingFormulasAreCheckedSoon() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(Dimension.POTENTIAL, DeepStack.call(() -> dimension("min(V, ".repeat(400) + "V" + ")".repeat(400))));
            assertEquals(Dimension.POTENTIAL, DeepStack.call(() -> dimension("V" + " + V".repeat(1_000))));
            assertNull(DeepStack.call(() -> dimension("if(V > ".repeat(400) + "1" + ", V, V)".repeat(400))));
        });
    }
}
