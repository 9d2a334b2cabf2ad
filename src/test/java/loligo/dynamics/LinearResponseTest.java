package loligo.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against closed forms of one and two unknowns.
class LinearResponseTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, 0.1, 3, 500})
    void oneUnknownIsALowPass(double omega) {
        double tau = 10;
        LinearResponse.Answer answer = new LinearResponse(new double[] {-1 / tau}, new double[] {2 / tau}).at(omega);
        assertEquals(2 / StrictMath.hypot(1, omega * tau), answer.size(), 1e-14);
        assertEquals(-StrictMath.atan(omega * tau), answer.phase(), 1e-14);
    }

    /// x'' + 2 d x' + x = u as x' = v, v' = u - x - 2 d v.
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 1.01, 7})
    void twoUnknownsAreASpring(double omega) {
        double d = 0.05;
        LinearResponse.Answer answer = new LinearResponse(new double[] {0, 1, -1, -2 * d}, new double[] {0, 1}).at(omega);
        assertEquals(1 / StrictMath.hypot(1 - omega * omega, 2 * d * omega), answer.size(), 1e-13 * answer.size());
        assertEquals(StrictMath.atan2(-2 * d * omega, 1 - omega * omega), answer.phase(), 1e-13);
    }

    @Test
    void withoutFrictionItAnswersWithoutBound() {
        LinearResponse free = new LinearResponse(new double[] {0, 1, -1, 0}, new double[] {0, 1});
        assertThrows(ArithmeticException.class, () -> free.at(1));
    }
}
