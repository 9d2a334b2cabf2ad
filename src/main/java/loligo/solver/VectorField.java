package loligo.solver;

/// The right-hand side of `y' = f(t, y)`. Implementations need not be safe for use from several threads at once.
public interface VectorField {
    /// Number of unknowns, n.
    int dimension();

    /// Writes f(t, y) into `dy` // [n]
    void evaluate(double t, double[] y, double[] dy);

    /// Writes the matrix of derivatives, row by row: `jacobian[i*n + j] = df_i/dy_j` // [n*n]. By forward differences unless overridden.
    default void jacobian(double t, double[] y, double[] jacobian) {
        CentralDifferences.jacobian(this, t, y, jacobian);
    }

    /// Writes df/dt at fixed y into `dfdt` // [n]. By differences unless overridden.
    default void timeDerivative(double t, double[] y, double[] dfdt) {
        CentralDifferences.timeDerivative(this, t, y, dfdt);
    }
}
