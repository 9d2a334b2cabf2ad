/// A program that makes the squid axon fire: 1,024 cells for some steps of 0.01 ms, or one for a second.
interface Simulator {
    /// What one cell did in a second.
    ///
    /// @param milliseconds of processor time, without set-up and compilation
    /// @param spikes when it rose through 0 mV, in ms
    record Second(double milliseconds, double[] spikes) {}

    String version();

    /// ns of processor time per cell and step
    double many(String method);

    /// @param setting a step in ms, or the tolerance of a method that chooses its steps
    Second one(String method, double setting);
}
