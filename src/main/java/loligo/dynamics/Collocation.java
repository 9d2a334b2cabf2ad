package loligo.dynamics;

/// Numbers of collocation at the Gauss points with piecewise polynomials of degree 4 (Ascher, Christiansen & Russell 1981; Doedel 1981):
/// values and slopes of the Lagrange polynomials of the five equidistant nodes at the four Gauss points of the unit interval.
final class Collocation {
    static final int STAGES = 4;
    static final double[] WEIGHT = new double[STAGES]; // of the Gauss points // [4]
    static final double[][] VALUE = new double[STAGES][STAGES + 1]; // of polynomial j at Gauss point c // [4][5]
    static final double[][] SLOPE = new double[STAGES][STAGES + 1]; // [4][5]
    static final double[] HIGHEST = {1, -4, 6, -4, 1}; // weights of the nodes in the fourth derivative, times (4/h)^4

    static {
        double root = Math.sqrt(4.8) / 7; // Abramowitz & Stegun 25.4.30: squared abscissae 3/7 -+ 2/7 sqrt(6/5)
        double[] abscissa = {-Math.sqrt(3.0 / 7 + root), -Math.sqrt(3.0 / 7 - root), Math.sqrt(3.0 / 7 - root), Math.sqrt(3.0 / 7 + root)};
        double small = (18 - Math.sqrt(30)) / 72, large = (18 + Math.sqrt(30)) / 72;
        double[] weight = {small, large, large, small};
        for (int c = 0; c < STAGES; c++) {
            WEIGHT[c] = weight[c];
            double x = (1 + abscissa[c]) / 2;
            for (int j = 0; j <= STAGES; j++) {
                VALUE[c][j] = lagrange(j, x);
                SLOPE[c][j] = slope(j, x);
            }
        }
    }

    private Collocation() {}

    /// The polynomial that is 1 at node j and 0 at the others, at x in [0, 1].
    static double lagrange(int j, double x) {
        double product = 1;
        for (int k = 0; k <= STAGES; k++) if (k != j) product *= (STAGES * x - k) / (j - k);
        return product;
    }

    static double slope(int j, double x) {
        double sum = 0;
        for (int i = 0; i <= STAGES; i++) {
            if (i == j) continue;
            double product = (double) STAGES / (j - i);
            for (int k = 0; k <= STAGES; k++) if (k != j && k != i) product *= (STAGES * x - k) / (j - k);
            sum += product;
        }
        return sum;
    }
}
