package loligo.dynamics;

/// A cycle at which two meet, with the direction in which they do: `du/dphase = T f`, `dv/dphase = T (A v + b f)`, scalars (ln T, b, p_first, p_second), all in sizes
/// (Kuznetsov 2004, 10.3). Conditions: both in step with the reference, and (v, b) of length 1.
final class FoldLoop implements Loop {
    private static final double[] WEIGHTS = {2.0 / 3, -1.0 / 12}; // of the fourth-order central difference
    private static final double STEP = 1e-2; // sizes

    private final Problem problem;
    private final int[] active; // [2]
    private final double[] parameters; // [k]
    private final int n;
    private final double[] state; // [n]
    private final double[] a; // A in sizes // [n*n]
    private final double[] moved; // A elsewhere // [n*n]
    private final double[] f; // in sizes // [n]
    private final double[] curl; // dA/du v // [n*n]
    private final double[] slope; // [n]

    FoldLoop(Problem problem, double[] parameters, int first, int second) {
        this.problem = problem;
        active = new int[] {first, second};
        this.parameters = parameters.clone();
        n = problem.dimension();
        state = new double[n];
        a = new double[n * n];
        moved = new double[n * n];
        f = new double[n];
        curl = new double[n * n];
        slope = new double[n];
    }

    @Override
    public int dimension() {
        return 2 * n;
    }

    @Override
    public int scalars() {
        return 4;
    }

    @Override
    public void linearise(double[] u, double[] s, double[] g, double[] byState, double[] byScalars) {
        double period = StrictMath.exp(s[0]);
        set(s);
        field(u, f);
        jacobian(u, 0, u, a);
        curl(u);
        java.util.Arrays.fill(byState, 0);
        int d = 2 * n;
        for (int i = 0; i < n; i++) {
            double second = s[1] * f[i];
            for (int j = 0; j < n; j++) {
                second += a[i * n + j] * u[n + j];
                byState[i * d + j] = period * a[i * n + j];
                byState[(n + i) * d + n + j] = period * a[i * n + j];
                byState[(n + i) * d + j] = period * (curl[i * n + j] + s[1] * a[i * n + j]);
            }
            g[i] = period * f[i];
            g[n + i] = period * second;
            byScalars[i * 4] = g[i];
            byScalars[(n + i) * 4] = g[n + i];
            byScalars[i * 4 + 1] = 0;
            byScalars[(n + i) * 4 + 1] = period * f[i];
        }
        for (int k = 0; k < 2; k++) byParameter(u, s, period, k, byScalars);
    }

    private void set(double[] s) {
        for (int k = 0; k < 2; k++) parameters[active[k]] = s[2 + k] * problem.parameterSize()[active[k]];
    }

    private void field(double[] u, double[] value) {
        for (int i = 0; i < n; i++) state[i] = u[i] * problem.size()[i];
        problem.evaluate(state, parameters, value);
        for (int i = 0; i < n; i++) value[i] /= problem.size()[i];
    }

    /// A at `u + h v` // [n*n]
    private void jacobian(double[] u, double h, double[] v, double[] matrix) {
        double[] size = problem.size();
        for (int i = 0; i < n; i++) state[i] = (u[i] + h * v[i]) * size[i];
        problem.jacobian(state, parameters, matrix);
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) matrix[i * n + j] *= size[j] / size[i];
    }

    /// `B(v, .)`, by differences of A along v.
    private void curl(double[] u) {
        double length = 1e-300;
        double[] v = java.util.Arrays.copyOfRange(u, n, 2 * n);
        for (double e : v) length = Math.max(length, Math.abs(e));
        java.util.Arrays.fill(curl, 0);
        for (int k = 0; k < WEIGHTS.length; k++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double h = sign * (k + 1) * STEP / length;
                jacobian(u, h, v, moved);
                double weight = WEIGHTS[k] * sign * length / STEP;
                for (int i = 0; i < n * n; i++) curl[i] += weight * moved[i];
            }
        }
    }

    private void byParameter(double[] u, double[] s, double period, int k, double[] byScalars) {
        double[] sum = new double[2 * n];
        for (int i = 0; i < n; i++) state[i] = u[i] * problem.size()[i];
        problem.byParameter(active[k], state, parameters, slope);
        for (int step = 0; step < WEIGHTS.length; step++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                parameters[active[k]] = (s[2 + k] + sign * (step + 1) * STEP) * problem.parameterSize()[active[k]];
                jacobian(u, 0, u, moved);
                double weight = WEIGHTS[step] * sign / STEP;
                for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) sum[n + i] += weight * moved[i * n + j] * u[n + j];
            }
        }
        set(s);
        for (int i = 0; i < n; i++) {
            double fp = slope[i] * problem.parameterSize()[active[k]] / problem.size()[i];
            byScalars[i * 4 + 2 + k] = period * fp;
            byScalars[(n + i) * 4 + 2 + k] = period * (sum[n + i] + s[1] * fp);
        }
    }

    @Override
    public void integrands(double[] u, double[] referenceSlope, double[] value, double[] byState) {
        java.util.Arrays.fill(value, 0);
        java.util.Arrays.fill(byState, 0);
        int d = 2 * n;
        for (int i = 0; i < n; i++) {
            value[0] += u[i] * referenceSlope[i];
            value[1] += u[n + i] * referenceSlope[i];
            value[2] += u[n + i] * u[n + i];
            byState[i] = referenceSlope[i];
            byState[d + n + i] = referenceSlope[i];
            byState[2 * d + n + i] = 2 * u[n + i];
        }
    }

    @Override
    public void constants(double[] s, double[] value, double[] byScalars) {
        java.util.Arrays.fill(value, 0);
        java.util.Arrays.fill(byScalars, 0);
        value[2] = s[1] * s[1] - 1;
        byScalars[2 * 4 + 1] = 2 * s[1];
    }
}
