package loligo.solver;

/// The squid axon of Hodgkin and Huxley (1952) at 6.3 degrees Celsius, in today's convention of sign: `y = (V [mV], m, h, n)`, time in ms.
/// C = 1 uF/cm^2; g_Na = 120, g_K = 36, g_L = 0.3 mS/cm^2; E_Na = 50, E_K = -77, E_L = -54.387 mV.
final class HodgkinHuxley implements SemilinearField {
    static final double LEAK = -54.387; // mV
    final double current; // uA/cm^2

    HodgkinHuxley(double current) {
        this.current = current;
    }

    /// V = -65 mV, and the gates where they settle at it // [4]
    static double[] rest() {
        double v = -65;
        double am = alphaM(v), bm = 4, ah = 0.07, bh = betaH(v), an = alphaN(v), bn = 0.125;
        return new double[] {v, am / (am + bm), ah / (ah + bh), an / (an + bn)};
    }

    @Override
    public int dimension() {
        return 4;
    }

    @Override
    public void evaluate(double t, double[] y, double[] dy) {
        double v = y[0], m = y[1], h = y[2], n = y[3];
        double n2 = n * n;
        dy[0] = current - 120 * m * m * m * h * (v - 50) - 36 * n2 * n2 * (v + 77) - 0.3 * (v - LEAK);
        dy[1] = alphaM(v) * (1 - m) - 4 * exp(-(v + 65) / 18) * m;
        dy[2] = 0.07 * exp(-(v + 65) / 20) * (1 - h) - betaH(v) * h;
        dy[3] = alphaN(v) * (1 - n) - 0.125 * exp(-(v + 65) / 80) * n;
    }

    @Override
    public void evaluateWithDiagonal(double t, double[] y, double[] dy, double[] diagonal) {
        evaluate(t, y, dy);
        double v = y[0], m = y[1], n = y[3];
        double n2 = n * n;
        diagonal[0] = -(120 * m * m * m * y[2] + 36 * n2 * n2 + 0.3);
        diagonal[1] = -(alphaM(v) + 4 * exp(-(v + 65) / 18));
        diagonal[2] = -(0.07 * exp(-(v + 65) / 20) + betaH(v));
        diagonal[3] = -(alphaN(v) + 0.125 * exp(-(v + 65) / 80));
    }

    @Override
    public boolean[] relaxing() {
        return new boolean[] {false, true, true, true};
    }

    @Override
    public void jacobian(double t, double[] y, double[] j) {
        double v = y[0], m = y[1], h = y[2], n = y[3];
        java.util.Arrays.fill(j, 0);
        double m2 = m * m, n2 = n * n;
        double bm = 4 * exp(-(v + 65) / 18), ah = 0.07 * exp(-(v + 65) / 20), bn = 0.125 * exp(-(v + 65) / 80);
        double bh = betaH(v);
        j[0] = -(120 * m2 * m * h + 36 * n2 * n2 + 0.3);
        j[1] = -360 * m2 * h * (v - 50);
        j[2] = -120 * m2 * m * (v - 50);
        j[3] = -144 * n2 * n * (v + 77);
        j[4] = 0.1 * slopeOfRatio((v + 40) / 10) * (1 - m) + bm / 18 * m;
        j[5] = -(alphaM(v) + bm);
        j[8] = -ah / 20 * (1 - h) - bh * (1 - bh) / 10 * h;
        j[10] = -(ah + bh);
        j[12] = 0.01 * slopeOfRatio((v + 55) / 10) * (1 - n) + bn / 80 * n;
        j[15] = -(alphaN(v) + bn);
    }

    @Override
    public void timeDerivative(double t, double[] y, double[] dfdt) {
        java.util.Arrays.fill(dfdt, 0);
    }

    private static double alphaM(double v) {
        return ratio((v + 40) / 10);
    }

    private static double alphaN(double v) {
        return 0.1 * ratio((v + 55) / 10);
    }

    private static double betaH(double v) {
        return 1 / (1 + exp(-(v + 35) / 10));
    }

    /// x / (1 - e^-x)
    private static double ratio(double x) {
        return Math.abs(x) < 1e-5 ? 1 + x / 2 : x / (1 - exp(-x));
    }

    /// d/dx of it
    private static double slopeOfRatio(double x) {
        if (Math.abs(x) < 1e-4) return 0.5 + x / 6;
        double e = exp(-x);
        return (1 - e - x * e) / ((1 - e) * (1 - e));
    }

    /// e^x to an ulp or two: by the nearest power of two and a Taylor polynomial, as compiled kernels do. |x| < 700.
    private static double exp(double x) {
        double k = Math.rint(x * 1.4426950408889634);
        double r = Math.fma(-k, 1.9082149292705877e-10, Math.fma(-k, 0.6931471803691238, x));
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = Math.fma(Math.fma(r, 1 / 6.0, 0.5), r2, 1 + r);
        double middle = Math.fma(Math.fma(r, 1 / 5040.0, 1 / 720.0), r2, Math.fma(r, 1 / 120.0, 1 / 24.0));
        double high = Math.fma(Math.fma(r, 1 / 39916800.0, 1 / 3628800.0), r2, Math.fma(r, 1 / 362880.0, 1 / 40320.0));
        double p = Math.fma(Math.fma(Math.fma(r4, 1 / 479001600.0, high), r4, middle), r4, low);
        return p * Double.longBitsToDouble(((long) k + 1023) << 52);
    }
}
