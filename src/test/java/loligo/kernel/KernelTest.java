package loligo.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.notation.Terse;
import loligo.notation.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every method of a compiled kernel against the plain reading of the same equations.
class KernelTest {
    static Stream<Equations> membranes() {
        return Stream.of(Membranes.hodgkinHuxley(false), Membranes.hodgkinHuxley(true), Membranes.persistentSodium(), Membranes.scheme(), Membranes.quadratic(),
                Membranes.goldman());
    }

    private static Sine drive(Equations equations) {
        return new Sine(equations.inputs().stream().mapToDouble(Equations.Input::value).toArray());
    }

    private static KernelField field(Equations equations) {
        Kernel kernel = Kernel.compile(equations);
        return kernel.field(kernel.parameters(), drive(equations));
    }

    /// The names of the equations with their values at a moment.
    private static Map<String, Double> names(Equations equations, double t, double[] y) {
        Map<String, Double> names = new HashMap<>(Map.of("t", t));
        double[] u = new double[equations.inputs().size()];
        drive(equations).at(t, u);
        for (int k = 0; k < u.length; k++) names.put(equations.inputs().get(k).name(), u[k]);
        for (Equations.Parameter p : equations.parameters()) names.put(p.name(), p.value());
        for (int i = 0; i < y.length; i++) names.put(equations.states().get(i).name(), y[i]);
        for (Equations.Definition d : equations.definitions()) names.put(d.name(), Oracle.value(d.expr(), names));
        return names;
    }

    private static double[] somewhere(Equations equations, Random random) {
        double[] y = new double[equations.states().size()];
        for (int i = 0; i < y.length; i++) y[i] = random.nextDouble();
        if (equations.states().getFirst().name().equals("V")) y[0] = -90 + 140 * random.nextDouble();
        return y;
    }

    private static void close(double expected, double actual, double scale, String what) {
        if (Double.isNaN(expected)) {
            assertTrue(Double.isNaN(actual), what);
            return;
        }
        assertEquals(expected, actual, 1e-13 * Math.max(scale, Math.abs(expected)), what);
    }

