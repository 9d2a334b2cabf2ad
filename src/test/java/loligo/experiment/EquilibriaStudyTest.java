package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Stability;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Library;
import loligo.notation.Mistakes;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// `equilibria` from the text to the numbers. The reference numbers were computed independently of this program
/// from the equations of Izhikevich (2007), chapters 3 and 4, and of Hodgkin & Huxley (1952), with every digit but the last converged.
class EquilibriaStudyTest {
    private static Result.Standstills rest(String model, String numbers) {
        return (Result.Standstills) findings(model, numbers, "").result("rest");
    }

    private static Findings findings(String model, String numbers, String words) {
        return Loligo.run("use " + model + "\npatch soma { " + numbers + " }\nequilibria rest { on = soma " + words + " }\n");
    }

    private static double[] potentials(Result.Standstills result) {
        return result.found().stream().mapToDouble(e -> e.state()[0]).toArray();
    }

    private static List<Stability> types(Result.Standstills result) {
        return result.found().stream().map(Equilibrium::stability).toList();
    }

    @Test
    void persistentSodiumHasTwoRestsAndAThresholdBetweenThem() {
        Result.Standstills result = rest("izhikevich-2007-persistent-sodium", "");
        assertArrayEquals(new double[] {-52.51232, -40.28546, 30.86315}, potentials(result), 5e-6);
        assertEquals(List.of(Stability.STABLE_NODE, Stability.UNSTABLE_NODE, Stability.STABLE_NODE), types(result));
    }

    /// Izhikevich (2007), 5.1: activation of what flows in and inactivation of what flows out amplify, the other two resonate.
    @ParameterizedTest
    @CsvSource({"izhikevich-2007-transient-sodium, 0.5, NaT.m amplifies NaT.h resonates",
            "izhikevich-2007-persistent-sodium-h, 0, H.h resonates NaP.m amplifies",
            "izhikevich-2007-potassium-inward-rectifier, 60, Kdr.n resonates Kir.h amplifies",
            "izhikevich-2007-a-current, 0, KA.h amplifies KA.m resonates",
            "hodgkin-huxley-1952, 0, NaV.m amplifies NaV.h resonates Kdr.n resonates"})
    void gatesAmplifyOrResonate(String model, double current, String effects) {
        Result.Standstills result = rest(model, "I = " + current + " [uA/cm^2]");
        String told = result.gates().getFirst().stream().map(g -> g.gate() + " " + g.effect()).sorted().collect(Collectors.joining(" "));
        assertEquals(Arrays.stream(effects.split("(?<=s) ")).sorted().collect(Collectors.joining(" ")), told);
    }

    /// The potassium gate of Hodgkin and Huxley by hand: 4 g n^3 (V - E) dn_inf/dV. With the chord conductances all gates make the slope of the steady-state current.
    @Test
    void whatTheGatesAddIsTheSlopeOfTheCurrent() {
        Result.Standstills result = rest("hodgkin-huxley-1952", "");
        Equilibrium at = result.found().getFirst();
        double v = at.state()[0];
        double n = steadyN(v);
        double h = 1e-4;
        double slope = (steadyN(v + h) - steadyN(v - h)) / (2 * h);
        Result.Feedback potassium = result.gates().getFirst().stream().filter(g -> g.gate().equals("Kdr.n")).findFirst().orElseThrow();
        assertEquals(4 * 36 * n * n * n * (v + 77) * slope, potassium.conductance(), 1e-8);
        assertTrue(potassium.error() < 1e-10);
        double chord = 0.3 + 36 * n * n * n * n + 120 * StrictMath.pow(at.state()[1], 3) * at.state()[2];
        double sum = chord + result.gates().getFirst().stream().mapToDouble(Result.Feedback::conductance).sum();
        Series series = Objects.requireNonNull(result.series());
        double[] grid = series.grid().values();
        double[] current = series.columns().getFirst().values();
        int k = 1;
        while (grid[k] < v) k++;
        double step = grid[k] - grid[k - 1];
        double before = (current[k] - current[k - 2]) / (2 * step);
        double after = (current[k + 1] - current[k - 1]) / (2 * step);
        assertEquals(before + (v - grid[k - 1]) / step * (after - before), sum, 1e-3);
        assertEquals(List.of(List.of()), rest("fitzhugh-1961", "").gates(), "no membrane, no gates");
    }

    private static double steadyN(double v) {
        double alpha = 0.01 * (v + 55) / -StrictMath.expm1(-(v + 55) / 10);
        double beta = 0.125 * StrictMath.exp(-(v + 65) / 80);
        return alpha / (alpha + beta);
    }

