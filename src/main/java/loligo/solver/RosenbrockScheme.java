package loligo.solver;

/// One step of a Rosenbrock method: a linear solve per stage, one factorisation and one Jacobian per step.
final class RosenbrockScheme implements Scheme {
    private final VectorField field;
    private final Method.Rosenbrock method;
    private final int n;
    private final int stages;
    private final double[][] u; // increments u[stage][i]
    private final double[] argument; // y[i] at the stage in work
    private final double[] slope; // f[i] where the step begins
    private final double[] jacobian; // df_i/dy_j at [i*n + j], where the step begins
    private final double[] drift; // df_i/dt, where the step begins
    private final Dense matrix;
    private boolean current; // whether slope, jacobian and drift belong to the step in work
    private boolean slopeCurrent;
    private long evaluations;
    private long jacobians;

    RosenbrockScheme(VectorField field, Method.Rosenbrock method) {
        this.field = field;
        this.method = method;
        n = field.dimension();
        stages = method.m().length;
        u = new double[stages][n];
        argument = new double[n];
        slope = new double[n];
        jacobian = new double[n * n];
        drift = new double[n];
        matrix = new Dense(n);
    }

    @Override
    public void begin(double t, double[] y) {
        field.evaluate(t, y, slope);
        evaluations++;
        slopeCurrent = true;
        current = false;
    }

    @Override
    public void attempt(double t, double h, double[] y, double[] next, double[] error) {
        if (!current) linearise(t, y);
        matrix.factor(1 / (h * method.gamma()), jacobian);
        for (int s = 0; s < stages; s++) stage(s, t, h, y);
        combine(method.m(), y, next);
        combine(method.error(), null, error);
    }

    private void linearise(double t, double[] y) {
        if (!slopeCurrent) begin(t, y);
        field.jacobian(t, y, jacobian);
        field.timeDerivative(t, y, drift);
        jacobians++;
        current = true;
    }

    private void stage(int s, double t, double h, double[] y) {
        double[] right = u[s];
        if (s == 0) {
            System.arraycopy(slope, 0, right, 0, n);
        } else {
            combine(method.a()[s], y, argument);
            field.evaluate(t + method.alpha()[s] * h, argument, right);
            evaluations++;
        }
        double[] c = method.c()[s];
        double drifted = method.d()[s] * h;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < c.length; j++) sum += c[j] * u[j][i];
            right[i] += sum / h + drifted * drift[i];
        }
        matrix.solve(right);
    }

    /// `out = y + sum_j w_j u_j`, without y when there is none.
    private void combine(double[] w, double @org.jspecify.annotations.Nullable [] y, double[] out) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < w.length; j++) sum += w[j] * u[j][i];
            out[i] = y == null ? sum : y[i] + sum;
        }
    }

    @Override
    public void accept(double t, double[] y) {
        current = false;
        slopeCurrent = false;
    }

    @Override
    public void interpolate(double x, double h, double[] from, double[] to, double[] y) {
        double[][] rows = method.dense();
        double back = 1 - x;
        for (int i = 0; i < n; i++) {
            double bend = 0;
            for (int r = rows.length - 1; r >= 0; r--) bend = bend * x + along(rows[r], i);
            y[i] = back * from[i] + x * (to[i] + back * bend);
        }
    }

    private double along(double[] row, int i) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) sum += row[j] * u[j][i];
        return sum;
    }

    @Override
    public double[] slope() {
        return slope;
    }

    /// The largest weighted row sum of the Jacobian bounds every eigenvalue.
    @Override
    public double stiffness(double h, double[] y, double[] weights) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) sum += Math.abs(jacobian[i * n + j]) / weights[j];
            largest = Math.max(largest, sum * weights[i]);
        }
        return h * largest;
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    @Override
    public long jacobians() {
        return jacobians;
    }
}
