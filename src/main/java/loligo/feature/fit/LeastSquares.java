package loligo.feature.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Fits a law to points by weighted least squares: from many tries (the linear parameters solved for each) the best few are improved by
/// Levenberg's and Marquardt's method, and the nearest curve is kept. Where the points do not determine the law, a sentence.
///
/// Intervals of confidence are those of the law made linear at the best parameters, with Student's t and the scatter of the points themselves.
public final class LeastSquares {
    /// So many of the best tries are improved.
    private static final int IMPROVED = 3;

    private LeastSquares() {}

    /// The nearest curve of the law, or why there is none.
    public static Fitted fit(Law law, Points points) {
        Optional<String> refusal = refusal(law, points);
        if (refusal.isPresent()) return new Fitted.NoFit(law, refusal.get());
        Misfit misfit = new Misfit(law, points);
        Optional<double[]> best = best(misfit);
        if (best.isEmpty()) return new Fitted.NoFit(law, "no curve of this kind comes near the points");
        double[] p = law.arranged(best.get());
        Optional<String> objection = law.objection(p, points).or(() -> simpler(misfit, p));
        return objection.isPresent() ? new Fitted.NoFit(law, objection.get()) : Certainty.of(misfit, p);
    }

    private static Optional<double[]> best(Misfit misfit) {
        return starts(misfit).map(start -> Descent.from(start, misfit)).filter(p -> Double.isFinite(misfit.squares(p)))
                .min((a, b) -> Double.compare(misfit.squares(a), misfit.squares(b)));
    }

    /// Where a simpler curve comes as near, to rounding.
    private static Optional<String> simpler(Misfit misfit, double[] p) {
        double rounding = 0;
        for (int i = 0; i < misfit.points().count(); i++) rounding += 1e-26 * misfit.points().weights()[i] * misfit.points().y()[i] * misfit.points().y()[i];
        double squares = misfit.squares(p) * (1 + 1e-9) + rounding;
        return misfit.law().simpler().filter(law -> best(misfit.of(law)).filter(q -> misfit.of(law).squares(q) <= squares).isPresent())
                .map(law -> "a simpler curve comes as near to the points: " + law.formula());
    }

    private static Optional<String> refusal(Law law, Points points) {
        int parameters = law.parameters().size();
        if (points.count() <= parameters) return Optional.of(plural(points.count(), "point") + " for " + plural(parameters, "parameter") + "; it takes " + (parameters + 1) + " at least");
        if (points.places() < parameters) return Optional.of("the points lie at " + plural(points.places(), "different x") + ", too few for " + plural(parameters, "parameter"));
        if (points.flat() && !law.mayBeFlat()) return Optional.of("the points are flat: y is the same at all of them");
        return law.refusal(points);
    }

    private static String plural(int count, String word) {
        return count + " " + word + (count == 1 || word.endsWith(" x") ? "" : "s");
    }

    /// A set of parameters, and how far its curve is from the points.
    private record Start(double[] p, double squares) {}

    private static Stream<double[]> starts(Misfit misfit) {
        List<Start> starts = Arrays.stream(misfit.law().tries(misfit.points())).map(rest -> misfit.completed(rest)).map(p -> new Start(p, misfit.squares(p)))
                .filter(s -> Double.isFinite(s.squares)).sorted((a, b) -> Double.compare(a.squares, b.squares)).toList();
        return IntStream.range(0, Math.min(IMPROVED, starts.size())).mapToObj(i -> starts.get(i).p);
    }
}
