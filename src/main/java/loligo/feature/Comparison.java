package loligo.feature;

/// How the error of a number is told from two more solutions of the same problem, a finer and a much finer one. Each of their three distances
/// estimates the error; any one of them may be small by chance, so the largest counts. For equal steps this is Richardson's
/// deferred approach to the limit (1911), three times.
///
/// @param near weight of the distance from the stated value to the finer one
/// @param far weight of the distance from the stated value to the much finer one
/// @param between weight of the distance between those two
public record Comparison(double near, double far, double between) {
    /// How much farther off the truth may lie than the largest estimate says.
    static final double SAFETY = 2;

    /// Tolerances of 1, 1/3 and 1/100: errors follow the tolerance roughly, so distances count as they are.
    public static final Comparison OF_TOLERANCES = new Comparison(1, 1, 1);

    /// Steps of 1, 1/2 and 1/4 of a method of this order p: errors are as 1, 2^-p, 4^-p, and each distance is the stated error times a known factor.
    public static Comparison ofSteps(int order) {
        if (order < 1) throw new IllegalArgumentException("the order of a method is 1 or more, not " + order);
        double ratio = Math.scalb(1.0, -order);
        return new Comparison(1 / (1 - ratio), 1 / (1 - ratio * ratio), 1 / (ratio - ratio * ratio));
    }

    double error(double stated, double finer, double finest) {
        return SAFETY * Math.max(Math.max(near * Math.abs(stated - finer), far * Math.abs(stated - finest)), between * Math.abs(finer - finest));
    }
}
