package loligo.dynamics;

import java.util.Arrays;

/// Equilibria with one more condition, as two parameters change: x = (y, v, extra unknowns, p_first, p_second) in sizes, v a vector that the condition needs.
abstract class TwoParameterCurve extends DenseCurve<TwoParameterCurve.Point> {
    static final int DEGENERATE = 0; // cusp, or generalised Hopf
    static final int TAKENS = 1;
    static final int ZERO_HOPF = 2;
    static final int DOUBLE_HOPF = 3;
    static final int WALLS = 4; // and beyond

    final Problem problem;
    final int n;
    private final int first;
    private final int second;
    private final Range[] ranges;
    private final double[] parameters; // [k]

    TwoParameterCurve(Problem problem, double[] parameters, int first, int second, Range[] ranges, int unknowns) {
        super(ones(unknowns));
        this.problem = problem;
        this.n = problem.dimension();
        this.first = first;
        this.second = second;
        this.ranges = ranges;
        this.parameters = parameters.clone();
    }

    /// A point of the curve.
    record Point(double[] x, double[] tangent, double[] tests, Equilibrium equilibrium, double[] parameters) implements Curve.Sample {
        @Override
        public int unstable() {
            return equilibrium.spectrum().unstable();
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Writes the equations // [unknowns - 1]
    abstract void equations(double[] x, double[] residual);

    /// Test functions 0 to 3 // [4]
    abstract double[] conditions(double[] x, Equilibrium at);

    /// How much of a test function is noise at a point where it vanishes.
    abstract double noise(Point at, int test);

    /// What rounding leaves of an eigenvalue.
    static double rounding(Equilibrium at) {
        double largest = 0;
        for (int i = 0; i < at.spectrum().size(); i++) largest = Math.max(largest, at.spectrum().modulus(i));
        return at.spectrum().size() * 16 * Math.ulp(largest);
    }

    @Override
    void linearise(double[] x, double[] value, double[] derivative) {
        int m = unknowns();
        double[] at = x.clone();
        double[] column = new double[m - 1];
        for (int j = 0; j < m; j++) {
            Differences.central(at, j, 1, r -> equations(at, r), column);
            for (int i = 0; i < m - 1; i++) derivative[i * m + j] = column[i];
        }
        equations(x, value);
    }

    /// The parameters at a point // [k]
    double[] parameters(double[] x) {
        parameters[first] = x[unknowns() - 2] * problem.parameterSize()[first];
        parameters[second] = x[unknowns() - 1] * problem.parameterSize()[second];
        return parameters;
    }

    /// The size of the first (0) or the second (1) of the two.
    double parameterSize(int j) {
        return problem.parameterSize()[j == 0 ? first : second];
    }

    /// The state at a point // [n]
    double[] state(double[] x) {
        double[] y = Arrays.copyOf(x, n);
        for (int i = 0; i < n; i++) y[i] *= problem.size()[i];
        return y;
    }

    /// The Jacobian in sizes // [n*n]
    double[] jacobian(double[] x) {
        double[] a = new double[n * n];
        problem.jacobian(state(x), parameters(x), a);
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i * n + j] *= problem.size()[j] / problem.size()[i];
        return a;
    }

    /// Writes the field in sizes at the head of `residual`.
    void field(double[] x, double[] residual) {
        double[] f = new double[n];
        problem.evaluate(state(x), parameters(x), f);
        for (int i = 0; i < n; i++) residual[i] = f[i] / problem.size()[i];
    }

    @Override
    public Point sample(double[] x, double[] tangent) {
        Equilibrium at = Equilibrium.at(problem, state(x), parameters(x));
        double[] p = {at.parameters()[first], at.parameters()[second]};
        double[] tests = Arrays.copyOf(conditions(x, at), WALLS + 5);
        tests[WALLS] = (p[0] - ranges[0].low()) / problem.parameterSize()[first];
        tests[WALLS + 1] = (ranges[0].high() - p[0]) / problem.parameterSize()[first];
        tests[WALLS + 2] = (p[1] - ranges[1].low()) / problem.parameterSize()[second];
        tests[WALLS + 3] = (ranges[1].high() - p[1]) / problem.parameterSize()[second];
        tests[WALLS + 4] = problem.room(at.state());
        return new Point(x.clone(), tangent, tests, at, p);
    }

    static double dot(double[] a, int from, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) sum += a[from + i] * b[i];
        return sum;
    }
}
