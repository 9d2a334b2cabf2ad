package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import loligo.kernel.Drive;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.solver.Newton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the two equations of each minimal model (Izhikevich 2007, chapter 5) change their behaviour, from their Jacobian at the equilibrium. References:
/// independent computations of the project's science specification, to their last printed digit.
class MinimalModelsTest {
    private static KernelField field(String model, double current) {
        Kernel kernel = Kernel.compile(Texts.lower(Texts.library("izhikevich-2007-" + model), ""));
        return kernel.field(kernel.parameters(), new Drive() {
            @Override
            public void at(double t, double[] u) {
                Arrays.fill(u, 0);
                u[0] = current;
            }

            @Override
            public void slope(double t, double[] du) {
                Arrays.fill(du, 0);
            }
        });
    }

    /// V, trace and determinant of the Jacobian at the equilibrium near V // [3]
    private static double[] at(String model, double potential, double current) {
        KernelField field = field(model, current);
        double[] y = Newton.root(field, 0, new double[] {potential, gate(field, potential)}, new double[] {1, 0.01}).orElseThrow().state();
        double[] j = new double[4];
        field.jacobian(0, y, j);
        return new double[] {y[0], j[0] + j[3], j[0] * j[3] - j[1] * j[2]};
    }

    /// The gate's steady state at a potential: where its derivative changes its sign.
    private static double gate(KernelField field, double potential) {
        double low = 0;
        double high = 1;
        double[] dy = new double[2];
        for (int k = 0; k < 80; k++) {
            double gate = (low + high) / 2;
            field.evaluate(0, new double[] {potential, gate}, dy);
            if (dy[1] > 0) low = gate;
            else high = gate;
        }
        return (low + high) / 2;
    }

    /// At a Hopf bifurcation the trace passes zero, and the root of the determinant is the frequency in rad/ms.
    @ParameterizedTest
    @CsvSource({
        "transient-sodium, -56.6805, 4.86473, .35297", "transient-sodium, -49.6624, 10.5031, .44702",
        "persistent-sodium-h, -60.0326, -1.57347, .03379", "persistent-sodium-h, -53.2827, -.14172, .02114",
        "h-inward-rectifier, -58.552, 1.07968, .03309", "h-inward-rectifier, -46.2966, 4.83129, .01049",
        "potassium-inward-rectifier, -39.2036, 72.5565, .87794", "a-current, -56.0830, 8.81397, .1664",
        "persistent-sodium-potassium-high, -19.6652, 200.4395, 5.0785", "persistent-sodium-potassium-low, -56.48149, 14.65904, 2.13748",
        "persistent-sodium-potassium-low, -24.0426, 353.5502, .9675"})
    void hopf(String model, double potential, double current, double frequency) {
        double[] found = at(model, potential, current);
        assertEquals(potential, found[0], 1e-3);
        assertEquals(0, found[1], 1e-3 * (1 + frequency));
        assertEquals(frequency, StrictMath.sqrt(found[2]), 1e-4);
        double step = 0.01 * StrictMath.max(1, StrictMath.abs(current));
        assertTrue(at(model, potential, current - step)[1] * at(model, potential, current + step)[1] < 0, "the trace changes its sign");
    }

    /// At a saddle-node the determinant vanishes: the total current has a horizontal tangent there.
    @ParameterizedTest
    @CsvSource({
        "potassium-inward-rectifier, -63.8806, 64.2182", "potassium-inward-rectifier, -49.0723, 52.5295", "a-current, -42.2277, 12.6786", "a-current, -19.4952, 10.7575",
        "persistent-sodium-potassium-high, -60.9325, 4.5129", "persistent-sodium-potassium-high, -35.6633, -85.8228"})
    void saddleNode(String model, double potential, double current) {
        double here = steady(model, potential);
        assertEquals(current, here, 1e-4);
        double h = 0.01;
        assertEquals(0, (steady(model, potential + h) - steady(model, potential - h)) / (2 * h), 1e-3);
    }

    /// The current that holds V at steady state: C V' with the gate at rest, and no current, is its negative.
    private static double steady(String model, double potential) {
        KernelField field = field(model, 0);
        double[] dy = new double[2];
        field.evaluate(0, new double[] {potential, gate(field, potential)}, dy);
        return -dy[0]; // C = 1 uF/cm^2
    }
}
