package loligo.dynamics;

import static loligo.dynamics.Collocation.STAGES;

import java.util.Arrays;

/// Cycles as one parameter changes: x = (nodes, ln T, p), all in sizes. The mesh follows the solution after every step. In the plane the one multiplier tells where it folds, and where branches cross: the parameter stands
/// still but for rounding in a canard explosion, over which the multiplier passes from nothing to beyond all bounds.
final class CycleCurve implements Curve<CycleCurve.Point> {
    static final int FOLD = 0;
    static final int DOUBLING = 1;
    static final int TORUS = 2;
    static final int BRANCH = 3;
    static final int HOPF = 4;
    static final int LOW = 5;
    static final int HIGH = 6;
    static final int BOX = 7;

    private static final double FLAT = 1e-5; // sizes of the parameter per size of the whole
    private static final double BLURRED = 3e-3; // the trivial multiplier's distance from 1 that asks for a finer mesh
    private static final int FEWEST = 16; // intervals
    private static final int MOST = 400;

    private final Problem problem;
    private final int active;
    private final Range range;
    private final double[] parameters; // [k]
    private final double accuracy; // the estimated error of the orbit aimed at, in sizes
    private final int n;
    private Mesh mesh;
    private LoopSystem system;
    private double[] reference; // [nodes*n]
    private double flat;
    private long work;
    private double trend = 1; // the sign of the parameter's last slope that was not flat

    CycleCurve(Problem problem, double[] parameters, int active, Range range, double accuracy, Mesh mesh, double[] reference) {
        this.problem = problem;
        this.active = active;
        this.range = range;
        this.parameters = parameters.clone();
        this.accuracy = accuracy;
        this.n = problem.dimension();
        this.mesh = mesh;
        this.reference = reference;
        system = new LoopSystem(new CycleLoop(problem, parameters, active), mesh);
    }

    /// A cycle as a point of the curve.
    record Point(double[] x, double[] tangent, double[] tests, Mesh mesh, int n, Multipliers multipliers) implements Curve.Sample {
        @Override
        public int unstable() {
            return multipliers.outside();
        }

        /// Of the parameter along the branch, in sizes.
        double slope() {
            return tangent[tangent.length - 1];
        }

        double period() {
            return StrictMath.exp(x[x.length - 2]);
        }

        /// How much it is like the cycle before it: the amplitude with a sign, in sizes.
        double likeness() {
            return tests[HOPF];
        }

        /// In sizes.
        double parameter() {
            return x[x.length - 1];
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
        work += (long) mesh.intervals() * n * n * n;
        return system.newton(x, reference, row, step, tangent);
    }

    /// What was spent until now: of every step of Newton's method the intervals times the cube of the unknowns.
    long work() {
        return work;
    }

    @Override
    public Point sample(double[] x, double[] tangent) {
        Multipliers multipliers = Multipliers.of(system.multipliers());
        return sample(x, tangent, n == 2 ? Multipliers.ofPlane(system.growth(x), multipliers.trivial()) : multipliers);
    }

    Point sample(double[] x, double[] tangent, Multipliers multipliers) {
        double p = x[x.length - 1], unit = problem.parameterSize()[active];
        double slope = tangent[tangent.length - 1];
        double[] tests = {
            n == 2 ? StrictMath.log(multipliers.real()[0]) : turned(slope),
            multipliers.through(-1),
            multipliers.pairs(),
            n == 2 ? 1 : multipliers.through(1) * Math.signum(turned(slope)) * (flat > 0 ? trend : 1),
            system.likeness(x, reference, n),
            p - range.low() / unit,
            range.high() / unit - p,
            room(x)};
        return new Point(x.clone(), tangent, tests, mesh, n, multipliers);
    }

