package loligo.model;

import static java.lang.StrictMath.cbrt;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.pow;

import java.util.List;

/// Models of the library written down a second time, by hand and in plain Java, so that a slip of the pen in either shows. Units: mV, ms, uA/cm^2 (or
/// pA/pF), mS/cm^2; formulas are spelt as other sources spell them where those differ.
///
/// @param model the library's name
/// @param states the library's names of the unknowns, in the order of `field`
/// @param begin where a run begins // [n]
/// @param field the derivative under a constant current
record ByHand(String model, List<String> states, double[] begin, Field field) {
    interface Field {
        /// @param y // [n]
        /// @param dy // [n]
        void at(double current, double[] y, double[] dy);
    }

    static final List<ByHand> ALL = List.of(
            new ByHand("wang-buzsaki-1996", List.of("V", "NaV.h", "Kdr.n"), new double[] {-64, 0.78, 0.09}, ByHand::wangBuzsaki),
            new ByHand("connor-stevens-1977", List.of("V", "NaV.m", "NaV.h", "Kdr.n", "KA.a", "KA.b"), new double[] {-68, 0.01, 0.966, 0.156, 0.54, 0.289}, ByHand::connorStevens),
            new ByHand("golomb-2007", List.of("V", "NaV.h", "Kdr.n", "KD.a", "KD.b"), new double[] {-70, 0.85, 0.0002, 0.27, 0.5}, ByHand::golomb),
            new ByHand("luo-rudy-1991", List.of("V", "NaV.m", "NaV.h", "NaV.j", "Si.d", "Si.f", "Kdr.X", "Ca"),
                    new double[] {-84.5, 0.0017, 0.9832, 0.9955, 0.003, 1, 0.0057, 0.0002}, ByHand::luoRudy),
            new ByHand("gokhale-2017-35", List.of("V", "NaV15.m", "h1", "h2", "n1", "n2", "NaOwn.o", "NaOwn.p", "KOwn.b"),
                    new double[] {-74.2, 0.0967, 0.258, 0.0776, 0.3993, 0.3993, 0.0662, 0.8635, 0.206}, ByHand::gokhaleWarm),
            new ByHand("gokhale-2017-23", List.of("V", "NaV15.m", "h1", "h2", "n1", "n2", "NaOwn.o", "NaOwn.p", "KOwn.b"),
                    new double[] {-72.2, 0.1, 0.077, 0.01, 0.5067, 0.5067, 0.079, 0.7255, 0.0656}, ByHand::gokhaleCold),
            new ByHand("traub-miles-1991", List.of("V", "NaV.m", "NaV.h", "Kdr.n"), new double[] {-67, 0.01, 0.99, 0.02}, ByHand::traubMiles),
            new ByHand("pospischil-2008-rs", List.of("V", "NaV.m", "NaV.h", "Kdr.n", "KM.p"), new double[] {-70, 0.02, 0.99, 0.02, 0.03},
                    (i, y, dy) -> pospischil(i, y, dy, new double[] {5, 0.1, -70, 0.07, 0, 0})),
            new ByHand("pospischil-2008-ib", List.of("V", "NaV.m", "NaV.h", "Kdr.n", "KM.p", "CaL.q", "CaL.r"), new double[] {-84, 0.01, 1, 0.01, 0.01, 0.01, 0.5},
                    (i, y, dy) -> pospischil(i, y, dy, new double[] {5, 0.01, -85, 0.03, 0.17, 0})),
            new ByHand("pospischil-2008-lts", List.of("V", "NaV.m", "NaV.h", "Kdr.n", "KM.p", "CaT.u"), new double[] {-84, 0.01, 1, 0.01, 0.01, 0.5},
                    (i, y, dy) -> pospischil(i, y, dy, new double[] {5, 0.01, -85, 0.03, 0, 0.4})),
            new ByHand("noble-1962", List.of("V", "NaV.m", "NaV.h", "K2.n"), new double[] {-87, 0.01, 0.8, 0.01}, ByHand::noble),
            new ByHand("plant-1981", List.of("V", "NaV.h", "Kdr.n", "Slow.x", "Ca"), new double[] {-55, 0.9, 0.03, 0.27, 0.4}, ByHand::plant),
            new ByHand("chay-keizer-1983", List.of("V", "CaV.m", "CaV.h", "Kdr.n", "Ca"), new double[] {-54.774, 0.029725, 0.747865, 0.061079, 0.0008}, ByHand::chayKeizer));

