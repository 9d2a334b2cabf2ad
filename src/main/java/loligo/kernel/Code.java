package loligo.kernel;

/// What the generated classes can do. `c` holds the parameters, then what [#prepare] computes of them, then scratch.
interface Code {
    /// Computes from the parameters in `c` what depends on nothing else, into the places behind them.
    void prepare(double[] c);

    /// Computes the results into `a` and `b`; time derivatives read the rates of change of the inputs from `b` instead.
    ///
    /// @param t time, ms
    /// @param u inputs // [inputs]
    /// @param y state // [n]
    void run(double t, double[] u, double[] y, double[] c, double[] a, double[] b);
}
