package loligo.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The coefficients fit together, and stepping with them allocates nothing.
final class MethodTest {
    private static final double ROUNDING = 2e-13;

    static List<Method> methods() {
        return Methods.all();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double sum(double[] a) {
        double sum = 0;
        for (double x : a) sum += x;
        return sum;
    }

    /// c_i = sum_j a_ij; sum b c^q = 1/(q + 1) up to the order; an error estimate vanishes on what both formulae integrate.
    @ParameterizedTest
    @MethodSource("methods")
    void rungeKuttaIntegratesPowers(Method method) {
        if (!(method instanceof Method.RungeKutta tableau)) return;
        for (int i = 0; i < tableau.c().length; i++) assertEquals(tableau.c()[i], sum(tableau.a()[i]), ROUNDING);
        double[] powers = new double[tableau.c().length];
        java.util.Arrays.fill(powers, 1);
        for (int q = 0; q < tableau.order(); q++) {
            assertEquals(1.0 / (q + 1), dot(tableau.b(), powers), ROUNDING);
            double[] error = tableau.error();
            if (error != null && q < tableau.order() - 1) assertEquals(0, dot(error, powers), ROUNDING);
            for (int i = 0; i < powers.length; i++) powers[i] *= tableau.c()[i];
        }
        double[] dense = tableau.dense();
        if (dense != null) assertEquals(0, sum(dense), ROUNDING);
    }

    /// In the transformed form (Hairer & Wanner 1996, IV.7): d = Gamma 1 solves (I/gamma - C) d = 1; alpha = A d; the weights sum to one;
    /// of order 2: sum b (alpha + d) = 1/2 with b = Gamma^T m.
    @ParameterizedTest
    @MethodSource("methods")
    void rosenbrockCoefficientsFit(Method method) {
        if (!(method instanceof Method.Rosenbrock tableau)) return;
        int s = tableau.m().length;
        double[] stage = new double[s]; // Gamma (alpha + d)
        for (int i = 0; i < s; i++) {
            assertEquals(1, tableau.d()[i] / tableau.gamma() - dot(tableau.c()[i], tableau.d()), 1e-10);
            assertEquals(tableau.alpha()[i], dot(tableau.a()[i], tableau.d()), 1e-11);
            stage[i] = tableau.gamma() * (tableau.alpha()[i] + tableau.d()[i] + dot(tableau.c()[i], stage));
        }
        assertEquals(1, dot(tableau.m(), tableau.d()), 1e-12);
        assertEquals(0.5, dot(tableau.m(), stage), 1e-11);
        assertEquals(0, dot(tableau.error(), tableau.d()), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stepsWithoutAllocating(Method method) {
        HodgkinHuxley field = new HodgkinHuxley(10);
        Tolerance tolerance = Tolerance.of(1e-6, 1e-6);
        Stepper stepper = method.adaptive() ? Steppers.adaptive(method, field, tolerance) : Steppers.fixed(method, field, 0.01);
        Events events = new Events(TimeToAccuracy.Upstroke.INSTANCE, 4);
        stepper.start(0, HodgkinHuxley.rest());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 100; i++) assertNull(stepper.step(1000));
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 500; i++) {
            if (stepper.step(1000) != null) throw new IllegalStateException("did not step");
            events.search(stepper, stepper.before());
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 4096, allocated + " bytes in 500 steps");
    }

    @Test
    void namesDiffer() {
        assertEquals(Methods.all().size(), Methods.all().stream().map(Method::name).distinct().count());
        assertEquals(Methods.AUTOMATIC, Methods.all().get(0));
    }
}
