package loligo.dynamics;

/// A cycle of a period that is given: `du/dphase = T f(u, p)` in sizes, scalars (p_first, p_second), and the phase condition of [CycleLoop].
final class LongLoop implements Loop {
    private final Problem problem;
    private final int[] active; // [2]
    private final double[] parameters; // [k]
    private final double period;
    private final int n;
    private final double[] y; // [n]
    private final double[] slope; // [n]

    LongLoop(Problem problem, double[] parameters, int first, int second, double period) {
        this.problem = problem;
        this.active = new int[] {first, second};
        this.parameters = parameters.clone();
        this.period = period;
        n = problem.dimension();
        y = new double[n];
        slope = new double[n];
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public int scalars() {
        return 2;
    }

    @Override
    public void linearise(double[] u, double[] s, double[] g, double[] byState, double[] byScalars) {
        double[] size = problem.size();
        for (int i = 0; i < n; i++) y[i] = u[i] * size[i];
        for (int k = 0; k < 2; k++) parameters[active[k]] = s[k] * problem.parameterSize()[active[k]];
        problem.evaluate(y, parameters, g);
        problem.jacobian(y, parameters, byState);
        for (int i = 0; i < n; i++) {
            g[i] *= period / size[i];
            for (int j = 0; j < n; j++) byState[i * n + j] *= period / size[i] * size[j];
        }
        for (int k = 0; k < 2; k++) {
            problem.byParameter(active[k], y, parameters, slope);
            for (int i = 0; i < n; i++) byScalars[2 * i + k] = period / size[i] * slope[i] * problem.parameterSize()[active[k]];
        }
    }

    @Override
    public void integrands(double[] u, double[] referenceSlope, double[] value, double[] byState) {
        value[0] = 0;
        for (int i = 0; i < n; i++) {
            value[0] += u[i] * referenceSlope[i];
            byState[i] = referenceSlope[i];
        }
    }

    @Override
    public void constants(double[] s, double[] value, double[] byScalars) {
        value[0] = 0;
        byScalars[0] = 0;
        byScalars[1] = 0;
    }
}
