package loligo.feature.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.feature.fit.Parameter.Scale;

/// Steady activation or inactivation of a two-state gate: half at `V_half`, steeper for smaller `k` (always above zero).
///
/// @param direction whether it rises with x (activation) or falls (inactivation)
/// @param amplitude whether its height is free; else it is 1
/// @param offset whether it stands on a free foot; else on 0
public record Boltzmann(Direction direction, boolean amplitude, boolean offset) implements Law {
    /// Which way it goes from left to right.
    public enum Direction { ACTIVATION, INACTIVATION }

    @Override
    public String name() {
        return "boltzmann";
    }

    @Override
    public String formula() {
        String argument = direction == Direction.ACTIVATION ? "(V_half - x)/k" : "(x - V_half)/k";
        return (amplitude ? "amplitude" : "1") + "/(1 + exp(" + argument + "))" + (offset ? " + offset" : "");
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (amplitude) parameters.add(Parameter.of("amplitude", Scale.Y));
        if (offset) parameters.add(Parameter.of("offset", Scale.Y));
        parameters.add(Parameter.of("V_half", Scale.X));
        parameters.add(Parameter.positive("k", Scale.X));
        return parameters;
    }

    @Override
    public int linear() {
        return (amplitude ? 1 : 0) + (offset ? 1 : 0);
    }

    private double argument(double x, double[] p) {
        double u = (p[linear()] - x) / p[linear() + 1];
        return direction == Direction.ACTIVATION ? u : -u;
    }

    @Override
    public double value(double x, double[] p) {
        double height = amplitude ? p[0] : 1;
        return height / (1 + StrictMath.exp(argument(x, p))) + (offset ? p[linear() - 1] : 0);
    }

    @Override
    public void gradient(double x, double[] p, double[] into) {
        double u = argument(x, p);
        double open = 1 / (1 + StrictMath.exp(u));
        double k = p[linear() + 1];
        double bend = -(amplitude ? p[0] : 1) * open / (1 + StrictMath.exp(-u)); // by u
        if (amplitude) into[0] = open;
        if (offset) into[linear() - 1] = 1;
        into[linear()] = (direction == Direction.ACTIVATION ? bend : -bend) / k;
        into[linear() + 1] = -bend * u / k;
    }

    @Override
    public double[][] tries(Points points) {
        List<double[]> tries = new ArrayList<>();
        for (int i = 0; i <= 12; i++)
            for (double part : new double[] {3, 6, 12, 25, 50, 100}) tries.add(new double[] {points.lowest() + points.range() * i / 12, points.range() / part});
        return tries.toArray(double[][]::new);
    }

    @Override
    public Optional<String> objection(double[] p, Points points) {
        double half = p[linear()];
        if (half >= points.lowest() && half <= points.highest()) return Optional.empty();
        return Optional.of("the points do not pass half of the curve's height: it would lie " + (half < points.lowest() ? "below the lowest" : "above the highest") + " x");
    }
}
