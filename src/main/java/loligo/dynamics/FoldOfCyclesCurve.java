package loligo.dynamics;

import static loligo.dynamics.Collocation.STAGES;

import java.util.Arrays;

/// Folds of cycles as two parameters change: x = (nodes of u and v, ln T, b, p_first, p_second), see [FoldLoop].
final class FoldOfCyclesCurve implements Curve<FoldOfCyclesCurve.Point> {
    private static final int SCALARS = 4;
    private static final int MOST = 250; // intervals

    private final Problem problem;
    private final int first;
    private final int second;
    private final Range[] ranges;
    private final double[] parameters; // [k]
    private final int d; // twice the problem's dimension
    private Mesh mesh;
    private LoopSystem system;
    private double[] reference;

    FoldOfCyclesCurve(Problem problem, double[] parameters, int first, int second, Range[] ranges, Mesh mesh, double[] reference) {
        this.problem = problem;
        this.parameters = parameters.clone();
        this.first = first;
        this.second = second;
        this.ranges = ranges;
        this.d = 2 * problem.dimension();
        this.mesh = mesh;
        this.reference = reference;
        system = new LoopSystem(new FoldLoop(problem, parameters, first, second), mesh);
    }

    /// A fold of cycles as a point of the curve.
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
        return system.newton(x, reference, row, step, tangent);
    }

    /// The two parameters // [2]
    double[] parameters(Point at) {
        int m = at.x().length;
        return new double[] {at.x()[m - 2] * problem.parameterSize()[first], at.x()[m - 1] * problem.parameterSize()[second]};
    }

    @Override
    public Point sample(double[] x, double[] tangent) {
        double p = x[x.length - 2], q = x[x.length - 1];
        double one = problem.parameterSize()[first], two = problem.parameterSize()[second];
        double[] tests = {p - ranges[0].low() / one, ranges[0].high() / one - p, q - ranges[1].low() / two, ranges[1].high() / two - q};
        return new Point(x.clone(), tangent, tests, mesh);
    }

    /// The largest deviation of an unknown from its value at phase 0, in sizes.
    double amplitude(Point at) {
        double largest = 0;
        for (int k = 0; k < at.mesh().nodes(); k++) {
            for (int i = 0; i < d / 2; i++) largest = Math.max(largest, Math.abs(at.x()[k * d + i] - at.x()[i]));
        }
        return largest;
    }

    @Override
    public Point settle(Point at) {
        double[] density = mesh.density(at.x(), d);
        double wanted = mesh.intervals() * StrictMath.pow(Mesh.error(mesh, density, mesh.intervals()) / CycleBranch.ACCURACY, 1.0 / (STAGES + 1));
        int intervals = wanted > mesh.intervals() ? (int) Math.min(Math.ceil(1.1 * wanted), MOST) : mesh.intervals();
        Mesh to = mesh.adapted(density, intervals);
        double[] x = moved(at.x(), to), tangent = moved(at.tangent(), to);
        mesh = to;
        system = new LoopSystem(new FoldLoop(problem, parameters, first, second), mesh);
        reference = x;
        return sample(x, tangent);
    }

    private double[] moved(double[] x, Mesh to) {
        double[] nodes = mesh.moved(x, d, to);
        double[] moved = Arrays.copyOf(nodes, nodes.length + SCALARS);
        System.arraycopy(x, x.length - SCALARS, moved, nodes.length, SCALARS);
        return moved;
    }

    @Override
    public double[] outline(Point at) {
        double[] end = Arrays.copyOfRange(at.x(), at.x().length - SCALARS, at.x().length);
        return new double[] {end[0], end[2], end[3]};
    }

    Cycle cycle(Point at) {
        int n = d / 2;
        double[] nodes = new double[at.mesh().nodes() * n];
        for (int k = 0; k < at.mesh().nodes(); k++) for (int i = 0; i < n; i++) nodes[k * n + i] = at.x()[k * d + i] * problem.size()[i];
        double[] p = parameters.clone();
        double[] two = parameters(at);
        p[first] = two[0];
        p[second] = two[1];
        return new Cycle(at.mesh(), nodes, n, p, StrictMath.exp(at.x()[at.x().length - SCALARS]), new Multipliers(new double[0], new double[0], 1));
    }
}
