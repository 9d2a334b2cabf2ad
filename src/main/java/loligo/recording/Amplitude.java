package loligo.recording;

/// A Fourier integral over time, in membrane units times ms.
public record Amplitude(double real, double imaginary) {
    public double size() {
        return StrictMath.hypot(real, imaginary);
    }

    /// Radians.
    public double phase() {
        return StrictMath.atan2(imaginary, real);
    }
}
