package loligo.solver;

/// One step of an explicit Runge-Kutta method.
final class ExplicitScheme implements Scheme {
    private final VectorField field;
    private final Method.RungeKutta method;
    private final int stages;
    private final boolean firstSameAsLast;
    private final double[][] k; // slopes k[stage][i]; the last row is the slope at the end of the step
    private final double[] argument; // y[i] at the stage in work
    private final double[] errorWeights; // [stages], empty without an estimate
    private final double[] denseWeights; // [stages], empty when cubic Hermite serves
    private final double[] nothing; // zeros [n]
    private final double[] rise; // of the state over the step; this and the next three: coefficients of the continuous solution [n]
    private final double[] start; // by how much the first slope is steeper than the chord
    private final double[] swing; // the last coefficient of the cubic
    private final double[] bend; // what the dense weights make of the slopes
    private boolean bent; // whether these belong to the step just taken
    private boolean moved; // whether a step was taken since k[0] was evaluated
    private long evaluations;

    ExplicitScheme(VectorField field, Method.RungeKutta method) {
        this.field = field;
        this.method = method;
        int n = field.dimension();
        stages = method.b().length;
        firstSameAsLast = method.firstSameAsLast();
        k = new double[firstSameAsLast ? stages : stages + 1][n];
        argument = new double[n];
        nothing = new double[n];
        rise = new double[n];
        start = new double[n];
        swing = new double[n];
        bend = new double[n];
        errorWeights = method.error() == null ? new double[0] : method.error();
        denseWeights = method.dense() == null ? new double[0] : method.dense();
    }

    @Override
    public void begin(double t, double[] y) {
        evaluate(t, y, k[0]);
        moved = false;
    }

    @Override
    public void attempt(double t, double h, double[] y, double[] next, double[] error) {
        if (moved) takeLastSlope();
        for (int s = 1; s < stages; s++) {
            boolean last = firstSameAsLast && s == stages - 1;
            double[] target = last ? next : argument;
            Combination.onto(y, h, method.a()[s], s, k, target);
            evaluate(t + method.c()[s] * h, target, k[s]);
        }
        if (!firstSameAsLast) Combination.onto(y, h, method.b(), stages, k, next);
        if (errorWeights.length > 0) estimate(h, error);
    }

    private void takeLastSlope() {
        double[] first = k[0];
        k[0] = k[k.length - 1];
        k[k.length - 1] = first;
        moved = false;
    }

    private void estimate(double h, double[] error) {
        Combination.onto(nothing, h, errorWeights, errorWeights.length, k, error);
    }

    private void evaluate(double t, double[] y, double[] dy) {
        field.evaluate(t, y, dy);
        evaluations++;
    }

    @Override
    public void accept(double t, double[] y) {
        if (!firstSameAsLast) evaluate(t, y, k[stages]);
        moved = true;
        bent = false;
    }

    @Override
    public void interpolate(double x, double h, double[] from, double[] to, double[] y) {
        if (!bent) bend(h, from, to);
        double back = 1 - x;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(x, Math.fma(back, Math.fma(x, Math.fma(back, bend[i], swing[i]), start[i]), rise[i]), from[i]);
        }
    }

    /// The coefficients of the continuous solution: a cubic through the states and slopes at both ends, and what the method knows beyond it.
    private void bend(double h, double[] from, double[] to) {
        double[] first = k[0];
        double[] last = k[k.length - 1];
        Combination.onto(nothing, h, denseWeights, denseWeights.length, k, bend);
        for (int i = 0; i < from.length; i++) {
            rise[i] = to[i] - from[i];
            start[i] = h * first[i] - rise[i];
            swing[i] = rise[i] - h * last[i] - start[i];
        }
        bent = true;
    }

    @Override
    public double[] slope() {
        return moved ? k[k.length - 1] : k[0];
    }

    /// The quotient of the last two slopes and states at the end of the step (Hairer & Wanner 1996, IV.2).
    @Override
    public double stiffness(double h, double[] y, double[] weights) {
        if (!firstSameAsLast || method.c()[stages - 2] != 1) return Double.NaN;
        double slopes = 0;
        double states = 0;
        for (int i = 0; i < y.length; i++) {
            double slope = (k[stages - 1][i] - k[stages - 2][i]) * weights[i];
            double state = (y[i] - argument[i]) * weights[i];
            slopes += slope * slope;
            states += state * state;
        }
        return states > 0 ? h * Math.sqrt(slopes / states) : 0;
    }

    @Override
    public int culprit() {
        for (double[] row : k) {
            int lost = Pace.notFinite(row);
            if (lost >= 0) return lost;
        }
        return -1;
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    @Override
    public long jacobians() {
        return 0;
    }
}
