package loligo.kernel;

/// What the inputs of a membrane do while time runs. Smooth between two corners; the one who steps keeps to one stretch at a time.
public interface Drive {
    /// Writes the inputs at time `t` (ms) into `u`, in the order of [loligo.model.Equations#inputs()] and membrane units // [inputs]
    void at(double t, double[] u);

    /// Writes their rates of change, per ms, into `du` // [inputs]
    void slope(double t, double[] du);
}
