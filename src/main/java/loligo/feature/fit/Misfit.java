package loligo.feature.fit;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/// How far the curves of a law are from points; every point counts by the root of its weight.
record Misfit(Law law, Points points) {
    /// That of another law from the same points.
    Misfit of(Law other) {
        return new Misfit(other, points);
    }

    /// Residuals, measured minus fitted, times the roots of the weights // [n]
    double[] residuals(double[] p) {
        double[] residuals = new double[points.count()];
        for (int i = 0; i < residuals.length; i++) residuals[i] = root(i) * (points.y()[i] - law.value(points.x()[i], p));
        return residuals;
    }

    double squares(double[] p) {
        double sum = 0;
        for (double residual : residuals(p)) sum += residual * residual;
        return sum;
    }

    /// The derivatives of the curve by the parameters, times the roots of the weights // [n][parameters]
    double[][] slopes(double[] p) {
        double[][] slopes = new double[points.count()][p.length];
        for (int i = 0; i < slopes.length; i++) {
            law.gradient(points.x()[i], p, slopes[i]);
            for (int j = 0; j < p.length; j++) slopes[i][j] *= root(i);
        }
        return slopes;
    }

    private double root(int i) {
        return Math.sqrt(points.weights()[i]);
    }

    /// All parameters: those that enter linearly are the best ones for the `rest`.
    double[] completed(double[] rest) {
        int linear = law.linear();
        double[] p = new double[linear + rest.length];
        System.arraycopy(rest, 0, p, linear, rest.length);
        if (linear == 0) return p;
        double[] known = residuals(p);
        double[][] basis = slopes(p);
        for (int i = 0; i < basis.length; i++) basis[i] = Arrays.copyOf(basis[i], linear);
        try {
            double[] solved = new QRDecomposition(new Array2DRowRealMatrix(basis, false)).getSolver().solve(new ArrayRealVector(known, false)).toArray();
            System.arraycopy(solved, 0, p, 0, linear);
        } catch (MathRuntimeException singular) {
            p[0] = Double.NaN; // this try is none
        }
        return p;
    }
}
