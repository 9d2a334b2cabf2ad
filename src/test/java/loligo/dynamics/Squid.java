package loligo.dynamics;

/// Hodgkin & Huxley 1952 in today's convention: y = (V [mV], m, h, n), p = (I [uA/cm^2]), time in ms; E_L = -54.387 mV, exact derivatives.
final class Squid implements Family {
    @Override
    public int dimension() {
        return 4;
    }

    @Override
    public int parameters() {
        return 1;
    }

    @Override
    public void evaluate(double[] y, double[] p, double[] dy) {
        double v = y[0], m = y[1], h = y[2], n = y[3];
        double n2 = n * n;
        dy[0] = p[0] - 120 * m * m * m * h * (v - 50) - 36 * n2 * n2 * (v + 77) - 0.3 * (v + 54.387);
        dy[1] = ratio((v + 40) / 10) * (1 - m) - 4 * StrictMath.exp(-(v + 65) / 18) * m;
        dy[2] = 0.07 * StrictMath.exp(-(v + 65) / 20) * (1 - h) - betaH(v) * h;
        dy[3] = 0.1 * ratio((v + 55) / 10) * (1 - n) - 0.125 * StrictMath.exp(-(v + 65) / 80) * n;
    }

    @Override
    public boolean jacobian(double[] y, double[] p, double[] j) {
        double v = y[0], m = y[1], h = y[2], n = y[3];
        java.util.Arrays.fill(j, 0);
        double m2 = m * m, n2 = n * n;
        double bm = 4 * StrictMath.exp(-(v + 65) / 18), ah = 0.07 * StrictMath.exp(-(v + 65) / 20), bn = 0.125 * StrictMath.exp(-(v + 65) / 80);
        double bh = betaH(v);
        j[0] = -(120 * m2 * m * h + 36 * n2 * n2 + 0.3);
        j[1] = -360 * m2 * h * (v - 50);
        j[2] = -120 * m2 * m * (v - 50);
        j[3] = -144 * n2 * n * (v + 77);
        j[4] = 0.1 * slopeOfRatio((v + 40) / 10) * (1 - m) + bm / 18 * m;
        j[5] = -(ratio((v + 40) / 10) + bm);
        j[8] = -ah / 20 * (1 - h) - bh * (1 - bh) / 10 * h;
        j[10] = -(ah + bh);
        j[12] = 0.01 * slopeOfRatio((v + 55) / 10) * (1 - n) + bn / 80 * n;
        j[15] = -(0.1 * ratio((v + 55) / 10) + bn);
        return true;
    }

    @Override
    public boolean byParameter(int k, double[] y, double[] p, double[] dfdp) {
        java.util.Arrays.fill(dfdp, 0);
        dfdp[0] = 1;
        return true;
    }

    private static double betaH(double v) {
        return 1 / (1 + StrictMath.exp(-(v + 35) / 10));
    }

    /// x / (1 - e^-x)
    private static double ratio(double x) {
        return Math.abs(x) < 1e-8 ? 1 + x / 2 : x / -StrictMath.expm1(-x);
    }

    /// d/dx of it
    private static double slopeOfRatio(double x) {
        if (Math.abs(x) < 1e-2) return 0.5 + x / 6 - x * x * x / 180 + x * x * x * x * x / 5040;
        double e = StrictMath.expm1(-x);
        return (-e - x * (1 + e)) / (e * e);
    }
}