    /// `x/(1 - exp(-x/k))`, with its value k at 0.
    private static double ratio(double x, double k) {
        return x == 0 ? k : x / (1 - exp(-x / k));
    }

    private static double sigmoid(double v, double half, double slope) {
        return 1 / (1 + exp((half - v) / slope));
    }

    private static double rates(double alpha, double beta, double x) {
        return alpha * (1 - x) - beta * x;
    }

    private static void wangBuzsaki(double i, double[] y, double[] dy) {
        double v = y[0];
        double am = 0.1 * ratio(v + 35, 10);
        double m = am / (am + 4 * exp(-(v + 60) / 18));
        dy[0] = i - 35 * m * m * m * y[1] * (v - 55) - 9 * pow(y[2], 4) * (v + 90) - 0.1 * (v + 65);
        dy[1] = 5 * rates(0.07 * exp(-(v + 58) / 20), 1 / (exp(-0.1 * (v + 28)) + 1), y[1]);
        dy[2] = 5 * rates(0.01 * ratio(v + 34, 10), 0.125 * exp(-(v + 44) / 80), y[2]);
    }

    /// As Connor and colleagues have it: Hodgkin and Huxley's rates, shifted and scaled; exponents of the A-current as Dayan and Abbott round them.
    private static void connorStevens(double i, double[] y, double[] dy) {
        double v = y[0];
        double vm = v - 5.3;
        double vh = v - 12;
        double vn = v - 4.3;
        double a = cbrt(0.0761 * exp(0.0314 * (v + 94.22)) / (1 + exp(0.0346 * (v + 1.17))));
        double b = pow(1 + exp(0.0688 * (v + 53.3)), -4);
        dy[0] = i - 120 * pow(y[1], 3) * y[2] * (v - 55) - 20 * pow(y[3], 4) * (v + 72) - 47.7 * pow(y[4], 3) * y[5] * (v + 75) - 0.3 * (v + 17);
        dy[1] = 3.8 * rates(0.1 * ratio(vm + 35, 10), 4 * exp(-0.0556 * (vm + 60)), y[1]);
        dy[2] = 3.8 * rates(0.07 * exp(-(vh + 60) / 20), 1 / (1 + exp(-(vh + 30) / 10)), y[2]);
        dy[3] = 2 * rates(0.01 * ratio(vn + 50, 10), 0.125 * exp(-(vn + 60) / 80), y[3]);
        dy[4] = (a - y[4]) / (0.3632 + 1.158 / (1 + exp(0.0497 * (v + 55.96))));
        dy[5] = (b - y[5]) / (1.24 + 2.678 / (1 + exp(0.0624 * (v + 50))));
    }

    private static void golomb(double i, double[] y, double[] dy) {
        double v = y[0];
        double m = sigmoid(v, -24, 11.5);
        dy[0] = i - 112.5 * m * m * m * y[1] * (v - 50) - (225 * y[2] * y[2] + 0.39 * pow(y[3], 3) * y[4]) * (v + 90) - 0.25 * (v + 70);
        dy[1] = (sigmoid(v, -58.3, -6.7) - y[1]) / (0.5 + 14 * sigmoid(v, -60, -12));
        dy[2] = (sigmoid(v, -12.4, 6.8) - y[2]) / ((0.087 + 11.4 * sigmoid(v, -14.6, -8.6)) * (0.087 + 11.4 * sigmoid(v, 1.3, 18.7)));
        dy[3] = (sigmoid(v, -50, 20) - y[3]) / 2;
        dy[4] = (sigmoid(v, -70, -6) - y[4]) / 150;
    }

