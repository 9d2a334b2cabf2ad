package loligo.dynamics;

import loligo.solver.Events;
import loligo.solver.Methods;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;

/// A disc across a stable cycle. Orbits from many points of its edge come back through it nearer to the cycle, and so do those from smaller edges: what passes it
/// goes to the cycle. At points, not everywhere: evidence, no proof.
///
/// @param at where the cycle passes it // [n]
/// @param normal along the flow there; the height of a state before the disc is its product with the deviation // [n]
/// @param size of each unknown // [n]
/// @param radius sizes; 0 where not even a small disc is known to be passed inwards
record Gate(double[] at, double[] normal, double[] size, double radius) implements Events.Functions {
    private static final double SMALLEST = 1e-3; // sizes
    private static final double LARGEST = 4;
    private static final double NEARER = 0.999;
    private static final int RETURNS = 4;
    private static final int MANY = 8;           // directions, and for each unknown beyond three two more
    private static final double TOLERANCE = 1e-8;

    /// Below zero before an orbit passes.
    double height(double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) sum += normal[i] * (y[i] - at[i]);
        return sum;
    }

    double distance(double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) sum += (y[i] - at[i]) / size[i] * ((y[i] - at[i]) / size[i]);
        return Math.sqrt(sum);
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public void evaluate(double t, double[] y, double[] g) {
        g[0] = height(y);
    }

    /// Writes where the last step passed into `y`, if it did.
    boolean passes(Stepper stepper, Events passages, double[] y) {
        if (!passages.search(stepper, stepper.before())) return false;
        stepper.interpolate(passages.time(), y);
        return true;
    }

    /// The largest, at a phase of a cycle.
    static Gate across(Problem problem, Cycle cycle, double phase) {
        int n = problem.dimension();
        double[] at = cycle.at(phase), flow = new double[n];
        problem.evaluate(at, cycle.parameters(), flow);
        double square = 0;
        for (int i = 0; i < n; i++) square += flow[i] / problem.size()[i] * (flow[i] / problem.size()[i]);
        double[] unit = new double[n], normal = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = flow[i] / problem.size()[i] / Math.sqrt(square);
            normal[i] = unit[i] / problem.size()[i];
        }
        double radius = 0;
        Gate gate = new Gate(at, normal, problem.size(), 0);
        for (double next = SMALLEST; next <= LARGEST && gate.draws(problem, cycle, unit, next); next *= 2) radius = next;
        return new Gate(at, normal, problem.size(), radius);
    }

    /// Whether orbits from the edge of a disc of that radius come nearer.
    private boolean draws(Problem problem, Cycle cycle, double[] unit, double edge) {
        int n = at.length;
        for (double[] direction : Directions.of(n, n == 2 ? 0 : MANY + 2 * n)) {
            double along = 0, square = 0;
            for (int i = 0; i < n; i++) along += direction[i] * unit[i];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                y[i] = direction[i] - along * unit[i];
                square += y[i] * y[i];
            }
            if (square < 1e-6) continue; // along the flow
            for (int i = 0; i < n; i++) y[i] = at[i] + edge * y[i] / Math.sqrt(square) * size[i];
            if (!returns(problem, cycle, y, NEARER * edge)) return false;
        }
        return true;
    }

    private boolean returns(Problem problem, Cycle cycle, double[] from, double within) {
        Stepper stepper = Steppers.adaptive(Methods.of("automatic"), new FieldOf(problem, cycle.parameters(), false), Tolerance.scaled(TOLERANCE, size));
        stepper.start(0, from);
        double[] y = from.clone();
        Events passages = new Events(this, y.length);
        for (double last = 0; stepper.time() < (RETURNS + 0.5) * cycle.period(); ) {
            if (Thread.currentThread().isInterrupted() || stepper.step((RETURNS + 0.5) * cycle.period()) != null) return false;
            double height = height(stepper.state());
            if (last < 0 && height >= 0 && passes(stepper, passages, y) && distance(y) <= within) return true;
            last = height;
        }
        return false;
    }
}
