package loligo.solver;

/// Derivatives of a vector field by central differences of second order, for fields that bring none of their own.
final class CentralDifferences {
    private CentralDifferences() {}

    static void jacobian(VectorField field, double t, double[] y, double[] jacobian) {
        int n = field.dimension();
        double[] up = new double[n];
        double[] down = new double[n];
        double[] at = y.clone();
        for (int j = 0; j < n; j++) {
            double h = StrictMath.cbrt(Math.ulp(1.0)) * Math.max(1, Math.abs(y[j]));
            at[j] = y[j] + h;
            field.evaluate(t, at, up);
            at[j] = y[j] - h;
            field.evaluate(t, at, down);
            at[j] = y[j];
            for (int i = 0; i < n; i++) jacobian[i * n + j] = (up[i] - down[i]) / (2 * h);
        }
    }

    static void timeDerivative(VectorField field, double t, double[] y, double[] dfdt) {
        int n = field.dimension();
        double[] down = new double[n];
        double h = StrictMath.cbrt(Math.ulp(1.0)) * Math.max(1, Math.abs(t));
        field.evaluate(t + h, y, dfdt);
        field.evaluate(t - h, y, down);
        for (int i = 0; i < n; i++) dfdt[i] = (dfdt[i] - down[i]) / (2 * h);
    }
}