    private static void luoRudy(double i, double[] y, double[] dy) {
        double v = y[0];
        double ca = y[7];
        double rtf = 8.31446261815324 * 310 / 96.48533212331;
        double ek1 = rtf * log(5.4 / 145);
        double ak1 = 1.02 / (1 + exp(0.2385 * (v - ek1 - 59.215)));
        double bk1 = (0.49124 * exp(0.08032 * (v - ek1 + 5.476)) + exp(0.06175 * (v - ek1 - 594.31))) / (1 + exp(-0.5143 * (v - ek1 + 4.753)));
        double xi = v <= -100 ? 1 : v == -77 ? 2.837 * 0.04 / exp(0.04 * (v + 35)) : 2.837 * (exp(0.04 * (v + 77)) - 1) / ((v + 77) * exp(0.04 * (v + 35)));
        double isi = 0.09 * y[4] * y[5] * (v - (7.7 - 13.0287 * log(ca)));
        dy[0] = i - 23 * pow(y[1], 3) * y[2] * y[3] * (v - rtf * log(140.0 / 18)) - isi
                - 0.282 * y[6] * xi * (v - rtf * log((5.4 + 0.01833 * 140) / (145 + 0.01833 * 18)))
                - 0.6047 * ak1 / (ak1 + bk1) * (v - ek1) - 0.0183 / (1 + exp((7.488 - v) / 5.98)) * (v - ek1) - 0.03921 * (v + 59.87);
        dy[1] = rates(0.32 * ratio(v + 47.13, 10), 0.08 * exp(-v / 11), y[1]);
        boolean low = v < -40;
        dy[2] = rates(low ? 0.135 * exp((80 + v) / -6.8) : 0, low ? 3.56 * exp(0.079 * v) + 3.1e5 * exp(0.35 * v) : 1 / (0.13 * (1 + exp((v + 10.66) / -11.1))), y[2]);
        dy[3] = rates(low ? (-1.2714e5 * exp(0.2444 * v) - 3.474e-5 * exp(-0.04391 * v)) * (v + 37.78) / (1 + exp(0.311 * (v + 79.23))) : 0,
                low ? 0.1212 * exp(-0.01052 * v) / (1 + exp(-0.1378 * (v + 40.14))) : 0.3 * exp(-2.535e-7 * v) / (1 + exp(-0.1 * (v + 32))), y[3]);
        dy[4] = rates(0.095 * exp(-0.01 * (v - 5)) / (1 + exp(-0.072 * (v - 5))), 0.07 * exp(-0.017 * (v + 44)) / (1 + exp(0.05 * (v + 44))), y[4]);
        dy[5] = rates(0.012 * exp(-0.008 * (v + 28)) / (1 + exp(0.15 * (v + 28))), 0.0065 * exp(-0.02 * (v + 30)) / (1 + exp(-0.2 * (v + 30))), y[5]);
        dy[6] = rates(0.0005 * exp(0.083 * (v + 50)) / (1 + exp(0.057 * (v + 50))), 0.0013 * exp(-0.06 * (v + 20)) / (1 + exp(-0.04 * (v + 20))), y[6]);
        dy[7] = -1e-4 * isi + 0.07 * (1e-4 - ca);
    }

    private static double bell(double v, double centre, double width) {
        return exp(-(v - centre) * (v - centre) / width);
    }

    private static void gokhaleWarm(double i, double[] y, double[] dy) {
        double v = y[0];
        dy[0] = i - (90.34 * pow(y[1], 3) * (0.9 * y[2] + 0.1 * y[3]) + 0.6976 * pow(y[6], 3) * y[7]) * (v - 61.6)
                - (6.609 * (0.75 * y[4] + 0.25 * y[5]) + 0.1332 * y[8] * y[8]) * (v + 75.3);
        dy[1] = (1.653 * sigmoid(v, -31.38, 7.984) - 0.9225 * sigmoid(v, -20.15, 11.44) + 0.0971 - y[1]) / (0.2827 * bell(v, -53.87, 1136) + 0.027);
        dy[2] = (sigmoid(v, -80.42, -5.811) - y[2]) / (8.582 * bell(v, -83.17, 786.6) + 0.0269 * sigmoid(v, 9.195, -2.982) + 0.1886);
        dy[3] = (sigmoid(v, -80.42, -5.811) - y[3]) / (320.3 * bell(v, -87.77, 377.4) + 0.872);
        dy[4] = (sigmoid(v, -80.13, -14.32) - y[4]) / (0.1181 * bell(v, -106.8, 390.5) + 0.9782 * sigmoid(v, 9.861, -983.1) - 0.4241);
        dy[5] = (sigmoid(v, -80.13, -14.32) - y[5]) / (0.9973 * bell(v, -96.75, 399.6) + 1.26 * sigmoid(v, -92.94, -32.09) + 0.0319);
        dy[6] = (sigmoid(v, -46.25, 10.59) - y[6]) / 0.0797;
        dy[7] = (0.0708 + 0.9292 * sigmoid(v, -58.91, -8.738) - y[7]) / 0.2663;
        dy[8] = (sigmoid(v, -24.96, 36.58) - y[8]) / 0.584;
    }

