package loligo.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import loligo.simulation.Stimulus;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import org.junit.jupiter.api.Test;

/// What the exponential methods do with one step of the squid axon: Rush and Larsen (1978) take gates by their exponential and the potential by
/// forward Euler, exponential Euler takes the potential by its exponential too.
class RushLarsenTest {
    private static final double H = 0.02; // ms
    private static final double[] BEGIN = {-20, 0.3, 0.4, 0.5}; // V in mV, and gates // [4]

    private final Kernel kernel = Kernel.compile(Membranes.hodgkinHuxley(false));
    private final KernelField field = kernel.field(kernel.parameters(), new Stimulus(new double[] {10}, List.of()));

    private double[] step(String method) {
        Stepper stepper = Steppers.fixed(Methods.of(method), field, H);
        stepper.start(0, BEGIN);
        assertNull(stepper.step(H));
        return stepper.state().clone();
    }

    @Test
    void rushAndLarsenTakeThePotentialByForwardEuler() {
        double[] slope = new double[4];
        double[] inf = new double[4];
        double[] tau = new double[4];
        field.evaluate(0, BEGIN, slope);
        field.relaxation(0, BEGIN, inf, tau);
        double[] rushLarsen = step("rush_larsen");
        assertEquals(BEGIN[0] + H * slope[0], rushLarsen[0]);
        for (int i = 1; i < 4; i++) assertEquals(inf[i] + (BEGIN[i] - inf[i]) * StrictMath.exp(-H / tau[i]), rushLarsen[i], 1e-15);
    }

    @Test
    void exponentialEulerTakesItByItsExponential() {
        double[] slope = new double[4];
        double[] own = new double[4];
        field.evaluateWithDiagonal(0, BEGIN, slope, own);
        double[] euler = step("exponential_euler");
        double[] rushLarsen = step("rush_larsen");
        assertEquals(BEGIN[0] + StrictMath.expm1(H * own[0]) / own[0] * slope[0], euler[0], 1e-13);
        assertNotEquals(rushLarsen[0], euler[0]);
        for (int i = 1; i < 4; i++) assertEquals(rushLarsen[i], euler[i]);
    }
}
