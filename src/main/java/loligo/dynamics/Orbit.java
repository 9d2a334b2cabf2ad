package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.solver.Events;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;
import loligo.solver.VectorField;

/// One round of a simulated orbit that comes back to itself, nearly.
///
/// @param nodes states at the nodes of the mesh // [nodes*n]
record Orbit(Mesh mesh, double[] nodes, double period) {
    private static final int INTERVALS = 60;
    private static final int FINEST = 4000; // intervals of the first mesh
    private static final int PATIENCE = 7; // waits, each twice as long as the one before
    private static final int MOST_STEPS = 100_000;
    private static final double TOLERANCE = 1e-8;
    private static final double SAME = 0.3; // sizes
    private static final double STILL = 1e-4; // sizes
    private static final int ROUNDS = 8; // passages of the section after which an orbit may close

    static Optional<Orbit> settled(Problem problem, double[] state, double[] parameters, double time) {
        VectorField field = new FieldOf(problem, parameters, false);
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), field, Tolerance.scaled(TOLERANCE, problem.size()), new Steppers.Bounds(Double.POSITIVE_INFINITY, MOST_STEPS));
        stepper.start(0, state);
        double until = 0;
        double wait = time;
        for (int k = 0; k < PATIENCE; k++, wait *= 2) {
            double[][] extent = new double[2][];
            until += wait / 2;
            if (!run(stepper, until, extent) || rests(problem, extent)) return Optional.empty();
            until += wait / 2;
            Optional<double[]> closed = closed(problem, stepper, until, extent);
            if (closed.isPresent()) return Optional.of(round(field, problem, closed.get()));
        }
        return Optional.empty();
    }

    /// Whether an orbit still moves after a time, and is within the box.
    static boolean moves(Problem problem, double[] state, double[] parameters, double time) {
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), new FieldOf(problem, parameters, false), Tolerance.scaled(TOLERANCE, problem.size()), new Steppers.Bounds(Double.POSITIVE_INFINITY, MOST_STEPS));
        stepper.start(0, state);
        double[][] extent = new double[2][];
        return run(stepper, time, extent) && !rests(problem, extent) && problem.inBox(stepper.state());
    }

    /// Runs on and notes the lowest and highest value of each unknown in the second half of the way.
    private static boolean run(Stepper stepper, double until, double[][] extent) {
        double middle = (stepper.time() + until) / 2;
        while (stepper.time() < until) {
            if (Thread.currentThread().isInterrupted() || stepper.step(until) != null) return false;
            if (stepper.time() < middle) continue;
            double[] y = stepper.state();
            if (extent[0] == null) {
                extent[0] = y.clone();
                extent[1] = y.clone();
            }
            for (int i = 0; i < y.length; i++) {
                extent[0][i] = Math.min(extent[0][i], y[i]);
                extent[1][i] = Math.max(extent[1][i], y[i]);
            }
        }
        return true;
    }

    private static boolean rests(Problem problem, double[][] extent) {
        for (int i = 0; i < problem.dimension(); i++) if (extent[1][i] - extent[0][i] > STILL * problem.size()[i]) return false;
        return true;
    }

    /// A state on the section half-way up the unknown that swings most, and the time after which it comes back: state, period // [n+1]
    private static Optional<double[]> closed(Problem problem, Stepper stepper, double until, double[][] extent) {
        int swings = 0;
        double widest = 0;
        for (int i = 0; i < problem.dimension(); i++) {
            double swing = (extent[1][i] - extent[0][i]) / problem.size()[i];
            if (swing > widest) {
                widest = swing;
                swings = i;
            }
        }
        int unknown = swings;
        double level = (extent[0][unknown] + extent[1][unknown]) / 2;
        Events events = new Events(new Section(unknown, level), problem.dimension());
        List<double[]> passages = new ArrayList<>();
        while (stepper.time() < until) {
            if (Thread.currentThread().isInterrupted() || stepper.step(until) != null) return Optional.empty();
            if (!events.search(stepper, stepper.before())) continue;
            double[] passage = new double[problem.dimension() + 1];
            double[] y = new double[problem.dimension()];
            stepper.interpolate(events.time(), y);
            System.arraycopy(y, 0, passage, 0, y.length);
            passage[y.length] = events.time();
            passages.add(passage);
        }
        return closing(problem, passages);
    }

    private record Section(int unknown, double level) implements Events.Functions {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public void evaluate(double t, double[] y, double[] g) {
            g[0] = y[unknown] - level;
        }
    }

    /// The last passage, if one of the few before it was at the same place; the earliest return counts.
    private static Optional<double[]> closing(Problem problem, List<double[]> passages) {
        int n = problem.dimension();
        double[] last = passages.isEmpty() ? new double[n + 1] : passages.getLast();
        for (int back = 1; back <= ROUNDS && back < passages.size(); back++) {
            double[] earlier = passages.get(passages.size() - 1 - back);
            double[] a = java.util.Arrays.copyOf(last, n), b = java.util.Arrays.copyOf(earlier, n);
            if (problem.distance(a, b) > SAME) continue;
            double[] closed = last.clone();
            closed[n] = last[n] - earlier[n];
            return Optional.of(closed);
        }
        return Optional.empty();
    }

    /// The round first on a mesh as fine as the solver's steps, then on one whose intervals are short where the orbit bends: the steps alone may be short for the sake of stability, all along a slow part.
    private static Orbit round(VectorField field, Problem problem, double[] closed) {
        int n = problem.dimension();
        double period = closed[n];
        Mesh fine = new Mesh(phases(field, problem, closed));
        double[] nodes = new double[fine.nodes() * n];
        double[] y = java.util.Arrays.copyOf(closed, n);
        System.arraycopy(y, 0, nodes, 0, n);
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), field, Tolerance.scaled(TOLERANCE, problem.size()));
        stepper.start(0, y);
        for (int k = 1; k < fine.nodes(); k++) {
            double at = period * fine.node(k);
            while (stepper.time() < at) step(stepper, period);
            stepper.interpolate(at, y);
            System.arraycopy(y, 0, nodes, k * n, n);
        }
        double[] inSizes = nodes.clone();
        for (int k = 0; k < nodes.length; k++) inSizes[k] /= problem.size()[k % n];
        Mesh mesh = fine.adapted(fine.density(inSizes, n), INTERVALS);
        return new Orbit(mesh, fine.moved(nodes, n, mesh), period);
    }

    /// Of one round's steps, of which neighbours are put together where there are too many // [intervals+1]
    private static double[] phases(VectorField field, Problem problem, double[] closed) {
        double period = closed[problem.dimension()];
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), field, Tolerance.scaled(TOLERANCE, problem.size()));
        stepper.start(0, java.util.Arrays.copyOf(closed, problem.dimension()));
        List<Double> times = new ArrayList<>(List.of(0.0));
        while (stepper.time() < period) {
            step(stepper, period);
            times.add(stepper.time());
        }
        int together = 1 + (times.size() - 2) / FINEST;
        List<Double> kept = new ArrayList<>();
        for (int k = 0; k < times.size() - 1; k += together) kept.add(times.get(k) / period);
        kept.add(1.0);
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void step(Stepper stepper, double until) {
        if (stepper.step(until) != null) throw new IllegalStateException("an orbit that was simulated once could not be simulated again");
    }
}