    /// Izhikevich (2007), 3.2: a single unknown rolls down the landscape, into a valley where it rests, off a hilltop at the threshold.
    @Test
    void aSingleUnknownHasALandscapeWithAValleyAtEachRest() {
        Series series = Objects.requireNonNull(rest("izhikevich-2007-persistent-sodium", "").series());
        double[] v = series.grid().values();
        double[] energy = series.columns().getLast().values();
        assertEquals("mV^2/ms", series.columns().getLast().unit().symbol());
        List<Double> valleys = new ArrayList<>();
        List<Double> hills = new ArrayList<>();
        for (int k = 1; k + 1 < v.length; k++) {
            if (energy[k] < energy[k - 1] && energy[k] < energy[k + 1]) valleys.add(v[k]);
            if (energy[k] > energy[k - 1] && energy[k] > energy[k + 1]) hills.add(v[k]);
        }
        double row = v[1] - v[0];
        assertArrayEquals(new double[] {-52.51232, 30.86315}, valleys.stream().mapToDouble(x -> x).toArray(), row);
        assertArrayEquals(new double[] {-40.28546}, hills.stream().mapToDouble(x -> x).toArray(), row);
        assertEquals(1, Objects.requireNonNull(rest("hodgkin-huxley-1952", "").series()).columns().size(), "of four unknowns none");
    }

    /// Of the quadratic integrate-and-fire neuron, C V' = k (V - Vr) (V - Vt), the landscape is a cubic, which Simpson's rule integrates to rounding.
    @Test
    void theLandscapeIsMinusTheIntegralOfTheRate() {
        Series series = Objects.requireNonNull(rest("izhikevich-2007-quadratic-integrate-and-fire", "").series());
        double[] v = series.grid().values();
        double[] energy = series.columns().getLast().values();
        for (int k = 0; k < v.length; k++) assertEquals(cubic(v[k]) - cubic(v[0]), energy[k] - energy[0], 1e-10);
    }

    private static double cubic(double v) {
        return -0.7 / 100 * (v * v * v / 3 + 100 * v * v / 2 + 2400 * v); // k, C, Vr = -60 mV and Vt = -40 mV of the model
    }

    @Test
    void beyondItsSaddleNodeOnlyTheUpperRestIsLeft() {
        assertEquals(3, rest("izhikevich-2007-persistent-sodium", "I = 15.775 [uA/cm^2]").found().size());
        assertEquals(1, rest("izhikevich-2007-persistent-sodium", "I = 15.777 [uA/cm^2]").found().size());
    }

    @Test
    void highThresholdPotassiumHasANodeASaddleAndAFocus() {
        Result.Standstills result = rest("izhikevich-2007-persistent-sodium-potassium-high", "");
        assertArrayEquals(new double[] {-65.95295, -56.13996, -27.28049}, potentials(result), 5e-6);
        assertEquals(List.of(Stability.STABLE_NODE, Stability.SADDLE, Stability.UNSTABLE_FOCUS), types(result));
        assertArrayEquals(new double[] {-1.01863, -1.71528}, result.found().get(0).spectrum().real(), 5e-6);
        assertArrayEquals(new double[] {2.00347, -0.95568}, result.found().get(1).spectrum().real(), 5e-6);
        assertArrayEquals(new double[] {3.47315, 3.47315}, result.found().get(2).spectrum().real(), 5e-6);
        assertArrayEquals(new double[] {3.12646, -3.12646}, result.found().get(2).spectrum().imaginary(), 5e-6);
    }

    @ParameterizedTest
    @CsvSource({"3, STABLE_FOCUS", "4, STABLE_NODE"})
    void theRestTurnsFromNodeToFocusAndBack(double current, Stability type) {
        assertEquals(type, types(rest("izhikevich-2007-persistent-sodium-potassium-high", "I = " + current + " [uA/cm^2]")).getFirst());
    }

    @Test
    void hodgkinAndHuxleysAxonRestsAtAFocus() {
        Equilibrium rest = rest("hodgkin-huxley-1952", "").found().getFirst();
        assertArrayEquals(new double[] {-0.120665, -0.202639, -0.202639, -4.675027}, rest.spectrum().real(), 5e-6);
        assertArrayEquals(new double[] {0, 0.383225, -0.383225, 0}, rest.spectrum().imaginary(), 5e-6);
        assertEquals(0, rest.spectrum().unstable());
        assertEquals(Stability.STABLE_FOCUS, rest.stability());
    }

