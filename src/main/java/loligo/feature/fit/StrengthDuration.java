package loligo.feature.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import loligo.feature.fit.Parameter.Scale;

/// The current that is just enough, over how long it flows.
///
/// * Weiss (1901): `rheobase*(1 + chronaxie/x)`, a charge that grows in a straight line with the duration.
/// * Lapicque (1907): `rheobase/(1 - exp(-x/tau))`, a leaky membrane charged to a fixed threshold; its chronaxie is `tau*log(2)`.
public record StrengthDuration(Author author) implements Law {
    /// Whose law.
    public enum Author { WEISS, LAPICQUE }

    @Override
    public String name() {
        return author == Author.WEISS ? "weiss" : "lapicque";
    }

    @Override
    public String formula() {
        return author == Author.WEISS ? "rheobase*(1 + chronaxie/x)" : "rheobase/(1 - exp(-x/tau))";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of("rheobase", Scale.Y), Parameter.positive(author == Author.WEISS ? "chronaxie" : "tau", Scale.X));
    }

    @Override
    public int linear() {
        return 1;
    }

    private double shape(double x, double scale) {
        return author == Author.WEISS ? 1 + scale / x : -1 / StrictMath.expm1(-x / scale);
    }

    @Override
    public double value(double x, double[] p) {
        return p[0] * shape(x, p[1]);
    }

    @Override
    public void gradient(double x, double[] p, double[] into) {
        double shape = shape(x, p[1]);
        into[0] = shape;
        into[1] = author == Author.WEISS ? p[0] / x : p[0] * shape * shape * StrictMath.exp(-x / p[1]) * x / (p[1] * p[1]);
    }

    @Override
    public double[][] tries(Points points) {
        return Arrays.stream(Points.ratios(points.lowest() / 10, 10 * points.highest(), 30)).mapToObj(scale -> new double[] {scale}).toArray(double[][]::new);
    }

    @Override
    public Optional<String> refusal(Points points) {
        return points.lowest() > 0 ? Optional.empty() : Optional.of("durations must be above zero");
    }

    @Override
    public Optional<String> objection(double[] p, Points points) {
        if (p[1] > 100 * points.highest()) return Optional.of("all durations are too short to show the rheobase");
        return p[1] < points.lowest() / 100 ? Optional.of("all durations are too long to show how the current grows for brief ones") : Optional.empty();
    }
}
