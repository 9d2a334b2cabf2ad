package loligo.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The last spike of cells that fire on and on: its error follows the tolerance, and at the recommended one is far below a microsecond.
final class SpikeTimeTest {
    /// A cell, where it starts, until when it fires, the sizes of its unknowns, and how many upward crossings of 0 there are.
    record Cell(String name, VectorField field, double[] begin, double end, double[] sizes, int spikes) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// FitzHugh 1961 with I = 0.5, a = 0.7, b = 0.8, epsilon = 0.08.
    private static final Problem.Field FITZHUGH_NAGUMO = Problem.field((t, y, dy, d) -> {
        dy[0] = y[0] - y[0] * y[0] * y[0] / 3 - y[1] + 0.5;
        dy[1] = 0.08 * (y[0] + 0.7 - 0.8 * y[1]);
    }, false, false);

    /// Morris & Lecar 1981, the Hopf set of Rinzel & Ermentrout 1989, at 100 uA/cm^2.
    private static final Problem.Field MORRIS_LECAR = Problem.field((t, y, dy, d) -> {
        double m = (1 + StrictMath.tanh((y[0] + 1.2) / 18)) / 2;
        double w = (1 + StrictMath.tanh((y[0] - 2) / 30)) / 2;
        dy[0] = (100 - 4.4 * m * (y[0] - 120) - 8 * y[1] * (y[0] + 84) - 2 * (y[0] + 60)) / 20;
        dy[1] = 0.04 * StrictMath.cosh((y[0] - 2) / 60) * (w - y[1]);
    }, false, false);

    /// I_Na,p+I_K of Izhikevich 2007, high threshold, tau = 1 ms, at 10 uA/cm^2.
    private static final Problem.Field PERSISTENT_SODIUM = Problem.field((t, y, dy, d) -> {
        double m = 1 / (1 + StrictMath.exp((-20 - y[0]) / 15));
        double n = 1 / (1 + StrictMath.exp((-25 - y[0]) / 5));
        dy[0] = 10 - 8 * (y[0] + 80) - 20 * m * (y[0] - 60) - 10 * y[1] * (y[0] + 90);
        dy[1] = n - y[1];
    }, false, false);

    static List<Cell> cells() {
        return List.of(
                new Cell("Hodgkin-Huxley", new HodgkinHuxley(10), HodgkinHuxley.rest(), 1000, new double[] {1, 0.01, 0.01, 0.01}, 69),
                new Cell("FitzHugh-Nagumo", FITZHUGH_NAGUMO, new double[] {-1, -0.5}, 500, new double[] {1, 1}, 13),
                new Cell("Morris-Lecar", MORRIS_LECAR, new double[] {-60, 0.01}, 1000, new double[] {1, 0.01}, 12),
                new Cell("I_Na,p+I_K", PERSISTENT_SODIUM, new double[] {-65, 0}, 200, new double[] {1, 0.01}, 28));
    }

    private static TimeToAccuracy.Run fire(String method, Cell cell, double relative) {
        Stepper stepper = Steppers.adaptive(Methods.of(method), cell.field(), Tolerance.scaled(relative, cell.sizes()));
        return TimeToAccuracy.fire(stepper, cell.begin(), cell.end());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void lastSpikeIsTimed(Cell cell) {
        TimeToAccuracy.Run reference = fire("rodas5p", cell, 1e-11); // another method than the one tested
        assertEquals(cell.spikes(), reference.spikes());
        double before = Double.POSITIVE_INFINITY;
        for (double relative : new double[] {1e-4, 1e-6, 1e-8}) {
            TimeToAccuracy.Run run = fire("automatic", cell, relative);
            double error = Math.abs(run.last() - reference.last());
            assertEquals(cell.spikes(), run.spikes());
            assertTrue(error < 1000 * relative, cell + " at " + relative + ": " + error);
            assertTrue(error < before / 10, cell + " at " + relative + ": " + error + " after " + before);
            before = error;
        }
        assertEquals(reference.last(), fire("automatic", cell, Tolerance.RELATIVE).last(), 1e-4);
    }
}
