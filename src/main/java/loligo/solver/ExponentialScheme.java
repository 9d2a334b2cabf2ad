package loligo.solver;

/// One step of exponential Euler or Rush-Larsen, order 1 or 2: every unknown by the exact solution of an equation linear in it.
final class ExponentialScheme implements Scheme {
    private final SemilinearField field;
    private final boolean second;
    private final boolean[] exponential; // whose own slope is used [n]
    private final double[] slope; // f[i] where the step begins
    private final double[] diagonal; // df_i/dy_i there
    private final double[] rate; // g[i] of the step: y_i + x h phi(x h d_i) g_i
    private final double[] decay; // d[i] of the step
    private final double[] middle; // y[i] half a step on
    private boolean current;
    private long evaluations;

    ExponentialScheme(SemilinearField field, boolean second, boolean[] exponential) {
        this.field = field;
        this.second = second;
        this.exponential = exponential;
        int n = field.dimension();
        slope = new double[n];
        diagonal = new double[n];
        rate = new double[n];
        decay = new double[n];
        middle = new double[n];
    }

    @Override
    public void begin(double t, double[] y) {
        evaluate(t, y, slope, diagonal);
        current = true;
    }

    private void evaluate(double t, double[] y, double[] dy, double[] d) {
        field.evaluateWithDiagonal(t, y, dy, d);
        for (int i = 0; i < d.length; i++) if (!exponential[i]) d[i] = 0;
        evaluations++;
    }

    @Override
    public void attempt(double t, double h, double[] y, double[] next, double[] error) {
        if (!current) begin(t, y);
        System.arraycopy(slope, 0, rate, 0, y.length);
        System.arraycopy(diagonal, 0, decay, 0, y.length);
        if (second) lineariseHalfway(t, h, y);
        relax(h, y, next);
    }

    /// Sundnes, Artebrant, Skavhaug & Tveito 2009: the equations linearised at the state of order 1 after half a step.
    private void lineariseHalfway(double t, double h, double[] y) {
        relax(h / 2, y, middle);
        evaluate(t + h / 2, middle, rate, decay);
        for (int i = 0; i < y.length; i++) if (middle[i] != y[i]) rate[i] = Math.fma(decay[i], y[i] - middle[i], rate[i]);
    }

    /// Where the rate is 0 an unknown stays, even if its slope is infinite.
    private void relax(double h, double[] y, double[] out) {
        for (int i = 0; i < y.length; i++) out[i] = rate[i] == 0 ? y[i] : Math.fma(h * Exponential.phi(h * decay[i]), rate[i], y[i]);
    }

    @Override
    public void accept(double t, double[] y) {
        current = false;
    }

    /// The method's own formula for a part of the step.
    @Override
    public void interpolate(double x, double h, double[] from, double[] to, double[] y) {
        relax(x * h, from, y);
    }

    @Override
    public double[] slope() {
        return slope;
    }

    @Override
    public double stiffness(double h, double[] y, double[] weights) {
        return Double.NaN;
    }

    @Override
    public int culprit() {
        return steep() ? Pace.notFinite(diagonal) : Math.max(Pace.notFinite(rate), Pace.notFinite(decay));
    }

    @Override
    public boolean steep() {
        return Pace.finite(slope) && !Pace.finite(diagonal);
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
