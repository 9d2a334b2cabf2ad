package loligo.dynamics;

import loligo.linear.Elimination;

/// A curve in few unknowns, each with a size; its bordered systems are solved by elimination.
///
/// @param <S> what is known at a point
abstract class DenseCurve<S extends Curve.Sample> implements Curve<S> {
    private final double[] size; // [N+1]
    private final Elimination elimination;
    private final double[] matrix; // equations by sizes, and the border below // [(N+1)^2]
    private final double[] value; // [N]

    DenseCurve(double[] size) {
        this.size = size;
        elimination = new Elimination(size.length);
        matrix = new double[size.length * size.length];
        value = new double[size.length - 1];
    }

    /// Writes F(x) // [N] and F'(x), row by row // [N*(N+1)]
    abstract void linearise(double[] x, double[] value, double[] derivative);

    @Override
    public int unknowns() {
        return size.length;
    }

    @Override
    public void weigh(double[] t, double[] row) {
        for (int i = 0; i < row.length; i++) row[i] = t[i] / (size[i] * size[i]);
    }

    @Override
    public double[] outline(S at) {
        double[] outline = at.x().clone();
        for (int i = 0; i < outline.length; i++) outline[i] /= size[i];
        return outline;
    }

    double size(int i) {
        return size[i];
    }

    @Override
    public boolean newton(double[] x, double[] row, double[] step, double[] tangent) {
        int n = size.length;
        linearise(x, value, matrix);
        System.arraycopy(row, 0, matrix, (n - 1) * n, n);
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) matrix[i * n + j] *= size[j];
        if (!elimination.factor(matrix)) return false;
        for (int i = 0; i < n - 1; i++) step[i] = -value[i];
        step[n - 1] = 0;
        java.util.Arrays.fill(tangent, 0);
        tangent[n - 1] = 1;
        elimination.solve(step);
        elimination.solve(tangent);
        for (int i = 0; i < n; i++) {
            step[i] *= size[i];
            tangent[i] *= size[i];
            if (!Double.isFinite(step[i]) || !Double.isFinite(tangent[i])) return false;
        }
        return true;
    }

    /// Of `F'` bordered by the unit tangent, in sizes: it changes sign at branch points.
    double bordered(double[] x, double[] tangent) {
        int n = size.length;
        linearise(x, value, matrix);
        double[] row = new double[n];
        weigh(tangent, row);
        System.arraycopy(row, 0, matrix, (n - 1) * n, n);
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) matrix[i * n + j] *= size[j];
        return elimination.factor(matrix) ? elimination.determinant() : 0;
    }
}