    @Test
    void equationsThatAreNoMembraneAreSearchedFromManyStarts() {
        Result.Standstills result = rest("fitzhugh-1961", "");
        assertEquals(1, result.found().size());
        assertArrayEquals(new double[] {-1.1994, -0.6243}, result.found().getFirst().state(), 5e-5);
        assertTrue(result.completeness().contains("evidence, not proof"), result.completeness());
    }

    @Test
    void aJumpThroughZeroIsNoEquilibrium() {
        Findings findings = Loligo.run("model Jump { state { V = -60 [mV] }  V' = if(V < -50 [mV], 1, -1) * 1 [mV/ms] }\npatch soma : Jump { }\nequilibria rest { }\n");
        assertEquals(List.of(), ((Result.Standstills) findings.result("rest")).found());
    }

    @Test
    void theRangeNarrowsTheSearch() {
        Result.Standstills result = (Result.Standstills) findings("izhikevich-2007-persistent-sodium", "", "over = -45 to 0 [mV]").result("rest");
        assertArrayEquals(new double[] {-40.28546}, potentials(result), 5e-6);
    }

    @Test
    void theFileHasStateTypeAndEigenvalues() {
        StringWriter out = new StringWriter();
        ResultJson.write(findings("izhikevich-2007-persistent-sodium-potassium-high", "", ""), out);
        String json = out.toString();
        assertTrue(json.contains("\"kind\" : \"equilibria\"") && json.contains("\"type\" : \"saddle\"") && json.contains("\"unstable_directions\" : 2"), json);
        assertTrue(json.matches("(?s).*\"state\" : \\{\\s*\"V\" : -65.95295\\d*,\\s*\"Kdr.n\" : 2.77\\d*E-4\\s*}.*"), json);
        assertTrue(json.matches("(?s).*\"eigenvalues\" : \\[\\s*\\[\\s*-1.01863\\d*, 0.0\\s*],\\s*\\[\\s*-1.71528\\d*, 0.0\\s*]\\s*].*"), json);
    }

    static List<String> library() {
        return Library.names();
    }

    @ParameterizedTest
    @MethodSource("library")
    void everyModelOfTheLibraryStandsStillWhereItSays(String model) {
        Result.Standstills result = rest(model, "");
        assertFalse(result.found().isEmpty(), model);
        KernelField field = ProblemOf.field(Kernel.compile(result.study().on().equations()));
        int n = field.dimension();
        double[] slope = new double[n];
        double[] jacobian = new double[n * n];
        for (Equilibrium e : result.found()) {
            field.evaluate(0, e.state(), slope);
            field.jacobian(0, e.state(), jacobian);
            for (int i = 0; i < n; i++) {
                double scale = 0;
                for (int j = 0; j < n; j++) scale += Math.abs(jacobian[i * n + j]) * (Math.abs(e.state()[j]) + 1e-3);
                assertEquals(0, slope[i], 1e-10 * scale, model + ": " + result.study().on().equations().states().get(i).name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"over = 5 [mV] | over is an interval", "over = 0 to 10 [ms] | units do not agree", "over = 10 to -10 [mV] | over goes upwards", "until = 3 [ms] | unknown word until"})
    void mistakesAreTold(String words, String problem) {
        Mistakes mistakes = assertThrows(Mistakes.class, () -> findings("izhikevich-2007-persistent-sodium", "", words));
        assertTrue(String.valueOf(mistakes.getMessage()).contains(problem), mistakes.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "model M { state { x = 1 }  x' = sin(t/1 [ms])/1 [ms] } patch p : M { } equilibria rest { } | M depends on t",
        "use fitzhugh-1961 patch p { } equilibria rest { } plot rest { y = v } | equilibria are drawn by themselves",
        "equilibria rest { } | equilibria on what?"})
    void soAreQuestionsWithoutAnAnswer(String text, String problem) {
        Mistakes mistakes = assertThrows(Mistakes.class, () -> Loligo.run(text.replace(" patch", "\npatch").replace(" equilibria", "\nequilibria").replace(" plot", "\nplot")));
        assertTrue(String.valueOf(mistakes.getMessage()).contains(problem), mistakes.getMessage());
    }

    @Test
    void whoInterruptsGetsASentence() {
        Progress impatient = new Progress() {
            @Override
            public boolean interrupted() {
                return true;
            }

            @Override
            public void reached(String study, double fraction) {}
        };
        Study study = findings("hodgkin-huxley-1952", "", "").experiment().study("rest");
        Result result = new Laboratory(new Laboratory.Options(1, false), impatient).perform(study);
        assertTrue(result.outcome() instanceof Outcome.Stopped stopped && stopped.reason().equals("interrupted"), result.outcome().toString());
        assertEquals("stopped on request before the search began", result.message(result.outcome()));
    }
}
