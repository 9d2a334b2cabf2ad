package loligo.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import loligo.experiment.ExperimentReader;
import loligo.experiment.Shelf;
import loligo.model.Equations;
import loligo.model.Library;
import loligo.notation.Source;
import loligo.solver.Method;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cells that step together have the bits of cells that step alone, whatever the number of lanes; every model of the library, found by itself.
class LanesTest {
    private static final int[] WIDTHS = {1, 2, 4, 8};
    private static final List<String> METHODS = List.of("rk4", "exponential_euler", "rush_larsen", "rush_larsen2");

    static Stream<String> models() {
        return Library.names().stream();
    }

    static Equations equations(String file) {
        String text = Library.find(file).orElseThrow().text();
        String name = text.lines().filter(line -> line.startsWith("model ")).findFirst().orElseThrow().substring("model ".length()).strip();
        return ExperimentReader.read(new Source("test", "use " + file + "\npatch p : " + name + " {}\n"), new Shelf(null), List.of()).preparations().getFirst().equations();
    }

    private static Sine drive(Equations equations) {
        return new Sine(equations.inputs().stream().mapToDouble(Equations.Input::value).toArray());
    }

    /// States around the one in which the model begins, far enough that gates, holes and branches differ // [count][n]
    private static double[][] around(double[] y, int count) {
        Random random = new Random(5);
        double[][] states = new double[count][];
        for (int cell = 0; cell < count; cell++) {
            states[cell] = y.clone();
            states[cell][0] += StrictMath.abs(y[0]) > 10 ? 80 * random.nextDouble() - 20 : 0.1 * random.nextDouble();
            for (int i = 1; i < y.length; i++) states[cell][i] *= 0.9 + 0.2 * random.nextDouble();
        }
        return states;
    }

    private static void same(double[] expected, double[] actual, String what) {
        long[] a = Arrays.stream(expected).mapToLong(Double::doubleToLongBits).toArray();
        long[] b = Arrays.stream(actual).mapToLong(Double::doubleToLongBits).toArray();
        assertArrayEquals(a, b, () -> what + ": " + Arrays.toString(expected) + " is " + Arrays.toString(actual));
    }