    private static void gokhaleCold(double i, double[] y, double[] dy) {
        double v = y[0];
        dy[0] = i - (32.64 * pow(y[1], 3) * (0.9 * y[2] + 0.1 * y[3]) + 0.22 * pow(y[6], 3) * y[7]) * (v - 59.2)
                - (4.664 * (0.75 * y[4] + 0.25 * y[5]) + 0.1313 * y[8] * y[8]) * (v + 72.4);
        dy[1] = (1.653 * sigmoid(v, -36.54, 7.984) - 0.9225 * sigmoid(v, -25.31, 11.44) + 0.0971 - y[1]) / (0.9685 * bell(v, -53.87, 1136) + 0.0924);
        dy[2] = (sigmoid(v, -86.06, -5.691) - y[2]) / (29.4 * bell(v, -83.17, 786.6) + 0.0922 * sigmoid(v, 9.195, -2.982) + 0.6461);
        dy[3] = (sigmoid(v, -86.06, -5.691) - y[3]) / (1097 * bell(v, -87.77, 377.4) + 2.987);
        dy[4] = (sigmoid(v, -71.88, -14.32) - y[4]) / (0.1927 * bell(v, -106.8, 390.5) + 1.588 * sigmoid(v, 9.861, -983.1) - 0.6923);
        dy[5] = (sigmoid(v, -71.88, -14.32) - y[5]) / (1.628 * bell(v, -96.75, 399.6) + 2.057 * sigmoid(v, -92.94, -32.09) + 0.0521);
        dy[6] = (sigmoid(v, -46.25, 10.59) - y[6]) / 0.298;
        dy[7] = (0.0708 + 0.9292 * sigmoid(v, -64.67, -8.738) - y[7]) / 0.9953;
        dy[8] = (sigmoid(v, -9.055, 23.79) - y[8]) / 1.6;
    }

    private static void traubMiles(double i, double[] y, double[] dy) {
        double v = y[0];
        dy[0] = i - 100 * pow(y[1], 3) * y[2] * (v - 50) - 80 * pow(y[3], 4) * (v + 100) - 0.1 * (v + 67);
        dy[1] = rates(0.32 * ratio(v + 54, 4), 0.28 * ratio(-(v + 27), 5), y[1]);
        dy[2] = rates(0.128 * exp(-(v + 50) / 18), 4 / (1 + exp(-(v + 27) / 5)), y[2]);
        dy[3] = rates(0.032 * ratio(v + 52, 5), 0.5 * exp(-(v + 57) / 40), y[3]);
    }

    /// @param p g_K, g_leak, E_leak, g_M, g_CaL, g_CaT // [6]
    private static void pospischil(double i, double[] y, double[] dy, double[] p) {
        double v = y[0];
        double u = v + 55;
        double calcium = 0;
        if (p[4] > 0) {
            calcium = p[4] * y[5] * y[5] * y[6];
            dy[5] = rates(0.055 * ratio(v + 27, 3.8), 0.94 * exp((-75 - v) / 17), y[5]);
            dy[6] = rates(0.000457 * exp((-13 - v) / 50), 0.0065 / (exp((-15 - v) / 28) + 1), y[6]);
        } else if (p[5] > 0) {
            double w = v + 2;
            calcium = p[5] * pow(sigmoid(w, -57, 6.2), 2) * y[5];
            dy[5] = pow(3, 1.2) * (sigmoid(w, -81, -4) - y[5]) / (30.8 + (211.4 + exp((w + 113.2) / 5)) / (1 + exp((w + 84) / 3.2)));
        }
        dy[0] = i - 50 * pow(y[1], 3) * y[2] * (v - 50) - (p[0] * pow(y[3], 4) + p[3] * y[4]) * (v + 100) - calcium * (v - 120) - p[1] * (v - p[2]);
        dy[1] = rates(0.32 * ratio(u - 13, 4), 0.28 * ratio(40 - u, 5), y[1]);
        dy[2] = rates(0.128 * exp((17 - u) / 18), 4 / (1 + exp((40 - u) / 5)), y[2]);
        dy[3] = rates(0.032 * ratio(u - 15, 5), 0.5 * exp((10 - u) / 40), y[3]);
        dy[4] = (sigmoid(v, -35, 10) - y[4]) * (3.3 * exp((v + 35) / 20) + exp(-(v + 35) / 20)) / 1000;
    }

