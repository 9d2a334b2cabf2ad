package loligo.dynamics;

/// A closed curve as a boundary value problem on the circle of phases 0 to 1: `du/dphase = g(u, s)` with q scalars s, and q - 1 conditions that are integrals over the
/// loop plus functions of the scalars. All unknowns are in sizes. The last scalars are the parameters.
interface Loop {
    /// d.
    int dimension();

    /// q.
    int scalars();

    /// Writes g // [d], dg/du // [d*d] row by row, and dg/ds // [d*q] row by row
    void linearise(double[] u, double[] s, double[] g, double[] byState, double[] byScalars);

    /// Writes the integrand of each condition // [q-1] and its derivative // [(q-1)*d]
    ///
    /// @param slope of the reference loop at the same phase, du/dphase // [d]
    void integrands(double[] u, double[] slope, double[] value, double[] byState);

    /// Writes what each condition adds outside the integral // [q-1] and its derivative // [(q-1)*q]
    void constants(double[] s, double[] value, double[] byScalars);
}
