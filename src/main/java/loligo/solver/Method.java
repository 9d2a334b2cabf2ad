package loligo.solver;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A numerical method as data: coefficients, the order they reach, where they come from, and one sentence for a person.
/// What steps with it is a [Stepper]; how to get one says [Steppers].
public sealed interface Method {
    /// What a user writes.
    String name();

    /// The error after a fixed time falls with this power of the step.
    int order();

    /// BibTeX key in `methods.bib`.
    String cite();

    /// The keys of all methods that may take a step.
    default List<String> cites() {
        return List.of(cite());
    }

    /// What it is, and when to choose it.
    String sentence();

    /// Whether an error estimate chooses the step; else the user does.
    boolean adaptive();

    /// An explicit Runge-Kutta method: `k_i = f(t + c_i h, y + h sum_j a_ij k_j)`, `y1 = y + h sum_i b_i k_i`.
    ///
    /// @param c stage times // [s]
    /// @param a stage weights, row i has i entries // [s][i]
    /// @param b weights of the solution // [s]
    /// @param error weights of the error estimate, b minus the embedded weights; null for a method without // [s]
    /// @param dense weights d of the continuous solution `H(x) + x^2 (1-x)^2 h sum_i d_i k_i`, with H the cubic Hermite
    ///     polynomial through both ends; null when H alone serves // [s]
    record RungeKutta(
            String name, int order, double[] c, double[][] a, double[] b, double @Nullable [] error, double @Nullable [] dense,
            String cite, String sentence) implements Method {
        /// Whether the last stage is the slope at the end of the step, so that the next step has its first stage for free.
        public boolean firstSameAsLast() {
            return c[c.length - 1] == 1 && Arrays.equals(a[c.length - 1], Arrays.copyOf(b, c.length - 1));
        }

        @Override
        public boolean adaptive() {
            return error != null;
        }
    }

    /// A Rosenbrock method in the form without products by the Jacobian J (Hairer & Wanner 1996, IV.7):
    /// `(I/(h gamma) - J) u_i = f(t + alpha_i h, y + sum_j a_ij u_j) + sum_j c_ij u_j / h + d_i h df/dt`, `y1 = y + sum_i m_i u_i`.
    ///
    /// @param alpha stage times // [s]
    /// @param a stage weights, row i has i entries // [s][i]
    /// @param c couplings of the stages, row i has i entries // [s][i]
    /// @param d weights of df/dt // [s]
    /// @param m weights of the solution // [s]
    /// @param error weights of the error estimate // [s]
    /// @param dense rows r of the continuous solution `(1-x) y + x (y1 + (1-x)(r_1 u + x (r_2 u + x r_3 u ...)))` // [rows][s]
    record Rosenbrock(
            String name, int order, double gamma, double[] alpha, double[][] a, double[][] c, double[] d, double[] m,
            double[] error, double[][] dense, String cite, String sentence) implements Method {
        @Override
        public boolean adaptive() {
            return true;
        }
    }

    /// `y1 = y + h phi(h d) f` for every unknown, with its own slope `d_i = df_i/dy_i` and `phi(z) = (e^z - 1)/z`.
    record ExponentialEuler(String name, String cite, String sentence) implements Method {
        @Override
        public int order() {
            return 1;
        }

        @Override
        public boolean adaptive() {
            return false;
        }
    }

    /// Order 1: relaxing unknowns, the gates, by their exact exponential, the others, membrane potentials first, by forward Euler.
    /// Order 2: half a step of order 1, then a full step of the equations linearised there.
    record RushLarsen(String name, int order, String cite, String sentence) implements Method {
        public RushLarsen {
            if (order != 1 && order != 2) throw new IllegalArgumentException("Rush-Larsen has order 1 or 2, not " + order);
        }

        @Override
        public boolean adaptive() {
            return false;
        }
    }

    /// Steps with the explicit method until the equations turn out to be stiff, then with the implicit one.
    record Automatic(String name, RungeKutta explicit, Rosenbrock implicit, String sentence) implements Method {
        /// The order while nothing is stiff.
        @Override
        public int order() {
            return explicit.order();
        }

        @Override
        public String cite() {
            return explicit.cite();
        }

        @Override
        public List<String> cites() {
            return List.of(explicit.cite(), implicit.cite());
        }

        @Override
        public boolean adaptive() {
            return true;
        }
    }
}
