package loligo.feature.fit;

import java.util.List;
import loligo.feature.fit.Parameter.Scale;

/// A straight line.
public record Line() implements Law {
    @Override
    public String name() {
        return "line";
    }

    @Override
    public String formula() {
        return "slope*x + intercept";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of("slope", Scale.SLOPE), Parameter.of("intercept", Scale.Y));
    }

    @Override
    public int linear() {
        return 2;
    }

    @Override
    public double value(double x, double[] p) {
        return p[0] * x + p[1];
    }

    @Override
    public void gradient(double x, double[] p, double[] into) {
        into[0] = x;
        into[1] = 1;
    }

    @Override
    public double[][] tries(Points points) {
        return new double[1][0];
    }

    @Override
    public boolean mayBeFlat() {
        return true;
    }
}
