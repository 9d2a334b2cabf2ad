package loligo.solver;

import loligo.linear.Elimination;

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
    private final double[] coupling; // sum of c_ij u_j at the stage in work [i]
    private final double[][] bend; // what the dense weights make of the increments, bend[row][i]
    private final Elimination matrix;
    private final double[] defect; // f minus the slope of the continuous solution, half way [i]
    private int lostInStage = -1;
    private boolean steep; // whether some slope is not finite where the step begins
    private int wall = -1; // the unknown that an infinite slope of its own would hold in place, although it moves
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
        coupling = new double[n];
        bend = new double[method.dense().length][n];
        defect = new double[n];
        matrix = new Elimination(n);
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
        lostInStage = -1;
        wall = -1;
        for (int s = 0; s < stages; s++) stage(s, t, h, y);
        Combination.onto(y, 1, method.m(), stages, u, next);
        Combination.sum(method.error(), stages, u, error);
        checkMiddle(t, h, y, next, error);
        if (wall >= 0) next[wall] = Double.NaN;
    }

    private void linearise(double t, double[] y) {
        if (!slopeCurrent) begin(t, y);
        field.jacobian(t, y, jacobian);
        field.timeDerivative(t, y, drift);
        jacobians++;
        current = true;
        steep = Pace.notFinite(jacobian) >= 0;
    }

    private void findWall(double[] right) {
        for (int i = 0; i < n; i++) if (Double.isInfinite(jacobian[i * n + i]) && right[i] != 0) wall = i;
    }

    private void stage(int s, double t, double h, double[] y) {
        double[] right = u[s];
        if (s == 0) {
            System.arraycopy(slope, 0, right, 0, n);
        } else {
            Combination.onto(y, 1, method.a()[s], s, u, argument);
            field.evaluate(t + method.alpha()[s] * h, argument, right);
            evaluations++;
            if (lostInStage < 0) lostInStage = Pace.notFinite(right);
        }
        double drifted = method.d()[s] * h;
        Combination.sum(method.c()[s], s, u, coupling);
        for (int i = 0; i < n; i++) right[i] += coupling[i] / h + drifted * drift[i];
        if (steep) findWall(right);
        matrix.solve(right);
    }

    @Override
    public void accept(double t, double[] y) {
        current = false;
        slopeCurrent = false;
    }

    @Override
    public void interpolate(double x, double h, double[] from, double[] to, double[] y) {
        double back = 1 - x;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int r = bend.length - 1; r >= 0; r--) sum = sum * x + bend[r][i];
            y[i] = back * from[i] + x * (to[i] + back * sum);
        }
    }

    /// Raises the error to that of the continuous solution half way, estimated from how badly it satisfies the equation there:
    /// one Newton correction. Without it a stiff step can be right at its end and wrong within (Steinebach 2024, the idea of Rodas5Pr).
    private void checkMiddle(double t, double h, double[] from, double[] to, double[] error) {
        bend();
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double rise = 0;
            for (int r = bend.length - 1; r >= 0; r--) {
                rise = rise / 2 + sum;
                sum = sum / 2 + bend[r][i];
            }
            argument[i] = (from[i] + to[i]) / 2 + sum / 4;
            coupling[i] = (to[i] - from[i] + rise / 4) / h;
        }
        field.evaluate(t + h / 2, argument, defect);
        evaluations++;
        for (int i = 0; i < n; i++) defect[i] -= coupling[i];
        matrix.solve(defect);
        for (int i = 0; i < n; i++) error[i] = Math.max(Math.abs(error[i]), Math.abs(defect[i]));
    }

    private void bend() {
        for (int r = 0; r < bend.length; r++) Combination.sum(method.dense()[r], stages, u, bend[r]);
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
    public int culprit() {
        for (double[] row : new double[][] {slope, drift}) if (Pace.notFinite(row) >= 0) return Pace.notFinite(row);
        if (wall >= 0) return wall;
        int entry = Pace.notFinite(jacobian);
        if (entry >= 0) return entry / n;
        return Math.max(-1, lostInStage);
    }

    @Override
    public boolean steep() {
        return steep && Pace.finite(slope);
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
