package loligo.dynamics;

import java.util.Optional;

/// How uncertain the parameters of a double point are: by what is noise in the test function that vanishes there, over its slope along the curve, and by how far
/// one more step of Newton's method would move the point.
final class Uncertainty {
    private static final double BESIDE = 1e-2; // sizes along the curve
    private static final double STEPS = 4;     // such steps of Newton's method: its differences are not exact

    private Uncertainty() {}

    /// Infinite where the curve can not be followed to both sides // [2]
    static double[] of(TwoParameterCurve curve, TwoParameterCurve.Point at, int test) {
        Corrector<TwoParameterCurve.Point> corrector = new Corrector<>(curve);
        Optional<TwoParameterCurve.Point> before = corrector.ahead(at, -BESIDE), after = corrector.ahead(at, BESIDE);
        double[] step = new double[at.x().length], row = new double[at.x().length];
        curve.weigh(at.tangent(), row);
        if (before.isEmpty() || after.isEmpty() || !curve.newton(at.x(), row, step, new double[at.x().length])) return new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double slope = (after.get().tests()[test] - before.get().tests()[test]) / (2 * BESIDE);
        double along = curve.noise(at, test) / Math.abs(slope) + STEPS * corrector.norm(step);
        double[] error = new double[2];
        for (int j = 0; j < 2; j++) {
            double low = before.get().parameters()[j], middle = at.parameters()[j], high = after.get().parameters()[j];
            double rate = Math.abs(high - low) / (2 * BESIDE);
            double bend = Math.abs(high - 2 * middle + low) / (BESIDE * BESIDE);
            double across = STEPS * Math.abs(step[step.length - 2 + j]) * curve.parameterSize(j);
            error[j] = rate * along + bend * along * along + across + 16 * Math.ulp(middle);
        }
        return error;
    }
}
