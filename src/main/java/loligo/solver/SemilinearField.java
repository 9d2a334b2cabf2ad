package loligo.solver;

/// A field in which single unknowns relax: as long as the others stand still, `y_i' = f_i` is linear in `y_i` with the slope
/// `diagonal_i = df_i/dy_i`. Exponential Euler uses the slope of every unknown, Rush-Larsen that of the relaxing ones.
public interface SemilinearField extends VectorField {
    /// Which unknowns relax as gates do: exactly linear in themselves, and no membrane potential // [n]
    boolean[] relaxing();

    /// Writes f(t, y) into `dy` and df_i/dy_i into `diagonal` // [n] each
    void evaluateWithDiagonal(double t, double[] y, double[] dy, double[] diagonal);
}
