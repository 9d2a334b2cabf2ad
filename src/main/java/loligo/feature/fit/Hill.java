package loligo.feature.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import loligo.feature.fit.Parameter.Scale;

/// Dose and response (Hill 1910): half of the amplitude at the dose `half`, steeper for a larger Hill coefficient `n`.
///
/// @param direction whether the response grows with the dose or is blocked by it
/// @param offset whether it stands on a free foot; else on 0
public record Hill(Direction direction, boolean offset) implements Law {
    /// What the dose does.
    public enum Direction { RESPONSE, BLOCK }

    @Override
    public String name() {
        return "hill";
    }

    @Override
    public String formula() {
        return "amplitude/(1 + " + (direction == Direction.RESPONSE ? "(half/x)^n" : "(x/half)^n") + ")" + (offset ? " + offset" : "");
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(Parameter.of("amplitude", Scale.Y)));
        if (offset) parameters.add(Parameter.of("offset", Scale.Y));
        parameters.add(Parameter.positive("half", Scale.X));
        parameters.add(Parameter.positive("n", Scale.PURE));
        return parameters;
    }

    @Override
    public int linear() {
        return offset ? 2 : 1;
    }

    /// `n*log(half/x)`, with the sign of the direction.
    private double argument(double x, double[] p) {
        double u = p[linear() + 1] * StrictMath.log(p[linear()] / x);
        return direction == Direction.RESPONSE ? u : -u;
    }

    @Override
    public double value(double x, double[] p) {
        return p[0] / (1 + StrictMath.exp(argument(x, p))) + (offset ? p[1] : 0);
    }

    @Override
    public void gradient(double x, double[] p, double[] into) {
        double u = argument(x, p);
        double bound = 1 / (1 + StrictMath.exp(u));
        double bend = Double.isInfinite(u) ? 0 : -p[0] * bound / (1 + StrictMath.exp(-u)); // by u
        double n = p[linear() + 1];
        into[0] = bound;
        if (offset) into[1] = 1;
        into[linear()] = (direction == Direction.RESPONSE ? bend : -bend) * n / p[linear()];
        into[linear() + 1] = bend == 0 ? 0 : bend * u / n;
    }

    @Override
    public double[][] tries(Points points) {
        double least = DoubleStream.of(points.x()).filter(x -> x > 0).min().orElse(points.highest());
        List<double[]> tries = new ArrayList<>();
        for (double half : Points.ratios(least, points.highest(), 14)) for (double n : new double[] {0.5, 1, 2, 4, 8}) tries.add(new double[] {half, n});
        return tries.toArray(double[][]::new);
    }

    @Override
    public Optional<String> refusal(Points points) {
        if (points.lowest() < 0) return Optional.of("a dose below zero makes no sense");
        return points.highest() > 0 ? Optional.empty() : Optional.of("no dose is above zero");
    }

    @Override
    public Optional<String> objection(double[] p, Points points) {
        double half = p[linear()];
        if (half <= points.highest() && half >= points.lowest()) return Optional.empty();
        return Optional.of("the points do not pass half of the amplitude: it would lie " + (half < points.lowest() ? "below the lowest" : "above the highest") + " dose");
    }
}