    /// Which unknown comes nearest to the end of its box.
    int atWall(Point at) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double low = problem.box().get(i).low() / problem.size()[i], high = problem.box().get(i).high() / problem.size()[i];
            for (int k = 0; k < at.mesh().nodes(); k++) {
                double room = Math.min(at.x()[k * n + i] - low, high - at.x()[k * n + i]);
                if (room >= least) continue;
                least = room;
                nearest = i;
            }
        }
        return nearest;
    }

    private double room(double[] x) {
        double least = 1e300;
        for (int i = 0; i < n; i++) {
            double low = problem.box().get(i).low() / problem.size()[i], high = problem.box().get(i).high() / problem.size()[i];
            for (int k = 0; k < mesh.nodes(); k++) least = Math.min(least, Math.min(x[k * n + i] - low, high - x[k * n + i]));
        }
        return least;
    }

    /// Whether the parameter stands still along the branch there, as in a canard explosion.
    boolean still(Point at) {
        return Math.abs(at.slope()) < FLAT;
    }

    /// Positive while the parameter goes on as it did. Near an orbit of infinite period it stands still but for rounding, which must not look like folds.
    private double turned(double slope) {
        return flat > 0 ? slope * trend + flat : slope;
    }

    /// Folds count from now on only where the slope turns beyond [#FLAT].
    CycleCurve deliberate() {
        flat = FLAT;
        return this;
    }

    @Override
    public Point settle(Point at) {
        if (!still(at)) trend = Math.signum(at.slope());
        double[] density = mesh.density(at.x(), n);
        double wanted = mesh.intervals() * StrictMath.pow(Mesh.error(mesh, density, mesh.intervals()) / accuracy, 1.0 / (STAGES + 1));
        Multipliers m = at.multipliers();
        double largest = m.size() == 0 ? 1 : Math.max(1, m.modulus(0));
        boolean blurred = Math.abs(m.trivial() - 1) > BLURRED * Math.sqrt(largest); // growth and decay in a long rest are not resolved
        if (blurred) wanted = Math.max(wanted, 1.4 * mesh.intervals());
        boolean resize = wanted > mesh.intervals() || wanted < 0.7 * mesh.intervals() && Math.abs(m.trivial() - 1) < BLURRED / 100;
        int intervals = resize ? (int) Math.clamp(Math.ceil(1.1 * wanted), FEWEST, MOST) : mesh.intervals();
        return on(mesh.adapted(density, intervals), at);
    }

    /// The same point on another mesh, which becomes the curve's own.
    Point on(Mesh to, Point at) {
        double[] x = withScalars(at.mesh().moved(at.x(), n, to), at.x());
        double[] tangent = withScalars(at.mesh().moved(at.tangent(), n, to), at.tangent());
        mesh = to;
        system = new LoopSystem(new CycleLoop(problem, parameters, active), mesh);
        reference = x;
        return sample(x, tangent, at.multipliers());
    }

    private static double[] withScalars(double[] nodes, double[] scalars) {
        double[] x = Arrays.copyOf(nodes, nodes.length + 2);
        x[nodes.length] = scalars[scalars.length - 2];
        x[nodes.length + 1] = scalars[scalars.length - 1];
        return x;
    }

    /// Parameter, logarithm of the period, and mean and spread of each unknown.
    @Override
    public double[] outline(Point at) {
        double[] outline = new double[2 + 2 * n];
        outline[0] = at.parameter();
        outline[1] = at.x()[at.x().length - 2];
        double[] moments = moments(at);
        System.arraycopy(moments, 0, outline, 2, 2 * n);
        return outline;
    }

    /// Mean and standard deviation of each unknown over the period, in sizes // [2n]
    private static double[] moments(Point at) {
        int n = at.n();
        double[] moments = new double[2 * n];
        double[] y = new double[n];
        for (int i = 0; i < at.mesh().intervals(); i++) {
            for (int c = 0; c < STAGES; c++) {
                Arrays.fill(y, 0);
                for (int j = 0; j <= STAGES; j++) for (int k = 0; k < n; k++) y[k] += Collocation.VALUE[c][j] * at.x()[(i * STAGES + j) * n + k];
                double weight = at.mesh().width(i) * Collocation.WEIGHT[c];
                for (int k = 0; k < n; k++) {
                    moments[k] += weight * y[k];
                    moments[n + k] += weight * y[k] * y[k];
                }
            }
        }
        for (int k = 0; k < n; k++) moments[n + k] = Math.sqrt(Math.max(0, moments[n + k] - moments[k] * moments[k]));
        return moments;
    }

    Cycle cycle(Point at) {
        double[] nodes = Arrays.copyOf(at.x(), at.mesh().nodes() * n);
        for (int k = 0; k < nodes.length; k++) nodes[k] *= problem.size()[k % n];
        double[] p = parameters.clone();
        p[active] = at.parameter() * problem.parameterSize()[active];
        return new Cycle(at.mesh(), nodes, n, p, at.period(), at.multipliers());
    }
}
