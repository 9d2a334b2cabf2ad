package loligo.dynamics;

import static loligo.dynamics.Collocation.STAGES;

/// Where the intervals of a loop begin and end, and functions on it, given by their values at nodes: five equidistant ones per interval, shared at its ends.
///
/// @param phase rising from 0 to 1 // [N+1]
record Mesh(double[] phase) {
    private static final int LOOKS = 8; // samples of an interval in search of extremes

    static Mesh uniform(int intervals) {
        double[] phase = new double[intervals + 1];
        for (int i = 0; i <= intervals; i++) phase[i] = (double) i / intervals;
        return new Mesh(phase);
    }

    int intervals() {
        return phase.length - 1;
    }

    int nodes() {
        return intervals() * STAGES + 1;
    }

    double width(int i) {
        return phase[i + 1] - phase[i];
    }

    double node(int k) {
        int i = Math.min(k / STAGES, intervals() - 1);
        return phase[i] + width(i) * (k - i * STAGES) / STAGES;
    }

    /// Writes the function at a phase, of which whole rounds do not count, into `value` // [d]
    ///
    /// @param nodes its values at the nodes, one node after the other // [nodes*d], or longer
    void interpolate(double[] nodes, int d, double phase, double[] value) {
        double at = phase < 0 || phase > 1 ? phase - Math.floor(phase) : phase;
        int i = interval(at);
        double x = (at - this.phase[i]) / width(i);
        java.util.Arrays.fill(value, 0);
        for (int j = 0; j <= STAGES; j++) {
            double l = Collocation.lagrange(j, x);
            for (int k = 0; k < d; k++) value[k] += l * nodes[(i * STAGES + j) * d + k];
        }
    }

    private int interval(double at) {
        int found = java.util.Arrays.binarySearch(phase, at);
        int i = found >= 0 ? found : -found - 2;
        return Math.clamp(i, 0, intervals() - 1);
    }

    /// The lowest and the highest value of one component: low, high // [2]
    double[] extent(double[] nodes, int d, int component) {
        double[] samples = samples(nodes, d, component);
        double low = samples[0], high = samples[0];
        for (int k = 0; k < samples.length; k++) {
            boolean turns = k % LOOKS > 0 && (samples[k] - samples[k - 1]) * (samples[k + 1] - samples[k]) < 0;
            double value = turns ? samples[k] - slope(samples, k) * turn(samples, k) / 2 : samples[k];
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new double[] {low, high};
    }

    /// The phase at which one component is highest.
    double peak(double[] nodes, int d, int component) {
        double[] samples = samples(nodes, d, component);
        int best = 0;
        for (int k = 1; k < samples.length; k++) if (samples[k] > samples[best]) best = k;
        int i = Math.min(best / LOOKS, intervals() - 1);
        double steps = best - i * LOOKS;
        if (best % LOOKS > 0) steps -= turn(samples, best);
        return phase[i] + width(i) * steps / LOOKS;
    }

    /// One component, evenly spaced within each interval // [N*LOOKS+1]
    private double[] samples(double[] nodes, int d, int component) {
        double[] samples = new double[intervals() * LOOKS + 1];
        double[] value = new double[d];
        for (int k = 0; k < samples.length; k++) {
            int i = Math.min(k / LOOKS, intervals() - 1);
            interpolate(nodes, d, phase[i] + width(i) * (k - i * LOOKS) / LOOKS, value);
            samples[k] = value[component];
        }
        return samples;
    }

    private static double slope(double[] s, int k) {
        return (s[k + 1] - s[k - 1]) / 2;
    }

    /// How far before sample k the parabola through it and its neighbours turns, in steps.
    private static double turn(double[] s, int k) {
        return slope(s, k) / (s[k - 1] - 2 * s[k] + s[k + 1]);
    }

    /// The function on another mesh // [nodes*d]
    double[] moved(double[] nodes, int d, Mesh to) {
        double[] moved = new double[to.nodes() * d];
        double[] value = new double[d];
        for (int k = 0; k < to.nodes(); k++) {
            interpolate(nodes, d, to.node(k), value);
            System.arraycopy(value, 0, moved, k * d, d);
        }
        return moved;
    }

    /// The size of the fifth derivative on each interval to the power 1/5, the density that an even distribution of the error wants
    /// (de Boor 1973; Ascher, Mattheij & Russell 1995, 9.1) // [N]
    double[] density(double[] nodes, int d) {
        int n = intervals();
        double[] density = new double[n];
        double[] fourth = new double[n * d];
        for (int i = 0; i < n; i++) {
            double scale = StrictMath.pow(STAGES / width(i), STAGES);
            for (int j = 0; j <= STAGES; j++) {
                for (int k = 0; k < d; k++) fourth[i * d + k] += scale * Collocation.HIGHEST[j] * nodes[(i * STAGES + j) * d + k];
            }
        }
        for (int i = 0; i < n; i++) {
            int before = (i + n - 1) % n, after = (i + 1) % n;
            double left = 2 / (width(before) + width(i)), right = 2 / (width(i) + width(after));
            double square = 0;
            for (int k = 0; k < d; k++) {
                double one = Math.abs(fourth[i * d + k] - fourth[before * d + k]) * left;
                double two = Math.abs(fourth[after * d + k] - fourth[i * d + k]) * right;
                square += (one + two) * (one + two) / 4;
            }
            density[i] = StrictMath.pow(square, 0.1);
        }
        return density;
    }

    /// The estimated distance of the piecewise polynomial from the function, at worst, if the density were evenly distributed over so many intervals.
    static double error(Mesh mesh, double[] density, int intervals) {
        double integral = 0;
        for (int i = 0; i < density.length; i++) integral += density[i] * mesh.width(i);
        return INTERPOLATION * StrictMath.pow(integral / intervals, STAGES + 1);
    }

    private static final double INTERPOLATION = 3.6314 / (120 * 1024.0); // largest |x (x-1) .. (x-4)| over 5! 4^5

    /// The mesh of so many intervals with the same integral of the density over each; some density is everywhere.
    Mesh adapted(double[] density, int intervals) {
        int n = intervals();
        double mean = 0;
        for (int i = 0; i < n; i++) mean += density[i] * width(i);
        double[] sum = new double[n + 1];
        for (int i = 0; i < n; i++) sum[i + 1] = sum[i] + (density[i] + 0.25 * mean + 1e-300) * width(i);
        double[] moved = new double[intervals + 1];
        int i = 0;
        for (int k = 1; k < intervals; k++) {
            double wanted = sum[n] * k / intervals;
            while (sum[i + 1] < wanted) i++;
            moved[k] = phase[i] + width(i) * (wanted - sum[i]) / (sum[i + 1] - sum[i]);
        }
        moved[intervals] = 1;
        return new Mesh(moved);
    }
}
