package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hartman and Grobman: beside an equilibrium the flow is the linearised flow; the difference shrinks as the square of the distance.
class NeighbourhoodTest {
    private static Neighbourhood near(double bend, double a, double b, double c, double d, double side) {
        Problem problem = Problem.plain(NormalForms.family(2, 1, (y, p, dy) -> {
            dy[0] = a * y[0] + b * y[1] + bend * y[0] * y[0];
            dy[1] = c * y[0] + d * y[1] - bend * y[0] * y[1];
        }));
        return Neighbourhood.of(problem, Equilibrium.at(problem, new double[2], new double[1]), new Range(-side, side), new Range(-side, side));
    }

    private static double apart(Neighbourhood near) {
        double most = 0;
        for (int o = 0; o < near.orbits().length; o++) {
            for (int k = 0; k < near.times().length; k++) {
                for (int i = 0; i < 2; i++) {
                    double apart = Math.abs(near.orbits()[o][k][i] - near.linear()[o][k][i]);
                    if (apart > most) most = apart; // not where either has left the window
                }
            }
        }
        return most;
    }

    /// A stable node, a saddle, a stable and an unstable focus.
    @ParameterizedTest
    @CsvSource({"-1, 0, 0, -3", "1, 0.5, 0, -2", "-0.3, 2, -2, -0.3", "0.3, 2, -2, 0.3"})
    void ofLinearEquationsTheTwoAreOne(double a, double b, double c, double d) {
        Neighbourhood near = near(0, a, b, c, d, 10);
        assertTrue(near.orbits().length >= 2 && near.orbits()[0].length > 100);
        assertEquals(0, apart(near), 1e-7);
    }

    @Test
    void theyPartAsTheSquareOfTheDistance() {
        double far = apart(near(1, -1, 0.4, 0.2, -3, 0.1));
        double close = apart(near(1, -1, 0.4, 0.2, -3, 0.01));
        assertTrue(far > 1e-6, () -> "the bend is seen: " + far);
        assertEquals(100, far / close, 5);
    }

    /// The axis of a saddle: x grows as e^t.
    @Test
    void theLinearisedFlowIsTheExponentialOfTheMatrix() {
        Neighbourhood near = near(0, 0.5, 0, 0, -2, 10);
        for (int k = 0; k < near.times().length; k++) {
            double[] y = near.linear()[2][k]; // begins above the saddle
            assertEquals(near.linear()[2][0][1] * StrictMath.exp(-2 * near.times()[k]), y[1], 1e-12);
        }
    }
}
