package loligo.dynamics;

import static loligo.dynamics.Collocation.STAGES;

import java.util.Arrays;
import java.util.Optional;

/// Loops as two parameters change: x = (nodes, scalars), the last two scalars p_first and p_second, all in sizes. The mesh follows the solution after every step.
abstract class LoopCurve implements Curve<LoopCurve.Point> {
    static final int LIKENESS = 4; // behind the four walls
    private static final int MOST = 250; // intervals
    private static final double AT_WALL = 1e-6; // sizes

    final Problem problem;
    final int first;
    final int second;
    final double[] parameters; // [k]
    private final Range[] ranges;
    private final int d;
    private final int scalars;
    private Mesh mesh;
    private LoopSystem system;
    private double[] reference;
    private long work;

    /// @param reference the loop to begin with: nodes, then scalars
    LoopCurve(Problem problem, double[] parameters, int first, int second, Range[] ranges, Mesh mesh, double[] reference) {
        this.problem = problem;
        this.parameters = parameters.clone();
        this.first = first;
        this.second = second;
        this.ranges = ranges;
        this.mesh = mesh;
        this.reference = reference;
        Loop loop = loop();
        this.d = loop.dimension();
        this.scalars = loop.scalars();
        system = new LoopSystem(loop, mesh);
    }

    /// The equations, new ones for every mesh.
    abstract Loop loop();

    abstract double period(double[] x);

    /// A loop as a point of the curve.
    record Point(double[] x, double[] tangent, double[] tests, Mesh mesh) implements Curve.Sample {
        @Override
        public int unstable() {
            return 0;
        }
    }

    @Override
    public int unknowns() {
        return system.unknowns();
    }

    @Override
    public void weigh(double[] t, double[] row) {
        system.weigh(t, row);
    }

    @Override
    public boolean newton(double[] x, double[] row, double[] step, double[] tangent) {
        work += (long) mesh.intervals() * d * d * d;
        return system.newton(x, reference, row, step, tangent);
    }

    /// What was spent until now, see [CycleCurve#work].
    long work() {
        return work;
    }

    /// Four walls, then how much the loop is like the one before.
    @Override
    public Point sample(double[] x, double[] tangent) {
        double p = x[x.length - 2], q = x[x.length - 1];
        double one = problem.parameterSize()[first], two = problem.parameterSize()[second];
        double[] tests = {p - ranges[0].low() / one, ranges[0].high() / one - p, q - ranges[1].low() / two, ranges[1].high() / two - q, system.likeness(x, reference, problem.dimension())};
        return new Point(x.clone(), tangent, tests, mesh);
    }

    /// At which end of a range a point lies; empty where it lies at none.
    Optional<Ending> left(Point at) {
        int wall = 0;
        for (int k = 1; k < LIKENESS; k++) if (at.tests()[k] < at.tests()[wall]) wall = k;
        if (at.tests()[wall] > AT_WALL) return Optional.empty();
        return Optional.of(new Ending.LeftRange(wall < 2 ? at.x()[at.x().length - 2] * problem.parameterSize()[first] : at.x()[at.x().length - 1] * problem.parameterSize()[second]));
    }

    /// The largest deviation of an unknown from its value at phase 0, in sizes.
    double amplitude(Point at) {
        double largest = 0;
        for (int k = 0; k < at.mesh().nodes(); k++) {
            for (int i = 0; i < problem.dimension(); i++) largest = Math.max(largest, Math.abs(at.x()[k * d + i] - at.x()[i]));
        }
        return largest;
    }

    @Override
    public Point settle(Point at) {
        double[] density = mesh.density(at.x(), d);
        double wanted = mesh.intervals() * StrictMath.pow(Mesh.error(mesh, density, mesh.intervals()) / CycleBranch.ACCURACY, 1.0 / (STAGES + 1));
        int intervals = wanted > mesh.intervals() ? (int) Math.min(Math.ceil(1.1 * wanted), Math.max(MOST, mesh.intervals())) : mesh.intervals();
        Mesh to = mesh.adapted(density, intervals);
        double[] x = moved(at.x(), to), tangent = moved(at.tangent(), to);
        mesh = to;
        system = new LoopSystem(loop(), mesh);
        reference = x;
        return sample(x, tangent);
    }

    private double[] moved(double[] x, Mesh to) {
        double[] nodes = mesh.moved(x, d, to);
        double[] moved = Arrays.copyOf(nodes, nodes.length + scalars);
        System.arraycopy(x, x.length - scalars, moved, nodes.length, scalars);
        return moved;
    }

    @Override
    public double[] outline(Point at) {
        double[] x = at.x();
        return new double[] {StrictMath.log(period(x)), x[x.length - 2], x[x.length - 1]};
    }

    Cycle cycle(Point at) {
        int n = problem.dimension();
        double[] nodes = new double[at.mesh().nodes() * n];
        for (int k = 0; k < at.mesh().nodes(); k++) for (int i = 0; i < n; i++) nodes[k * n + i] = at.x()[k * d + i] * problem.size()[i];
        double[] p = parameters.clone();
        p[first] = at.x()[at.x().length - 2] * problem.parameterSize()[first];
        p[second] = at.x()[at.x().length - 1] * problem.parameterSize()[second];
        return new Cycle(at.mesh(), nodes, n, p, period(at.x()), new Multipliers(new double[0], new double[0], 1));
    }
}