    private static void noble(double i, double[] y, double[] dy) {
        double v = y[0];
        double k1 = 1.2 * exp((-v - 90) / 50) + 0.015 * exp((v + 90) / 60);
        dy[0] = (i - (400 * pow(y[1], 3) * y[2] + 0.14) * (v - 40) - (k1 + 1.2 * pow(y[3], 4)) * (v + 100) - 0.075 * (v + 60)) / 12;
        dy[1] = rates(0.1 * ratio(v + 48, 15), 0.12 * ratio(-(v + 8), 5), y[1]);
        dy[2] = rates(0.17 * exp((-v - 90) / 20), 1 / (1 + exp((-v - 42) / 10)), y[2]);
        dy[3] = rates(1e-4 * ratio(v + 50, 10), 2e-3 * exp((-v - 90) / 80), y[3]);
    }

    private static void plant(double i, double[] y, double[] dy) {
        double v = y[0];
        double s = 127.0 / 105 * v + 8265.0 / 105;
        double am = 0.1 * ratio(s - 50, 10);
        double m = am / (am + 4 * exp((25 - s) / 18));
        dy[0] = i + (4 * m * m * m * y[1] + 0.01 * y[3]) * (30 - v) + (0.3 * pow(y[2], 4) + 0.03 * y[4] / (0.5 + y[4])) * (-75 - v) + 0.003 * (-40 - v);
        dy[1] = rates(0.07 * exp((25 - s) / 20), 1 / (exp((55 - s) / 10) + 1), y[1]) / 12.5;
        dy[2] = rates(0.01 * ratio(s - 55, 10), 0.125 * exp((45 - s) / 80), y[2]) / 12.5;
        dy[3] = (1 / (exp(0.15 * (-v - 50)) + 1) - y[3]) / 235;
        dy[4] = 0.0003 * (0.0085 * y[3] * (140 - v) - y[4]);
    }

    /// Calcium in mM, as inside the program; the article has uM.
    private static void chayKeizer(double i, double[] y, double[] dy) {
        double v = y[0];
        double ca = 1000 * y[4];
        double phi = pow(3, (20 - 6.3) / 10);
        double ica = 6.5 * pow(y[1], 3) * y[2] * (100 - v);
        dy[0] = i + 2 * ica + (12 * pow(y[3], 4) + 0.09 * ca / (ca + 1)) * (-75 - v) + 0.04 * (-40 - v);
        dy[1] = phi * rates(0.1 * ratio(v + 50 - 25, 10), 4 * exp(-(v + 50) / 18), y[1]);
        dy[2] = phi * rates(0.07 * exp(-(v + 50) / 20), 1 / (exp(-(v + 50 - 30) / 10) + 1), y[2]);
        dy[3] = phi * rates(0.01 * ratio(v + 30 - 10, 10), 0.125 * exp(-(v + 30) / 80), y[3]);
        dy[4] = 0.004 * (3 / (8.9e-4 * 96487) * ica - 0.04 * ca) / 1000;
    }

    /// Classical Runge-Kutta steps from a state.
    ///
    /// @param highest the highest V met is written into its first element where it exceeds it // [1]
    /// @return the state at the end // [n]
    double[] run(double[] from, double current, double until, double h, double[] highest) {
        int n = from.length;
        double[] y = from.clone();
        double[][] k = new double[4][n];
        double[] at = new double[n];
        long steps = StrictMath.round(until / h);
        for (long s = 0; s < steps; s++) {
            for (int stage = 0; stage < 4; stage++) {
                double c = stage == 0 ? 0 : stage == 3 ? h : h / 2;
                for (int j = 0; j < n; j++) at[j] = y[j] + (stage == 0 ? 0 : c * k[stage - 1][j]);
                field.at(current, at, k[stage]);
            }
            for (int j = 0; j < n; j++) y[j] += h / 6 * (k[0][j] + 2 * k[1][j] + 2 * k[2][j] + k[3][j]);
            highest[0] = StrictMath.max(highest[0], y[0]);
        }
        return y;
    }

    double[] run(double current, double until, double h) {
        return run(begin, current, until, h, new double[] {0});
    }
}
