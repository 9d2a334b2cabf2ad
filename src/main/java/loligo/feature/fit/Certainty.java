package loligo.feature.fit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/// How well points determine the parameters of the nearest curve (Seber and Wild 1989, chapter 5): the covariance is that of the curve made linear,
/// the scatter that of the points about it.
final class Certainty {
    private static final double LEVEL = 0.95;
    /// Directions in which the curve moves so much less than in others are not determined.
    private static final double SINGULAR = 1e-9;

    private Certainty() {}

    static Fitted of(Misfit misfit, double[] p) {
        Law law = misfit.law();
        Points points = misfit.points();
        double[][] slopes = misfit.slopes(p);
        double[] sizes = Columns.sizes(slopes);
        var decomposition = new SingularValueDecomposition(new Array2DRowRealMatrix(Columns.scaled(slopes, sizes), false));
        double[] singular = decomposition.getSingularValues();
        if (!(singular[p.length - 1] > SINGULAR * singular[0])) return new Fitted.NoFit(law, undetermined(law, decomposition.getV(), p.length - 1));
        int freedom = points.count() - p.length;
        double scatter = Math.sqrt(misfit.squares(p) / freedom);
        double students = new TDistribution(freedom).inverseCumulativeProbability((1 + LEVEL) / 2);
        List<Fitted.Estimate> estimates = new ArrayList<>();
        for (int j = 0; j < p.length; j++) {
            Parameter parameter = law.parameters().get(j);
            double halfWidth = students * scatter * spread(decomposition.getV(), singular, j) / sizes[j];
            if (parameter.positive() && halfWidth > p[j]) return new Fitted.NoFit(law, "the points do not determine " + parameter.name() + ": its interval of confidence reaches zero");
            estimates.add(new Fitted.Estimate(parameter.name(), p[j], parameter.unit(points.xUnit(), points.yUnit()), halfWidth));
        }
        return fit(misfit, p, estimates, freedom);
    }

    /// The root of a diagonal element of the inverse of the scaled slopes' product with themselves.
    private static double spread(RealMatrix v, double[] singular, int j) {
        double sum = 0;
        for (int k = 0; k < singular.length; k++) sum += StrictMath.pow(v.getEntry(j, k) / singular[k], 2);
        return Math.sqrt(sum);
    }

    /// Names the parameters of which the weakest direction is made.
    private static String undetermined(Law law, RealMatrix v, int weakest) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < law.parameters().size(); j++) if (Math.abs(v.getEntry(j, weakest)) > 0.1) names.add(law.parameters().get(j).name());
        return "the points do not determine " + String.join(" and ", names) + (names.size() > 1 ? " apart" : "");
    }

    private static Fitted fit(Misfit misfit, double[] p, List<Fitted.Estimate> estimates, int freedom) {
        Points points = misfit.points();
        double[] residuals = new double[points.count()];
        double weight = 0;
        double mean = 0;
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = points.y()[i] - misfit.law().value(points.x()[i], p);
            weight += points.weights()[i];
            mean += points.weights()[i] * points.y()[i];
        }
        mean /= weight;
        double total = 0;
        for (int i = 0; i < residuals.length; i++) total += points.weights()[i] * (points.y()[i] - mean) * (points.y()[i] - mean);
        double squares = misfit.squares(p);
        double explained = points.flat() ? 0 : 1 - squares / total;
        return new Fitted.Fit(misfit.law(), estimates, residuals, Math.sqrt(squares / weight), explained, freedom);
    }
}