    @ParameterizedTest
    @MethodSource("models")
    void derivativesHaveTheSameBits(String name) {
        Equations equations = equations(name);
        Kernel kernel = Kernel.compile(equations);
        KernelField field = kernel.field(kernel.parameters(), drive(equations));
        int n = field.dimension();
        int inputs = equations.inputs().size();
        double[][] states = around(field.initial(0), 16);
        double[] u = new double[inputs];
        drive(equations).at(0.3, u);
        double[] moment = Arrays.copyOf(u, inputs + 3);
        moment[inputs] = 0.3;
        for (int lanes : WIDTHS) {
            EnsembleKernel compiled = EnsembleKernel.compile(kernel.slope(), n, kernel.parameters().length, new BitSet(), new BitSet(), lanes);
            int width = compiled.width();
            double[] y = new double[n * width];
            double[] dy = new double[n * width];
            for (int cell = 0; cell < 16; cell++) for (int i = 0; i < n; i++) y[i * width + cell] = states[cell][i];
            double[] shared = new double[compiled.shared()];
            compiled.common().code().run(0, moment, moment, compiled.common().constants(kernel.parameters()), shared, shared);
            compiled.code().step(y, dy, new double[0], new double[compiled.rows() * width], shared, new int[compiled.passes()], 16);
            double[] alone = new double[n];
            double[] together = new double[n];
            for (int cell = 0; cell < 16; cell++) {
                field.evaluate(0.3, states[cell], alone);
                for (int i = 0; i < n; i++) together[i] = dy[i * width + cell];
                same(alone, together, name + " in " + lanes + " lanes");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void stepsHaveTheSameBits(String name) {
        Equations equations = equations(name);
        Equations still = new Equations(equations.name(), equations.states(), equations.inputs(), equations.parameters(), equations.definitions(), List.of());
        Kernel kernel = Kernel.compile(still);
        for (String method : METHODS) agree(kernel, Methods.of(method), Cells.of(kernel, 11), 0.005, 3);
    }

    private static Ensemble ensemble(Kernel kernel, Method method, Cells cells, Drive drive, int lanes, boolean rehearsed) {
        return new Ensemble(new Unison(kernel, method, cells.differing().keySet(), cells.inputs().keySet(), List.of(), List.of(), lanes, rehearsed), cells, drive, Glimpse.Onlooker.NOBODY);
    }

    private static void agree(Kernel kernel, Method method, Cells cells, double step, int steps) {
        Sine drive = drive(kernel.equations());
        double[][] states = around(cells.field(kernel, 0, drive).initial(0), cells.size());
        double until = step * steps;
        double[][] alone = new double[cells.size()][];
        for (int cell = 0; cell < cells.size(); cell++) {
            Stepper stepper = Steppers.fixed(method, cells.field(kernel, cell, drive), step);
            stepper.start(0, states[cell]);
            while (stepper.time() < until) assertNull(stepper.step(until));
            alone[cell] = stepper.state().clone();
        }
        double[] y = new double[states[0].length];
        for (int lanes : WIDTHS) {
            Ensemble ensemble = ensemble(kernel, method, cells, drive, lanes, false);
            ensemble.start(0, states);
            ensemble.advance(until, step);
            assertEquals(-1, ensemble.lost());
            for (int cell = 0; cell < cells.size(); cell++) {
                ensemble.state(cell, y);
                same(alone[cell], y, kernel.equations().name() + " by " + method.name() + " in " + lanes + " lanes, cell " + cell);
            }
        }
    }

    /// More cells than a block holds, with parameters and currents of their own, firing.
    @Test
    void cellsMayDiffer() {
        Equations equations = equations("hodgkin-huxley-1952");
        Kernel kernel = Kernel.compile(equations);
        int size = 701;
        double[] conductances = new double[size];
        double[] currents = new double[size];
        double[] warmths = new double[size];
        for (int i = 0; i < size; i++) {
            conductances[i] = 100 + 0.05 * i;
            currents[i] = 20 - 0.01 * i;
            warmths[i] = 6.3 + 0.01 * i;
        }
        String warmth = equations.parameters().stream().map(Equations.Parameter::name).filter(n -> n.equals("NaV.q10") || n.equals("T")).findFirst().orElse("Kdr.g");
        Cells cells = Cells.of(kernel, size).with(equations, "NaV.g", conductances).with(equations, "I", currents).with(equations, warmth, warmths);
        for (String method : List.of("rk4", "rush_larsen2")) agree(kernel, Methods.of(method), cells, 0.05, 30);
    }

    /// Where arguments leave the range that lanes compute, the surer forms take over: long steps, and potentials beyond all sense.
    @Test
    void farArgumentsHaveTheSameBits() {
        Membranes far = new Membranes("far").state("x", "3", "exp(500*x)-exp(0-900*x)-x").state("y", "1", "tanh(40*x)+sinh(300*x)-cosh(x*260)/exprel(x*300)-900*y");
        EnsembleKernel[] compiled = new EnsembleKernel[WIDTHS.length];
        Kernel kernel = Kernel.compile(far.equations());
        KernelField field = kernel.field(kernel.parameters(), drive(far.equations()));
        double[] alone = new double[2];
        double[] together = new double[2];
        for (int k = 0; k < WIDTHS.length; k++) {
            compiled[k] = EnsembleKernel.compile(kernel.slope(), 2, 0, new BitSet(), new BitSet(), WIDTHS[k]);
            int width = compiled[k].width();
            double[] y = new double[2 * width];
            double[] dy = new double[2 * width];
            for (int i = 0; i < 16; i++) y[i] = (i - 8) * 0.41;
            y[5] = Double.NaN;
            y[6] = Double.NEGATIVE_INFINITY;
            compiled[k].code().step(y, dy, new double[0], new double[compiled[k].rows() * width], new double[compiled[k].shared()], new int[compiled[k].passes()], 16);
            for (int cell = 0; cell < 16; cell++) {
                field.evaluate(0, new double[] {y[cell], y[width + cell]}, alone);
                together[0] = dy[cell];
                together[1] = dy[width + cell];
                same(alone, together, "cell " + cell + " at " + y[cell]);
            }
        }
        Kernel squid = Kernel.compile(Membranes.hodgkinHuxley(true));
        agree(squid, Methods.of("rush_larsen"), Cells.of(squid, 9), 1, 5); // phi far from 0
    }

    /// Cells within a hole, at its edge and far from it, side by side.
    @Test
    void filledHolesHaveTheSameBits() {
        Membranes holes = new Membranes("holes").state("x", "0", "y+z-x").state("y", "1", "(20*y-20)^2/(exp(20*y-20)-1-(20*y-20))-2*y+0.01*x")
                .state("z", "1", "(sqrt(1+9*(z-1))-1)/(z-1)-4*z+log(1+9*(z-1))/(z-1)").state("w", "1", "(cosh(30*w-30)-1)/(w-1)^2/900-w+1/(10*w-10)-1/expm1(10*w-10)");
        Kernel kernel = Kernel.compile(holes.equations());
        for (String method : METHODS) agree(kernel, Methods.of(method), Cells.of(kernel, 40), 0.01, 4);
        double[] dy = new double[4];
        kernel.field(kernel.parameters(), drive(kernel.equations())).evaluate(0, new double[] {0, 1, 1, 1}, dy);
        assertArrayEquals(new double[] {2, 0, 9.5, 0}, dy, 1e-14);
    }

    /// Lanes are rehearsed beside and take over when they are the faster; the bits do not tell when.
    @Test
    void theChangeToLanesIsUnseen() {
        Kernel kernel = Kernel.compile(Membranes.hodgkinHuxley(false));
        Sine drive = drive(kernel.equations());
        Cells cells = Cells.of(kernel, 640);
        Ensemble rehearsed = ensemble(kernel, Methods.of("rush_larsen"), cells, drive, Lanes.here(), true);
        rehearsed.start(0);
        assertEquals(1, rehearsed.lanes());
        while (!rehearsed.settled()) rehearsed.advance(rehearsed.time() + 1, 0.01);
        rehearsed.advance(rehearsed.time() + 1, 0.01);
        assertEquals(Lanes.here(), rehearsed.lanes(), "lanes are never the faster here");
        Ensemble plain = ensemble(kernel, Methods.of("rush_larsen"), cells, drive, 1, false);
        plain.start(0);
        while (plain.time() < rehearsed.time()) plain.advance(plain.time() + 1, 0.01);
        double[] a = new double[4];
        double[] b = new double[4];
        for (int cell = 0; cell < cells.size(); cell++) {
            rehearsed.state(cell, a);
            plain.state(cell, b);
            same(a, b, "cell " + cell);
        }
    }

    @Test
    void passesAreShort() {
        Kernel kernel = Kernel.compile(Membranes.hodgkinHuxley(false));
        Reduction.Reduced step = kernel.stride(Methods.of("rk4"), new boolean[4], List.of(), List.of());
        assertTrue(EnsembleKernel.compile(step, 4, 9, new BitSet(), new BitSet(), 2).passes() > 8);
    }

    @Test
    void mistakesInACallAreSaid() {
        Kernel kernel = Kernel.compile(Membranes.hodgkinHuxley(false));
        Sine drive = drive(kernel.equations());
        Cells cells = Cells.of(kernel, 3);
        assertThrows(IllegalArgumentException.class, () -> new Ensemble(kernel, Methods.AUTOMATIC, cells, drive));
        assertThrows(IllegalArgumentException.class, () -> cells.with(kernel.equations(), "nobody", new double[3]));
        assertThrows(IllegalArgumentException.class, () -> cells.with(kernel.equations(), "NaV.g", new double[2]));
        assertThrows(IllegalArgumentException.class, () -> new Cells(0, new double[9], Map.of(), Map.of()));
        Kernel resetting = Kernel.compile(Membranes.quadratic());
        assertThrows(IllegalArgumentException.class, () -> new Ensemble(resetting, Methods.of("rk4"), Cells.of(resetting, 3), drive(resetting.equations())));
        Ensemble ensemble = new Ensemble(kernel, Methods.of("rk4"), cells, drive);
        ensemble.start(0);
        assertThrows(IllegalArgumentException.class, () -> ensemble.advance(1, 0));
        assertThrows(IllegalArgumentException.class, () -> ensemble.start(0, new double[2][4]));
    }
}
