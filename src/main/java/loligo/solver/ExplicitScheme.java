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
    private boolean moved;
    private long evaluations;

    ExplicitScheme(VectorField field, Method.RungeKutta method) {
        this.field = field;
        this.method = method;
        int n = field.dimension();
        stages = method.b().length;
        firstSameAsLast = method.firstSameAsLast();
        k = new double[firstSameAsLast ? stages : stages + 1][n];
        argument = new double[n];
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
            combine(y, h, method.a()[s], s, target);
            evaluate(t + method.c()[s] * h, target, k[s]);
        }
        if (!firstSameAsLast) combine(y, h, method.b(), stages, next);
        if (errorWeights.length > 0) weigh(h, errorWeights, error);
    }

    private void takeLastSlope() {
        double[] first = k[0];
        k[0] = k[k.length - 1];
        k[k.length - 1] = first;
        moved = false;
    }

    /// `out = y + h sum_j w_j k_j` over the first `count` slopes.
    private void combine(double[] y, double h, double[] w, int count, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int j = 0; j < count; j++) sum += w[j] * k[j][i];
            out[i] = y[i] + h * sum;
        }
    }

    private void weigh(double h, double[] w, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int j = 0; j < w.length; j++) sum += w[j] * k[j][i];
            out[i] = h * sum;
        }
    }

    private void evaluate(double t, double[] y, double[] dy) {
        field.evaluate(t, y, dy);
        evaluations++;
    }

    @Override
    public void accept(double t, double[] y) {
        if (!firstSameAsLast) evaluate(t, y, k[stages]);
        moved = true;
    }

    @Override
    public void interpolate(double x, double h, double[] from, double[] to, double[] y) {
        double[] first = k[0];
        double[] last = k[k.length - 1];
        double back = 1 - x;
        for (int i = 0; i < y.length; i++) {
            double rise = to[i] - from[i];
            double bend = 0;
            for (int j = 0; j < denseWeights.length; j++) bend += denseWeights[j] * k[j][i];
            double start = h * first[i] - rise;
            double end = rise - h * last[i];
            y[i] = from[i] + x * (rise + back * (start + x * (end - start + back * h * bend)));
        }
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
    public long evaluations() {
        return evaluations;
    }

    @Override
    public long jacobians() {
        return 0;
    }
}
