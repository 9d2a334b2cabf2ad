package loligo.dynamics;

import loligo.linear.Spectrum;

/// Equilibria as one parameter changes: x = (y, p_active).
final class EquilibriumCurve extends DenseCurve<EquilibriumCurve.Point> {
    static final int FOLD = 0;
    static final int HOPF = 1;
    static final int BRANCH = 2;
    static final int LOW = 3;
    static final int HIGH = 4;
    static final int BOX = 5;

    private final Problem problem;
    private final int active;
    private final Range range;
    private final double[] parameters; // [k]
    private final double[] y; // [n]
    private final double[] jacobian; // [n*n]
    private final double[] slope; // [n]

    EquilibriumCurve(Problem problem, double[] parameters, int active, Range range) {
        super(sizes(problem, active));
        this.problem = problem;
        this.active = active;
        this.range = range;
        this.parameters = parameters.clone();
        int n = problem.dimension();
        y = new double[n];
        jacobian = new double[n * n];
        slope = new double[n];
    }

    /// @param equilibrium at this point
    record Point(double[] x, double[] tangent, double[] tests, Equilibrium equilibrium) implements Curve.Sample {
        @Override
        public int unstable() {
            return equilibrium.spectrum().unstable();
        }
    }

    private static double[] sizes(Problem problem, int active) {
        double[] sizes = java.util.Arrays.copyOf(problem.size(), problem.dimension() + 1);
        sizes[problem.dimension()] = problem.parameterSize()[active];
        return sizes;
    }

    @Override
    void linearise(double[] x, double[] value, double[] derivative) {
        int n = y.length;
        System.arraycopy(x, 0, y, 0, n);
        parameters[active] = x[n];
        problem.evaluate(y, parameters, value);
        problem.jacobian(y, parameters, jacobian);
        problem.byParameter(active, y, parameters, slope);
        for (int i = 0; i < n; i++) {
            System.arraycopy(jacobian, i * n, derivative, i * (n + 1), n);
            derivative[i * (n + 1) + n] = slope[i];
        }
    }

    @Override
    public Point sample(double[] x, double[] tangent) {
        int n = y.length;
        double[] at = parameters.clone();
        at[active] = x[n];
        Equilibrium equilibrium = Equilibrium.at(problem, java.util.Arrays.copyOf(x, n), at);
        double[] tests = {
            tangent[n] / size(n),
            sumsOfPairs(equilibrium.spectrum()),
            bordered(x, tangent),
            x[n] - range.low(),
            range.high() - x[n],
            problem.room(x)};
        return new Point(x.clone(), tangent, tests, equilibrium);
    }

    /// The smallest `|lambda_i + lambda_j|` with the sign of the product over all pairs: it changes sign where a complex pair crosses the imaginary axis.
    static double sumsOfPairs(Spectrum s) {
        double sign = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < s.size(); i++) {
            for (int j = i + 1; j < s.size(); j++) {
                double re = s.real()[i] + s.real()[j];
                double im = s.imaginary()[i] + s.imaginary()[j];
                if (im == 0 && re < 0) sign = -sign;
                least = Math.min(least, StrictMath.hypot(re, im));
            }
        }
        return least == Double.POSITIVE_INFINITY ? 1 : sign * least;
    }
}
