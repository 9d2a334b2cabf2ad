package loligo.dynamics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Unit vectors that point everywhere, the same ones each time.
final class Directions {
    private Directions() {}

    /// To both sides along each axis, and others between: in the plane at equal angles, in space from points of a box // [at least count][n]
    static List<double[]> of(int n, int count) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] unit = new double[n];
                unit[i] = sign;
                all.add(unit);
            }
        }
        if (n == 2) {
            for (int k = 0; k < count; k++) all.add(new double[] {StrictMath.cos(2 * Math.PI * (k + 0.5) / count), StrictMath.sin(2 * Math.PI * (k + 0.5) / count)});
        } else if (n > 2) {
            List<Range> box = Collections.nCopies(n, new Range(-1, 1));
            for (int k = 1; all.size() < count; k++) all.add(unit(Halton.point(k, box)));
        }
        return all;
    }

    private static double[] unit(double[] v) {
        double square = 0;
        for (double part : v) square += part * part;
        if (square == 0) v[0] = square = 1;
        for (int i = 0; i < v.length; i++) v[i] /= Math.sqrt(square);
        return v;
    }
}
