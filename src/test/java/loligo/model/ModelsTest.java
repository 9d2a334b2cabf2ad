package loligo.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Stream;
import loligo.kernel.Drive;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.notation.Source;
import loligo.quantity.Dimension;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Finds every model of the library by itself, so that a new one needs no test of its own.
class ModelsTest {
    /// Models that fire without being asked to.
    private static final Set<String> RESTLESS = Set.of("chay-keizer-1983", "noble-1962", "plant-1981");

    static Stream<String> models() {
        return Library.names().stream();
    }

    private static Equations equations(String name, String overrides) {
        return Texts.lower(Texts.library(name), overrides);
    }

    /// A model as it is compiled, its inputs at rest.
    private static KernelField compiled(Equations equations) {
        Kernel kernel = Kernel.compile(equations);
        double[] rest = equations.inputs().stream().mapToDouble(Equations.Input::value).toArray();
        return kernel.field(kernel.parameters(), new Drive() {
            @Override
            public void at(double t, double[] u) {
                System.arraycopy(rest, 0, u, 0, u.length);
            }

            @Override
            public void slope(double t, double[] du) {
                java.util.Arrays.fill(du, 0);
            }
        });
    }

    /// Classical Runge-Kutta steps // [n]
    private static double[] run(KernelField field, double until, double h) {
        int n = field.dimension();
        double[] y = field.initial(0);
        double[][] k = new double[4][n];
        double[] at = new double[n];
        for (long s = 0; s < until / h; s++) {
            for (int stage = 0; stage < 4; stage++) {
                double c = stage == 0 ? 0 : stage == 3 ? h : h / 2;
                for (int i = 0; i < n; i++) at[i] = y[i] + (stage == 0 ? 0 : c * k[stage - 1][i]);
                field.evaluate(0, at, k[stage]);
            }
            for (int i = 0; i < n; i++) y[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
        }
        return y;
    }

    /// Without a stimulus a model comes to rest within five minutes; those that fire by themselves stay within bounds and never rest.
    @ParameterizedTest
    @MethodSource("models")
    void isProvedAndSettles(String name) {
        Equations e = equations(name, "");
        KernelField field = compiled(e);
        Stepper stepper = Steppers.adaptive(Methods.AUTOMATIC, field, Tolerance.of(1e-9, 1e-12));
        stepper.start(0, field.initial(0));
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double until = RESTLESS.contains(name) ? 30_000 : 300_000;
        while (stepper.time() < until) {
            assertNull(stepper.step(until), name);
            double[] y = stepper.state();
            for (int k = 0; k < y.length; k++) assertTrue(StrictMath.abs(y[k]) < 200, e.states().get(k).name() + " = " + y[k]);
            if (stepper.time() < until / 3) continue;
            lowest = StrictMath.min(lowest, y[0]);
            highest = StrictMath.max(highest, y[0]);
        }
        if (RESTLESS.contains(name)) {
            assertTrue(highest - lowest > 20, name + " does not fire by itself");
            return;
        }
        double[] dy = new double[field.dimension()];
        field.evaluate(0, stepper.state(), dy);
        for (int k = 0; k < dy.length; k++) assertEquals(0, dy[k], 1e-6, e.states().get(k).name() + " has not come to rest");
    }

    @ParameterizedTest
    @MethodSource("models")
    void compiledIsWhatTheTreeSays(String name) {
        Equations e = equations(name, "");
        KernelField field = compiled(e);
        var tree = new Interpreter(e);
        double[] y = tree.initial();
        assertArrayEquals(y, field.initial(0), 1e-13);
        for (double move : new double[] {-30, -3, 0, 7, 40}) {
            double[] moved = moved(e, y, move);
            double[] expected = tree.derivative(0, moved);
            double[] found = new double[y.length];
            field.evaluate(0, moved, found);
            for (int i = 0; i < y.length; i++) assertEquals(expected[i], found[i], 1e-12 * (1 + StrictMath.abs(expected[i])), e.states().get(i).name());
        }
    }

    /// The first state moved by some mV (or as many hundredths, where it is a pure number), the others by a little, concentrations by a part of them.
    private static double[] moved(Equations e, double[] y, double by) {
        double[] moved = y.clone();
        moved[0] += StrictMath.abs(y[0]) > 10 ? by : by / 100;
        for (int i = 1; i < y.length; i++) moved[i] += 0.001 * by * (concentration(e, i) ? y[i] : 1);
        return moved;
    }

    private static boolean concentration(Equations e, int state) {
        return e.states().get(state).dimension().equals(Dimension.CONCENTRATION);
    }

    @ParameterizedTest
    @MethodSource("models")
    void jacobianIsTheSlope(String name) {
        Equations e = equations(name, "");
        KernelField field = compiled(e);
        var tree = new Interpreter(e);
        int n = field.dimension();
        double[] jacobian = new double[n * n];
        for (double move : new double[] {-30, -3, 0, 7, 40}) {
            double[] y = moved(e, tree.initial(), move);
            field.jacobian(0, y, jacobian);
            for (int j = 0; j < n; j++) {
                double h = 1e-5 * ((concentration(e, j) ? 0 : 1) + StrictMath.abs(y[j]));
                double[] up = y.clone();
                double[] down = y.clone();
                up[j] += h;
                down[j] -= h;
                double[] above = tree.derivative(0, up);
                double[] below = tree.derivative(0, down);
                for (int i = 0; i < n; i++) {
                    double slope = (above[i] - below[i]) / (2 * h);
                    assertEquals(slope, jacobian[i * n + j], 2e-6 * (1 + StrictMath.abs(slope)), e.states().get(i).name() + " by " + e.states().get(j).name() + " at " + move);
                }
            }
        }
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
        assertArrayEquals(new double[] {-64.996379, 0.052955, 0.595994, 0.317732}, run(compiled(equations("hodgkin-huxley-1952", "")), 500, 0.02), 5.1e-7);
        // E_L = -54.3 mV brings it to -64.974052 mV
        assertEquals(-64.974052, run(compiled(equations("hodgkin-huxley-1952", "leak.E = -54.3 [mV]")), 500, 0.02)[0], 5.1e-7);
    }

    /// Equilibria at I = 0 of the book's chapters 3 and 4, and the upper rest beyond the border of the basins at -40.28546 mV.
    @Test
    void izhikevichRests() {
        assertEquals(-65.95295, rest("izhikevich-2007-persistent-sodium-potassium-high", ""), 5.1e-6);
        assertEquals(-60.86476, rest("izhikevich-2007-persistent-sodium-potassium-low", ""), 5.1e-6);
        assertEquals(-52.51232, rest("izhikevich-2007-persistent-sodium", "V = -40.3 [mV]"), 5.1e-6);
        assertEquals(30.86315, rest("izhikevich-2007-persistent-sodium", "V = -40.27 [mV]"), 5.1e-6);
        assertEquals(31.75047, rest("izhikevich-2007-persistent-sodium", "I = 60 [uA/cm^2]"), 5.1e-6);
    }

    private static double rest(String name, String overrides) {
        return run(compiled(equations(name, overrides)), 300, 0.01)[0];
    }

    /// Without recovery the quadratic neuron's period is known: C/k times the integral of dv/((v - Vr)(v - Vt) + I/k) from reset to peak,
    /// here with both ends on the same side of the minimum at -50 mV: 100/0.7/s * atan(85/s), s = sqrt(100/0.7 - 100).
    @Test
    void quadraticNeuronResets() {
        Equations e = equations("izhikevich-2007-quadratic-integrate-and-fire", "I = 100 [pA]  V = -50 [mV]");
        double root = StrictMath.sqrt(100 / 0.7 - 100);
        double period = 100 / 0.7 / root * StrictMath.atan(85 / root);
        var tree = new Interpreter(e);
        assertTrue(tree.run(StrictMath.floor(period * 1000 - 5) / 1000, 0.001)[0] > 20, "just before the spike");
        assertTrue(tree.run(StrictMath.ceil(period * 1000 + 5) / 1000, 0.001)[0] < -49, "just after it");
    }
}
