package loligo.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The error of every method falls with the power of the step that it claims, at the ends of steps and between them.
final class OrderTest {
    /// Errors where the run ends and, at the worst, inside its steps.
    record Errors(double end, double inside) {}

    static List<Method> methods() {
        return Methods.all();
    }

    static List<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Method method : Methods.all()) for (Problem problem : Problem.ALL) cases.add(Arguments.of(method.name(), problem));
        return cases;
    }

    private static Errors march(Stepper stepper, Problem problem) {
        double[] y = new double[problem.begin().length];
        double inside = 0;
        stepper.start(0, problem.begin());
        while (stepper.time() < problem.end()) {
            assertNull(stepper.step(problem.end()));
            for (double x : new double[] {0.2, 0.5, 0.7}) {
                double t = stepper.before() + x * (stepper.time() - stepper.before());
                stepper.interpolate(t, y);
                inside = Math.max(inside, problem.error(t, y));
            }
        }
        return new Errors(problem.error(problem.end(), stepper.state()), inside);
    }

    private static double slope(double coarse, double fine) {
        return StrictMath.log(coarse / fine) / StrictMath.log(2);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void errorFallsWithTheOrder(String name, Problem problem) {
        Method method = Methods.of(name);
        int pieces = method.order() <= 2 ? 400 : method.order() == 4 ? 80 : 64;
        Errors coarse = march(Steppers.fixed(method, problem.field(), problem.end() / pieces), problem);
        Errors fine = march(Steppers.fixed(method, problem.field(), problem.end() / pieces / 2), problem);
        double end = slope(coarse.end(), fine.end());
        double inside = slope(coarse.inside(), fine.inside());
        assertTrue(end > method.order() - 0.25, name + " on " + problem + ": order " + end);
        assertTrue(inside > method.order() - 0.25, name + " on " + problem + ": order " + inside + " of the continuous solution");
    }

    /// No method does better than it claims on every problem: the claim is the order, not a bound.
    @ParameterizedTest
    @MethodSource("methods")
    void orderIsNotHigher(Method method) {
        int pieces = method.order() <= 2 ? 400 : 40;
        double least = Double.POSITIVE_INFINITY;
        for (Problem problem : Problem.ALL) {
            Errors coarse = march(Steppers.fixed(method, problem.field(), problem.end() / pieces), problem);
            Errors fine = march(Steppers.fixed(method, problem.field(), problem.end() / pieces / 2), problem);
            least = Math.min(least, slope(coarse.end(), fine.end()));
        }
        assertEquals(method.order(), least, 0.3, method.name());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void errorFollowsTheTolerance(String name, Problem problem) {
        Method method = Methods.of(name);
        if (!method.adaptive()) return;
        double before = Double.POSITIVE_INFINITY;
        for (double tolerance : new double[] {1e-4, 1e-6, 1e-8, 1e-10}) {
            Errors errors = march(Steppers.adaptive(method, problem.field(), Tolerance.of(tolerance, tolerance)), problem);
            double largest = Math.max(errors.end(), errors.inside());
            assertTrue(largest < 100 * tolerance, name + " on " + problem + " at " + tolerance + ": " + largest);
            assertTrue(largest < before / 5, name + " on " + problem + " at " + tolerance + ": " + largest + " after " + before);
            before = largest;
        }
    }

    /// Prothero & Robinson 1974. At lambda = -1e6 the order may drop, the error may not rise above that of mild equations.
    @ParameterizedTest
    @MethodSource("methods")
    void stiffForcingIsFollowed(Method method) {
        if (!(method instanceof Method.Rosenbrock)) return;
        Problem problem = Problem.stiff(-1e6);
        Errors coarse = march(Steppers.fixed(method, problem.field(), 0.1), problem);
        Errors fine = march(Steppers.fixed(method, problem.field(), 0.05), problem);
        assertTrue(coarse.end() < 1e-7, method.name() + ": " + coarse);
        assertTrue(slope(coarse.inside(), fine.inside()) > method.order() - 1.2, method.name() + ": " + coarse + " then " + fine);
        Errors adaptive = march(Steppers.adaptive(method, problem.field(), Tolerance.of(1e-6, 1e-6)), problem);
        assertTrue(adaptive.inside() < 1e-5, method.name() + ": " + adaptive);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodIsCitedAndExplained(Method method) throws IOException {
        try (InputStream bibliography = Methods.class.getResourceAsStream("methods.bib")) {
            assertNotNull(bibliography);
            String text = new String(bibliography.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("{" + method.cite() + ","), method.name() + " cites " + method.cite());
        }
        assertTrue(method.sentence().endsWith("."));
        assertEquals(method, Methods.of(method.name()));
    }
}
