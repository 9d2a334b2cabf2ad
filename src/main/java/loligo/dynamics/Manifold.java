package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import loligo.solver.Methods;
import loligo.solver.Outcome;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;
import org.jspecify.annotations.Nullable;

/// One half of a one-dimensional stable or unstable manifold of a saddle: an orbit that leaves it, forwards or backwards in time.
///
/// @param stable whether it leads into the saddle (then it was computed backwards in time)
/// @param points states along it, from the saddle outwards // [points][n]
/// @param arrival where it goes
public record Manifold(boolean stable, List<double[]> points, Arrival arrival) {
    private static final double BESIDE = 1e-4; // sizes: the first point on the eigenvector; the manifold bends away from it by about the square
    private static final double TOLERANCE = 1e-9;
    private static final double RESTS = 1e-3; // sizes
    private static final double WIDE = 50; // sizes: the extent of a picture
    private static final int MOST_STEPS = 20_000;

    /// Where an orbit goes.
    public sealed interface Arrival {
        /// Out of the problem's box.
        record Outside(double[] state) implements Arrival {}

        /// To an equilibrium.
        record At(Equilibrium equilibrium) implements Arrival {}

        /// To where the equations can not be followed any further.
        record Stuck(double[] state) implements Arrival {}

        /// Nowhere, until the time was over: round and round, perhaps.
        record GoesOn(double time) implements Arrival {}
    }

    /// The halves of the one-dimensional manifolds of a saddle: two for a single growing direction, two for a single decaying one.
    ///
    /// @param time how long to follow each
    public static List<Manifold> of(Problem problem, Equilibrium saddle, double time) {
        List<Manifold> halves = new ArrayList<>();
        int n = problem.dimension();
        int unstable = saddle.spectrum().unstable();
        for (int sign = 1; sign >= -1; sign -= 2) {
            if (unstable == 1) halves.add(follow(problem, saddle, 0, sign, false, time));
            if (unstable == n - 1) halves.add(follow(problem, saddle, n - 1, sign, true, time));
        }
        return halves;
    }

    private static Manifold follow(Problem problem, Equilibrium saddle, int eigenvector, int sign, boolean backwards, double time) {
        int n = problem.dimension();
        double[] v = saddle.spectrum().right()[eigenvector];
        double longest = 0;
        for (int i = 0; i < n; i++) longest = Math.max(longest, Math.abs(v[i]) / problem.size()[i]);
        double[] y = saddle.state().clone();
        for (int i = 0; i < n; i++) y[i] += sign * BESIDE * v[i] / longest;
        FieldOf field = new FieldOf(problem, saddle.parameters(), backwards);
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), field, Tolerance.scaled(TOLERANCE, problem.size()));
        stepper.start(0, y);
        List<double[]> points = new ArrayList<>(List.of(saddle.state().clone(), y));
        for (int k = 0; k < MOST_STEPS && stepper.time() < time && !Thread.currentThread().isInterrupted(); k++) {
            @Nullable Outcome outcome = stepper.step(time);
            if (outcome != null) return new Manifold(backwards, points, new Arrival.Stuck(stepper.state().clone()));
            points.addAll(step(stepper, problem));
            if (!problem.inBox(stepper.state())) return new Manifold(backwards, points, new Arrival.Outside(stepper.state().clone()));
            var rest = resting(problem, saddle, stepper.state());
            if (rest != null) return new Manifold(backwards, points, new Arrival.At(rest));
        }
        return new Manifold(backwards, points, new Arrival.GoesOn(stepper.time()));
    }

    /// The states of the last step, but for the first.
    private static List<double[]> step(Stepper stepper, Problem problem) {
        double[] extent = new double[problem.dimension()];
        for (int i = 0; i < extent.length; i++) extent[i] = WIDE * problem.size()[i];
        List<double[]> points = Polyline.of(t -> within(stepper, t), new double[] {stepper.before(), stepper.time()}, extent);
        return points.subList(1, points.size());
    }

    private static double[] within(Stepper stepper, double t) {
        if (t == stepper.time()) return stepper.state().clone();
        double[] y = new double[stepper.state().length];
        stepper.interpolate(t, y);
        return y;
    }

    /// The equilibrium at which an orbit has arrived, if Newton's method finds one that near and it is not the saddle.
    private static @Nullable Equilibrium resting(Problem problem, Equilibrium saddle, double[] y) {
        double[] rate = new double[y.length];
        problem.evaluate(y, saddle.parameters(), rate);
        double fastest = 0;
        for (int i = 0; i < y.length; i++) fastest = Math.max(fastest, Math.abs(rate[i]) / problem.size()[i]);
        if (fastest > 1) return null;
        return Equilibrium.near(problem, y, saddle.parameters())
                .filter(e -> problem.distance(e.state(), y) < RESTS && problem.distance(e.state(), saddle.state()) > 10 * RESTS).orElse(null);
    }
}
