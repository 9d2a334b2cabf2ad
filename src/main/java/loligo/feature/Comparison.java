package loligo.feature;

/// How the error of a number is told from two more solutions of the same problem, a finer and a much finer one. Each of their three distances
/// estimates the error; any one of them may be small by chance, so the largest counts. For equal steps this is Richardson's
/// deferred approach to the limit (1911), three times.
///
/// @param near weight of the distance from the stated value to the finer one
/// @param far weight of the distance from the stated value to the much finer one
/// @param between weight of the distance between those two
/// @param least relative error below which three solutions agree by chance only, unless it is to rounding
public record Comparison(double near, double far, double between, double least) {
    /// How much farther off the truth may lie than the largest estimate says.
    static final double SAFETY = 2;

    /// What is so much smaller than the tolerance was never looked at by the step control, and does not follow it.
    private static final double UNSEEN = 1e-5;

    /// Tolerances of 1, 1/3 and 1/100 of this one: errors follow the tolerance roughly, so distances count as they are.
    public static Comparison ofTolerances(double tolerance) {
        return new Comparison(1, 1, 1, UNSEEN * tolerance);
    }

    /// Steps of 1, 1/2 and 1/4 of a method of this order p: errors are as 1, 2^-p, 4^-p, and each distance is the stated error times a known factor.
    public static Comparison ofSteps(int order) {
        if (order < 1) throw new IllegalArgumentException("the order of a method is 1 or more, not " + order);
        double ratio = Math.scalb(1.0, -order);
        return new Comparison(1 / (1 - ratio), 1 / (1 - ratio * ratio), 1 / (ratio - ratio * ratio), 0);
    }

    /// @param rounding what reading alone may be wrong by
    double error(double stated, double finer, double finest, double rounding) {
        double distance = Math.max(Math.max(near * Math.abs(stated - finer), far * Math.abs(stated - finest)), between * Math.abs(finer - finest));
        return SAFETY * distance + rounding + (distance > 2 * rounding ? least * Math.abs(stated) : 0);
    }
}
