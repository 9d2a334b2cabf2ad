package loligo.solver;

/// How small the error of one step has to be: below `relative * |y_i| + absolute_i` in the mean square over the unknowns.
///
/// @param relative a pure number
/// @param absolute in the units of the unknowns // [n], or [1] for all of them alike
public record Tolerance(double relative, double[] absolute) {
    /// With this one, and sizes of 1 mV and 0.01 for gates, the spikes of point cells are within 1e-4 ms of converged after 0.2 to 1 s.
    public static final double RELATIVE = 1e-7;

    public Tolerance {
        if (!(relative >= 0 && relative < 1)) {
            throw new IllegalArgumentException("relative tolerance must be at least 0 and below 1, is " + relative);
        }
        if (absolute.length == 0) throw new IllegalArgumentException("absolute tolerance must have an entry, has none");
        for (double a : absolute) {
            if (!(a >= 0) || a + relative == 0 || a == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("absolute tolerance must be finite, and positive where the relative is zero; is " + a);
            }
        }
        absolute = absolute.clone();
    }

    /// The same absolute tolerance for every unknown.
    public static Tolerance of(double relative, double absolute) {
        return new Tolerance(relative, new double[] {absolute});
    }

    /// Absolute tolerances that are the relative one times the natural size of each unknown, e.g. 1 mV and 0.01 for a gate.
    public static Tolerance scaled(double relative, double[] sizes) {
        double[] absolute = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) absolute[i] = relative * sizes[i];
        return new Tolerance(relative, absolute);
    }

    /// The absolute tolerances of n unknowns // [n]
    double[] absolute(int n) {
        if (absolute.length == n) return absolute.clone();
        if (absolute.length != 1) {
            throw new IllegalArgumentException(n + " unknowns need " + n + " absolute tolerances, or one; got " + absolute.length);
        }
        double[] all = new double[n];
        java.util.Arrays.fill(all, absolute[0]);
        return all;
    }
}
