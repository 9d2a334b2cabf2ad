package loligo.dynamics;

import java.util.Arrays;
import java.util.function.Function;
import loligo.solver.VectorField;
import org.jspecify.annotations.Nullable;

/// A family of vector fields `y' = f(y, p)`: the same equations at every setting of the parameters. Need not be safe for several threads at once.
public interface Family {
    /// Number of unknowns, n.
    int dimension();

    /// Number of parameters, k.
    int parameters();

    /// Writes f(y, p) into `dy` // [n]
    ///
    /// @param y the state // [n]
    /// @param p the parameters // [k]
    void evaluate(double[] y, double[] p, double[] dy);

    /// Writes df_i/dy_j into `jacobian[i*n + j]` // [n*n]
    ///
    /// @return false when the family knows no derivatives; then differences of high order serve
    default boolean jacobian(double[] y, double[] p, double[] jacobian) {
        return false;
    }

    /// Writes df/dp_j into `dfdp` // [n]
    ///
    /// @return false when the family knows no such derivative; then differences serve
    default boolean byParameter(int j, double[] y, double[] p, double[] dfdp) {
        return false;
    }

    /// From whatever makes a field of given parameters. The field of the latest parameters is kept. Its Jacobian must be exact, not by differences.
    static Family of(int dimension, int parameters, Function<double[], VectorField> at) {
        return new Family() {
            private double @Nullable [] latest;
            private @Nullable VectorField field;

            private VectorField field(double[] p) {
                VectorField kept = field;
                if (kept != null && Arrays.equals(p, latest)) return kept;
                latest = p.clone();
                VectorField made = at.apply(latest);
                field = made;
                return made;
            }

            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public int parameters() {
                return parameters;
            }

            @Override
            public void evaluate(double[] y, double[] p, double[] dy) {
                field(p).evaluate(0, y, dy);
            }

            @Override
            public boolean jacobian(double[] y, double[] p, double[] jacobian) {
                field(p).jacobian(0, y, jacobian);
                return true;
            }
        };
    }
}
