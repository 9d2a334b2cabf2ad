package loligo.dynamics;

/// A cycle of a problem: `du/dphase = T f(u, p)` in sizes, scalars (ln T, p), and the phase condition that keeps it in step with the reference:
/// `integral <u, reference'> = 0`. The logarithm, because periods may grow without bound, and never vanish.
final class CycleLoop implements Loop {
    private final Problem problem;
    private final int active;
    private final double[] parameters; // [k]
    private final int n;
    private final double[] y; // [n]
    private final double[] slope; // [n]

    CycleLoop(Problem problem, double[] parameters, int active) {
        this.problem = problem;
        this.active = active;
        this.parameters = parameters.clone();
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
        double period = StrictMath.exp(s[0]);
        for (int i = 0; i < n; i++) y[i] = u[i] * size[i];
        parameters[active] = s[1] * problem.parameterSize()[active];
        problem.evaluate(y, parameters, g);
        problem.jacobian(y, parameters, byState);
        problem.byParameter(active, y, parameters, slope);
        for (int i = 0; i < n; i++) {
            double factor = period / size[i];
            g[i] *= factor;
            for (int j = 0; j < n; j++) byState[i * n + j] *= factor * size[j];
            byScalars[2 * i] = g[i];
            byScalars[2 * i + 1] = factor * slope[i] * problem.parameterSize()[active];
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
