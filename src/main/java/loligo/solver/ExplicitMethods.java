package loligo.solver;

/// Coefficients of the explicit Runge-Kutta methods.
final class ExplicitMethods {
    private ExplicitMethods() {}

    /// Dormand & Prince 1980, table 2; continuous solution: Hairer, Norsett & Wanner 1993, II.6, as in their code DOPRI5.
    static final Method.RungeKutta DORMAND_PRINCE = new Method.RungeKutta("dopri5", 5,
            new double[] {0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1, 1},
            new double[][] {
                {},
                {1 / 5.0},
                {3 / 40.0, 9 / 40.0},
                {44 / 45.0, -56 / 15.0, 32 / 9.0},
                {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
                {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
                {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0}
            },
            new double[] {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0, 0},
            new double[] {71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0},
            new double[] {
                -12715105075.0 / 11282082432.0, 0, 87487479700.0 / 32700410799.0, -10690763975.0 / 1880347072.0,
                701980252875.0 / 199316789632.0, -1453857185.0 / 822651844.0, 69997945.0 / 29380423.0
            },
            "dormand-prince-1980",
            "Explicit Runge-Kutta pair of order 5(4) by Dormand and Prince: the first choice for cells that are not stiff.");

    /// Kutta 1901.
    static final Method.RungeKutta KUTTA = new Method.RungeKutta("rk4", 4,
            new double[] {0, 0.5, 0.5, 1},
            new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}},
            new double[] {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0},
            null, null,
            "kutta-1901",
            "The classical Runge-Kutta method of order 4 with a fixed step: for comparison with published fixed-step results.");
}
