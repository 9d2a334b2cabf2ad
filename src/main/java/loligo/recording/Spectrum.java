package loligo.recording;

/// Fourier integrals of a trace: on each panel that of the quartic itself, to rounding, however fast the wave is.
///
/// The moments `m[k]`, integrals of `s^k exp(-i theta s)` from 0 to 1, come from their power series for slow waves and by
/// `m[k] = (k m[k-1] - exp(-i theta))/(i theta)` for fast ones.
final class Spectrum {
    /// Above this angle per panel the recurrence loses less than the series.
    private static final double FAST = 2;
    private static final int TERMS = 30;
    private static final double NOTHING = 0x1p-60;

    private final double omega;
    private final double[] real = new double[Recording.NODES]; // of the moments // [5]
    private final double[] imaginary = new double[Recording.NODES]; // [5]
    private double sumReal;
    private double sumImaginary;

    private Spectrum(double omega) {
        this.omega = omega;
    }

    static Amplitude of(Trace trace, double about, double omega) {
        Spectrum spectrum = new Spectrum(omega);
        Quartic quartic = new Quartic();
        for (int panel = 0; panel < trace.panels(); panel++) {
            quartic.shape(trace.values(), panel * Recording.NODES);
            spectrum.add(quartic, about, trace.edges()[panel] - trace.start(), trace.edges()[panel + 1] - trace.edges()[panel]);
        }
        return new Amplitude(spectrum.sumReal, spectrum.sumImaginary);
    }

    private void add(Quartic quartic, double about, double at, double length) {
        moments(omega * length);
        double re = -about * real[0];
        double im = -about * imaginary[0];
        for (int k = 0; k < real.length; k++) {
            re += quartic.coefficient(k) * real[k];
            im += quartic.coefficient(k) * imaginary[k];
        }
        double cos = StrictMath.cos(omega * at);
        double sin = StrictMath.sin(omega * at);
        sumReal += length * (re * cos + im * sin);
        sumImaginary += length * (im * cos - re * sin);
    }

    private void moments(double theta) {
        if (Math.abs(theta) < FAST) {
            for (int k = 0; k < real.length; k++) series(theta, k);
            return;
        }
        double cos = StrictMath.cos(theta);
        double sin = StrictMath.sin(theta);
        real[0] = sin / theta;
        imaginary[0] = (cos - 1) / theta;
        for (int k = 1; k < real.length; k++) {
            real[k] = (k * imaginary[k - 1] + sin) / theta;
            imaginary[k] = (cos - k * real[k - 1]) / theta;
        }
    }

    /// The sum of `(-i theta)^j / (j! (k + j + 1))`, up to where a term is nothing beside the first.
    private void series(double theta, int k) {
        double power = 1; // theta^j/j!
        real[k] = 0;
        imaginary[k] = 0;
        for (int j = 0; j < TERMS && Math.abs(power) > NOTHING; j++) {
            double term = power / (k + j + 1);
            switch (j % 4) {
                case 0 -> real[k] += term;
                case 1 -> imaginary[k] -= term;
                case 2 -> real[k] -= term;
                default -> imaginary[k] += term;
            }
            power *= theta / (j + 1);
        }
    }
}
