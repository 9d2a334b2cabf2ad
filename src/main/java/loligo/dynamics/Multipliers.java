package loligo.dynamics;

/// Floquet multipliers of a cycle without the trivial one.
///
/// @param real, imaginary the largest modulus first // [n-1]
/// @param trivial the multiplier that is 1 by nature, as computed: how far it is from 1 measures the accuracy
public record Multipliers(double[] real, double[] imaginary, double trivial) {
    /// Takes the multiplier nearest to 1 out of all.
    ///
    /// @param all real, then imaginary parts // [2n]
    static Multipliers of(double[] all) {
        int n = all.length / 2;
        int nearest = 0;
        for (int k = 1; k < n; k++) if (distance(all, k) < distance(all, nearest)) nearest = k;
        double[] real = new double[n - 1];
        double[] imaginary = new double[n - 1];
        for (int k = 0, to = 0; k < n; k++) {
            if (k == nearest) continue;
            real[to] = all[k];
            imaginary[to++] = all[n + k];
        }
        return new Multipliers(real, imaginary, all[nearest]);
    }

    /// In the plane, where the product of both, and so the only one, is known by Liouville's formula however large or small it is.
    ///
    /// @param growth its logarithm
    static Multipliers ofPlane(double growth, double trivial) {
        return new Multipliers(new double[] {Math.clamp(StrictMath.exp(growth), Double.MIN_NORMAL, Double.MAX_VALUE)}, new double[1], trivial);
    }

    private static double distance(double[] all, int k) {
        return StrictMath.hypot(all[k] - 1, all[all.length / 2 + k]);
    }

    public int size() {
        return real.length;
    }

    public double modulus(int k) {
        return StrictMath.hypot(real[k], imaginary[k]);
    }

    /// How many are outside the unit circle.
    public int outside() {
        int count = 0;
        for (int k = 0; k < real.length; k++) if (modulus(k) > 1) count++;
        return count;
    }

    /// Changes sign where a real multiplier passes `value`.
    double through(double value) {
        double sign = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < real.length; k++) {
            if (imaginary[k] == 0 && real[k] < value) sign = -sign;
            least = Math.min(least, StrictMath.hypot(real[k] - value, imaginary[k]) / (1 + modulus(k)));
        }
        return real.length == 0 ? 1 : sign * least;
    }

    /// Changes sign where a complex pair passes the unit circle, and where the product of two real ones passes 1.
    double pairs() {
        double sign = 1;
        double least = 1;
        for (int i = 0; i < real.length; i++) {
            for (int j = i + 1; j < real.length; j++) {
                double re = real[i] * real[j] - imaginary[i] * imaginary[j] - 1;
                double im = real[i] * imaginary[j] + imaginary[i] * real[j];
                if (Math.abs(im) <= 1e-9 * (1 + Math.abs(re)) && re < 0) sign = -sign;
                least = Math.min(least, StrictMath.hypot(re, im) / (1 + modulus(i) * modulus(j)));
            }
        }
        return sign * least;
    }
}
