package loligo.kernel;

/// Reads expressions along a trajectory. Made by [Kernel#probe].
public interface Probe {
    /// Number of expressions.
    int size();

    /// Writes the expressions' values at time `t` and state `y` into `out` // [size], membrane units; true is 1 and false 0
    void observe(KernelField field, double t, double[] y, double[] out);
}
