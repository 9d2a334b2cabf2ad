package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The simple model of Izhikevich 2007, chapter 8, by hand: C V' = k (V - vr)(V - vt) - u + I, u' = a (goal(V) - u), in pF, nS/mV, mV, pA and ms; stepped
/// by the classical Runge-Kutta method, each step that meets the peak shortened until it ends there.
///
/// @param begin where V begins; u begins at 0
/// @param goal where V draws u to
/// @param peak the V, of u, at which it is reset
/// @param resetV of the u before
/// @param resetU of the u before
record SimpleModel(double c, double k, double vr, double vt, double a, double begin, DoubleUnaryOperator goal, DoubleUnaryOperator peak, DoubleUnaryOperator resetV, DoubleUnaryOperator resetU) {
    static SimpleModel of(String kind) {
        return switch (kind) {
            case "regular-spiking" -> new SimpleModel(100, 0.7, -60, -40, 0.03, -60, v -> -2 * (v + 60), u -> 35, u -> -50, u -> u + 100);
            case "chattering" -> new SimpleModel(50, 1.5, -60, -40, 0.03, -60, v -> v + 60, u -> 25, u -> -40, u -> u + 150);
            case "fast-spiking" -> new SimpleModel(20, 1, -55, -40, 0.2, -55, v -> v < -55 ? 0 : 0.025 * (v + 55) * (v + 55) * (v + 55), u -> 25, u -> -45, u -> u);
            case "intrinsically-bursting" -> new SimpleModel(150, 1.2, -75, -45, 0.01, -75, v -> 5 * (v + 75), u -> 50, u -> -56, u -> u + 130);
            case "low-threshold-spiking" -> new SimpleModel(100, 1, -56, -42, 0.03, -56, v -> 8 * (v + 56), u -> 40 - 0.1 * u, u -> -53 + 0.04 * u, u -> Math.min(u + 20, 670));
            case "reticular" -> new SimpleModel(40, 0.25, -65, -45, 0.015, -64, v -> (v < -65 ? 10 : 2) * (v + 65), u -> 0, u -> -55, u -> u + 50);
            case "thalamocortical" -> new SimpleModel(200, 1.6, -60, -50, 0.01, -60, v -> v < -65 ? 15 * (v + 65) : 0, u -> 35 + 0.1 * u, u -> -60 - 0.1 * u, u -> u + 10);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /// Times of the resets, ms, under a current that is switched off at a time.
    List<Double> spikes(double current, double off, double until, double dt) {
        List<Double> times = new ArrayList<>();
        double[] y = {begin, 0}; // V in mV, u in pA
        double t = 0;
        while (t < until - 1e-9) {
            double end = Math.min(t < off - 1e-9 ? off : until, dt * Math.rint(t / dt + 1 + 1e-9));
            double h = end - t <= 1e-9 ? dt : end - t;
            double i = t < off - 1e-9 ? current : 0;
            double[] next = step(y, i, h);
            if (next[0] > peak.applyAsDouble(next[1])) {
                h = passage(y, i, h);
                next = step(y, i, h);
                next = new double[] {resetV.applyAsDouble(next[1]), resetU.applyAsDouble(next[1])};
                times.add(t + h);
            }
            y = next;
            t += h;
        }
        return times;
    }

    /// The length of the step that ends at the peak, by bisection.
    private double passage(double[] y, double current, double h) {
        double low = 0;
        double high = h;
        for (int n = 0; n < 60; n++) {
            double middle = (low + high) / 2;
            double[] there = step(y, current, middle);
            if (there[0] > peak.applyAsDouble(there[1])) high = middle;
            else low = middle;
        }
        return high;
    }

    private double[] step(double[] y, double current, double h) {
        double[] p = slope(y, current, y, 0);
        double[] q = slope(y, current, p, h / 2);
        double[] r = slope(y, current, q, h / 2);
        double[] s = slope(y, current, r, h);
        return new double[] {y[0] + h / 6 * (p[0] + 2 * q[0] + 2 * r[0] + s[0]), y[1] + h / 6 * (p[1] + 2 * q[1] + 2 * r[1] + s[1])};
    }

    private double[] slope(double[] y, double current, double[] along, double h) {
        double v = y[0] + h * along[0];
        double u = y[1] + h * along[1];
        return new double[] {(k * (v - vr) * (v - vt) - u + current) / c, a * (goal.applyAsDouble(v) - u)};
    }
}