    @ParameterizedTest
    @MethodSource("membranes")
    void derivativesAreThoseOfTheText(Equations equations) {
        KernelField field = field(equations);
        Random random = new Random(1);
        double[] dy = new double[field.dimension()];
        double[] again = new double[field.dimension()];
        double[] diagonal = new double[field.dimension()];
        for (int trial = 0; trial < 2000; trial++) {
            double[] y = somewhere(equations, random);
            double t = 100 * random.nextDouble();
            field.evaluate(t, y, dy);
            field.evaluateWithDiagonal(t, y, again, diagonal);
            assertArrayEquals(dy, again);
            Map<String, Double> names = names(equations, t, y);
            for (int i = 0; i < dy.length; i++) {
                close(Oracle.value(equations.states().get(i).derivative(), names), dy[i], i == 0 ? 1e4 : 10, equations.name() + " " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("membranes")
    void jacobianIsTheSlope(Equations equations) {
        KernelField field = field(equations);
        int n = field.dimension();
        Random random = new Random(2);
        double[] jacobian = new double[n * n];
        double[] up = new double[n];
        double[] down = new double[n];
        double[] diagonal = new double[n];
        for (int trial = 0; trial < 300; trial++) {
            double[] y = somewhere(equations, random);
            field.jacobian(trial, y, jacobian);
            field.evaluateWithDiagonal(trial, y, up, diagonal);
            for (int j = 0; j < n; j++) {
                assertEquals(diagonal[j], jacobian[j * n + j], 1e-12 * Math.max(1, Math.abs(diagonal[j])));
                double h = 1e-5 * Math.max(0.1, Math.abs(y[j]));
                double here = y[j];
                y[j] = here + h;
                field.evaluate(trial, y, up);
                y[j] = here - h;
                field.evaluate(trial, y, down);
                y[j] = here;
                for (int i = 0; i < n; i++) {
                    double difference = (up[i] - down[i]) / (2 * h);
                    double scale = Math.max(Math.abs(difference), 1 + Math.abs(up[i]) / 100);
                    assertEquals(difference, jacobian[i * n + j], 2e-6 * scale, equations.name() + " d" + i + "/d" + j + " at " + y[0]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("membranes")
    void timeDerivativeFollowsTheDrive(Equations equations) {
        KernelField field = field(equations);
        int n = field.dimension();
        double[] y = somewhere(equations, new Random(3));
        double[] slope = new double[n];
        double[] up = new double[n];
        double[] down = new double[n];
        for (double t = 0.5; t < 20; t += 0.7) {
            field.timeDerivative(t, y, slope);
            field.evaluate(t + 1e-4, y, up);
            field.evaluate(t - 1e-4, y, down);
            for (int i = 0; i < n; i++) assertEquals((up[i] - down[i]) / 2e-4, slope[i], 1e-7 * Math.max(1, Math.abs(up[i])), equations.name() + " " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("membranes")
    void relaxationAndInitialAndProbes(Equations equations) {
        KernelField field = field(equations);
        int n = field.dimension();
        double[] inf = new double[n];
        double[] tau = new double[n];
        double[] y = field.initial(0.3);
        Map<String, Double> names = names(equations, 0.3, y);
        List<Expr> all = new ArrayList<>();
        for (Equations.Definition d : equations.definitions()) all.add(d.expr());
        Kernel kernel = Kernel.compile(equations);
        Probe probe = kernel.probe(all);
        assertSame(probe, kernel.probe(List.copyOf(all)));
        double[] out = new double[probe.size()];
        probe.observe(kernel.field(kernel.parameters(), drive(equations)), 0.3, y, out);
        for (int i = 0; i < out.length; i++) close(Oracle.value(equations.definitions().get(i).expr(), names), out[i], 10, "definition " + i);
        field.relaxation(0.3, y, inf, tau);
        for (int i = 0; i < n; i++) {
            Equations.State state = equations.states().get(i);
            close(Oracle.value(state.initial(), names), y[i], 0, state.name());
            Equations.Relaxation relaxation = state.relaxation();
            close(relaxation == null ? Double.NaN : Oracle.value(relaxation.inf(), names), inf[i], 0, state.name());
            close(relaxation == null ? Double.NaN : Oracle.value(relaxation.tau(), names), tau[i], 0, state.name());
        }
    }

    @Test
    void gatesRestWhereTheBookSays() {
        // Rates at -65 mV and 6.3 C (Hodgkin and Huxley 1952): alpha_m 0.223564, beta_m 4, alpha_h 0.07, alpha_n 0.058198, beta_n 0.125
        double[] y = field(Membranes.hodgkinHuxley(true)).initial(0);
        assertEquals(-65, y[0]);
        assertEquals(0.223564 / 4.223564, y[1], 1e-7);
        assertEquals(0.07 / (0.07 + 0.047426), y[2], 2e-6);
        assertEquals(0.058198 / (0.125 + 0.058198), y[3], 3e-6);
    }

    @Test
    void sameTextSameBits() {
        for (Equations equations : membranes().toList()) {
            KernelField one = field(equations);
            KernelField two = field(equations);
            Random random = new Random(4);
            double[] a = new double[one.dimension()];
            double[] b = new double[one.dimension()];
            for (int trial = 0; trial < 200; trial++) {
                double[] y = somewhere(equations, random);
                one.evaluate(trial, y, a);
                two.evaluate(trial, y, b);
                assertArrayEquals(a, b);
            }
        }
    }

    @Test
    void parametersArePreparedForEachField() {
        Kernel kernel = Kernel.compile(Membranes.hodgkinHuxley(false));
        double[] warm = kernel.parameters();
        warm[1] = 16.3;                                       // T: rates three times as fast
        double[] y = {-50, 0.1, 0.5, 0.4};
        double[] cold = new double[4];
        double[] fast = new double[4];
        kernel.field(kernel.parameters(), drive(kernel.equations())).evaluate(0, y, cold);
        kernel.field(warm, drive(kernel.equations())).evaluate(0, y, fast);
        assertEquals(cold[0], fast[0]);
        for (int i = 1; i < 4; i++) assertEquals(3 * cold[i], fast[i], 1e-14);
    }

    @Test
    void holesAreFilled() {
        double[] dy = new double[4];
        double[] jacobian = new double[16];
        KernelField field = field(Membranes.hodgkinHuxley(true));
        field.evaluate(0, new double[] {-40, 0, 0, 0}, dy);
        assertEquals(1, dy[1], 1e-15);                        // alpha_m(-40) = 1, ground-truth section 28
        field.evaluate(0, new double[] {-55, 0, 0, 0}, dy);
        assertEquals(0.1, dy[3], 1e-16);                      // alpha_n(-55) = 0.1
        field.jacobian(0, new double[] {-40, 0, 0, 0}, jacobian);
        assertEquals(0.05, jacobian[4], 1e-16);               // d/dV of 1/exprel(-(V+40)/10) is 1/20 there
    }

    @Test
    void holesOfHigherOrderAreFilled() {
        KernelField field = field(new Membranes("holes").state("x", "0", "x^2/(exp(x)-1-x)").state("y", "0", "log(1+x)/x+(cosh(y)-1)/y^2").equations());
        double[] dy = new double[2];
        double[] jacobian = new double[4];
        field.evaluate(0, new double[] {0, 0}, dy);
        assertArrayEquals(new double[] {2, 1.5}, dy, 1e-15);
        field.jacobian(0, new double[] {0, 0}, jacobian);
        assertArrayEquals(new double[] {-2.0 / 3, 0, -0.5, 0}, jacobian, 1e-15);
    }

    @Test
    void resetsFireAndAssign() {
        KernelField field = field(Membranes.quadratic());
        double[] g = new double[1];
        field.triggers(0, new double[] {34.5}, g);
        assertEquals(-0.5, g[0]);
        field.triggers(0, new double[] {35.25}, g);
        assertEquals(0.25, g[0]);
        double[] y = {35.25};
        field.reset(0, 0, y);
        assertEquals(-50, y[0]);
        assertEquals(1, field.resets());
    }

    @Test
    void assignmentsUseTheValuesBefore() {
        Membranes swap = new Membranes("swap").state("a", "1", "0").state("b", "2", "0");
        Equations e = swap.equations();
        Equations.Reset reset = new Equations.Reset("swap", Terse.of("a < b"),
                List.of(new Equations.Assignment("a", Terse.of("b")), new Equations.Assignment("b", Terse.of("a"))));
        KernelField field = field(new Equations("swap", e.states(), e.inputs(), e.parameters(), e.definitions(), List.of(reset)));
        double[] y = {1, 2};
        field.reset(0, 0, y);
        assertArrayEquals(new double[] {2, 1}, y);
    }

    @Test
    void relaxingStatesAreTheLinearOnesButV() {
        assertArrayEquals(new boolean[] {false, true, true, true}, field(Membranes.hodgkinHuxley(false)).relaxing());
        assertArrayEquals(new boolean[] {false, true}, field(Membranes.persistentSodium()).relaxing());
        assertArrayEquals(new boolean[] {false}, field(Membranes.quadratic()).relaxing());
    }

    @Test
    void unselectedSideDoesNotLeak() {
        Equations equations = new Membranes("if").state("x", "0-1", "if(x > 0, log(x), 1/x - 1/x + 3*x)").equations();
        double[] dy = new double[1];
        double[] jacobian = new double[1];
        KernelField field = field(equations);
        field.evaluate(0, new double[] {-2}, dy);
        assertEquals(-6, dy[0]);
        field.jacobian(0, new double[] {-2}, jacobian);
        assertEquals(3, jacobian[0], 1e-15);
        field.evaluate(0, new double[] {1}, dy);
        assertEquals(0, dy[0]);
    }

    @Test
    void longEquationsAreSplitIntoMethodsThatHotSpotCompiles() {
        Membranes large = new Membranes("large").parameter("g", 0.3);
        int n = 60;
        for (int i = 0; i < n; i++) large.define("d" + i, "exp(0-(x" + i + "*g)^2)*(x" + (i + 1) % n + "-x" + i + "^3)" + (i == 0 ? "" : "+if(d" + (i - 1) + ">0,sin(d" + (i - 1) + "),x0)"));
        for (int i = 0; i < n; i++) large.state("x" + i, "0." + (10 + i), "d" + i + "*d" + (n - 1) + "+d" + (7 * i) % n + "-x" + i + "/(1+g)");
        Equations equations = large.equations();
        derivativesAreThoseOfTheText(equations);
        jacobianIsTheSlope(equations);
        Formulas formulas = new Formulas(equations);
        Reduction.Reduced reduced = formulas.reduced(formulas.jacobian());
        assertTrue(new Plan(reduced.graph(), Graph.PARAMETER, reduced.stores()).pieceCount() > 1);
    }

    @Test
    void mistakesInACallAreSaid() {
        Kernel kernel = Kernel.compile(Membranes.quadratic());
        assertThrows(IllegalArgumentException.class, () -> kernel.field(new double[2], drive(kernel.equations())));
        assertThrows(IllegalArgumentException.class, () -> kernel.probe(List.of(Terse.of("nobody"))));
        assertThrows(IllegalArgumentException.class, () -> field(kernel.equations()).reset(1, 0, new double[1]));
    }
}
