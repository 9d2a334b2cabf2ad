package loligo.feature.fit;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/// The way down to the nearest curve: Levenberg's and Marquardt's method as Moré (1978) wrote it, then Newton's steps of Gauss while they help.
/// Parameters that make sense above zero only are moved by their logarithm.
final class Descent {
    private static final int MOST_EVALUATIONS = 400;
    private static final int MOST_STEPS = 30;

    private final Misfit misfit;
    private final boolean[] logarithmic;

    private Descent(Misfit misfit) {
        this.misfit = misfit;
        this.logarithmic = new boolean[misfit.law().parameters().size()];
        for (int j = 0; j < logarithmic.length; j++) logarithmic[j] = misfit.law().parameters().get(j).positive();
    }

    /// The parameters at which the way down from `start` ends.
    static double[] from(double[] start, Misfit misfit) {
        Descent descent = new Descent(misfit);
        double[] inner = descent.inner(start);
        try {
            double[] reached = descent.levenbergMarquardt(inner);
            if (misfit.squares(descent.outer(reached)) <= misfit.squares(start)) inner = reached;
        } catch (MathRuntimeException stuck) {
            // too many evaluations or no way further down: Gauss and Newton go on from the start
        }
        return descent.outer(descent.gaussNewton(inner));
    }

    private double[] inner(double[] p) {
        double[] inner = p.clone();
        for (int j = 0; j < p.length; j++) if (logarithmic[j]) inner[j] = StrictMath.log(p[j]);
        return inner;
    }

    private double[] outer(double[] inner) {
        double[] p = inner.clone();
        for (int j = 0; j < p.length; j++) if (logarithmic[j]) p[j] = StrictMath.exp(inner[j]);
        return p;
    }

    private double[][] slopes(double[] p) {
        double[][] slopes = misfit.slopes(p);
        for (double[] row : slopes) for (int j = 0; j < p.length; j++) if (logarithmic[j]) row[j] *= p[j];
        return slopes;
    }

    /// Towards zero of the residuals, so what is modelled is their negative.
    private double[] levenbergMarquardt(double[] inner) {
        var problem = LeastSquaresFactory.create(at -> model(outer(at.toArray())), new ArrayRealVector(misfit.points().count()), new ArrayRealVector(inner), null, MOST_EVALUATIONS, MOST_EVALUATIONS);
        var optimizer = new LevenbergMarquardtOptimizer().withCostRelativeTolerance(1e-12).withParameterRelativeTolerance(1e-12).withOrthoTolerance(1e-14);
        return optimizer.optimize(problem).getPoint().toArray();
    }

    private Pair<RealVector, RealMatrix> model(double[] p) {
        double[] fitted = Arrays.stream(misfit.residuals(p)).map(r -> -r).toArray();
        return new Pair<>(new ArrayRealVector(fitted, false), new Array2DRowRealMatrix(slopes(p), false));
    }

    private double[] gaussNewton(double[] from) {
        double[] at = from;
        double squares = misfit.squares(outer(at));
        for (int k = 0; k < MOST_STEPS; k++) {
            double[] next = step(at);
            double then = misfit.squares(outer(next));
            if (!(then < squares)) break;
            at = next;
            squares = then;
        }
        return at;
    }

    /// The whole step; the place itself where there is none.
    private double[] step(double[] at) {
        double[] p = outer(at);
        double[][] slopes = slopes(p);
        double[] sizes = Columns.sizes(slopes);
        try {
            double[] step = new QRDecomposition(new Array2DRowRealMatrix(Columns.scaled(slopes, sizes), false)).getSolver().solve(new ArrayRealVector(misfit.residuals(p), false)).toArray();
            double[] next = at.clone();
            for (int j = 0; j < next.length; j++) next[j] += step[j] / sizes[j];
            return next;
        } catch (MathRuntimeException singular) {
            return at;
        }
    }
}
