package loligo.dynamics;

/// A curve given by N smooth equations in N + 1 unknowns, as a [Walk] needs it.
///
/// @param <S> what is known at a point of it
interface Curve<S extends Curve.Sample> {
    /// N + 1.
    int unknowns();

    /// Writes the linear form `v -> <t, v>` of the inner product in which lengths and angles are measured // [N+1]
    void weigh(double[] t, double[] row);

    /// Solves `F'(x) step = -F(x), row step = 0` and `F'(x) tangent = 0, row tangent = 1` // [N+1] each
    ///
    /// @return false where the system is singular or a number is not finite
    boolean newton(double[] x, double[] row, double[] step, double[] tangent);

    /// What there is to know at a point on the curve.
    S sample(double[] x, double[] tangent);

    /// May rearrange what the unknowns mean (a mesh) after an accepted step; then it returns the same point in the new unknowns.
    default S settle(S at) {
        return at;
    }

    /// A few numbers, in sizes, by which two points of the curve are told apart whatever their unknowns mean.
    double[] outline(S at);

    /// A point, with functions whose sign changes are events.
    interface Sample {
        double[] x();

        double[] tangent();

        /// Functions of the point, of fixed number and meaning.
        double[] tests();

        /// How many directions grow.
        int unstable();
    }
}
