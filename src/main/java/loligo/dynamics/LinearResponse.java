package loligo.dynamics;

import loligo.linear.Elimination;

/// How a system that stands still answers a small sine: `y' = J y + b u` with `u = exp(i omega t)` settles to `y = (i omega - J)^-1 b exp(i omega t)`
/// (Koch 1984, Biol. Cybern. 50:15, for nerve membranes).
///
/// @param jacobian of the state, row by row // [n*n]
/// @param input how the state's rate of change follows the input // [n]
public record LinearResponse(double[] jacobian, double[] input) {
    public LinearResponse {
        if (jacobian.length != input.length * input.length) throw new IllegalArgumentException(jacobian.length + " derivatives of " + input.length + " unknowns");
    }

    /// The answer of the first unknown to a sine of amplitude 1.
    ///
    /// @param real what is in step with the sine
    /// @param imaginary what is a quarter of a turn ahead of it
    public record Answer(double real, double imaginary) {
        public double size() {
            return StrictMath.hypot(real, imaginary);
        }

        /// Radians; above zero where it is ahead of the sine.
        public double phase() {
            return StrictMath.atan2(imaginary, real);
        }
    }

    /// Real and imaginary part are solved for together, as twice as many real unknowns.
    ///
    /// @param omega angular frequency
    /// @throws ArithmeticException where the system answers without bound
    public Answer at(double omega) {
        int n = input.length;
        double[] matrix = new double[4 * n * n]; // -J, -omega; omega, -J // [2n*2n]
        double[] both = new double[2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i * 2 * n + j] = -jacobian[i * n + j];
                matrix[(n + i) * 2 * n + n + j] = -jacobian[i * n + j];
            }
            matrix[i * 2 * n + n + i] = -omega;
            matrix[(n + i) * 2 * n + i] = omega;
            both[i] = input[i];
        }
        Elimination elimination = new Elimination(2 * n);
        if (!elimination.factor(matrix)) throw new ArithmeticException("the system has the eigenvalue " + omega + "i");
        elimination.solve(both);
        return new Answer(both[0], both[n]);
    }
}
