package loligo.feature.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.feature.fit.Parameter.Scale;

/// One exponential or the sum of two, of a time x counted from where the caller puts its zero.
///
/// @param terms 1 or 2
public record Exponential(int terms, Form form) implements Law {
    /// What the exponentials do.
    public enum Form {
        /// They fall to zero: `amplitude*exp(-x/tau)`.
        DECAY,
        /// They fall or rise to an offset: `amplitude*exp(-x/tau) + offset`.
        RELAXATION,
        /// They rise from zero: `amplitude*(1 - exp(-x/tau))`.
        RECOVERY
    }

    public Exponential {
        if (terms != 1 && terms != 2) throw new IllegalArgumentException(terms + " exponentials; there is a fit of 1 and of 2");
    }

    @Override
    public String name() {
        return terms == 1 ? "exponential" : "double exponential";
    }

    @Override
    public String formula() {
        String pattern = form == Form.RECOVERY ? "amplitude%1$s*(1 - exp(-x/tau%1$s))" : "amplitude%1$s*exp(-x/tau%1$s)";
        String sum = terms == 1 ? String.format(pattern, "") : String.format(pattern, "_fast") + " + " + String.format(pattern, "_slow");
        return sum + (form == Form.RELAXATION ? " + offset" : "");
    }

    @Override
    public List<Parameter> parameters() {
        List<String> ends = terms == 1 ? List.of("") : List.of("_fast", "_slow");
        List<Parameter> parameters = new ArrayList<>();
        ends.forEach(end -> parameters.add(Parameter.of("amplitude" + end, Scale.Y)));
        if (form == Form.RELAXATION) parameters.add(Parameter.of("offset", Scale.Y));
        ends.forEach(end -> parameters.add(Parameter.positive("tau" + end, Scale.X)));
        return parameters;
    }

    @Override
    public int linear() {
        return form == Form.RELAXATION ? terms + 1 : terms;
    }

    private double shape(double u) {
        return form == Form.RECOVERY ? -StrictMath.expm1(-u) : StrictMath.exp(-u);
    }

    @Override
    public double value(double x, double[] p) {
        double sum = form == Form.RELAXATION ? p[terms] : 0;
        for (int k = 0; k < terms; k++) sum += p[k] * shape(x / p[linear() + k]);
        return sum;
    }

    @Override
    public void gradient(double x, double[] p, double[] into) {
        if (form == Form.RELAXATION) into[terms] = 1;
        for (int k = 0; k < terms; k++) {
            double tau = p[linear() + k];
            double bend = p[k] * StrictMath.exp(-x / tau) * x / (tau * tau);
            into[k] = shape(x / tau);
            into[linear() + k] = form == Form.RECOVERY ? -bend : bend;
        }
    }

    @Override
    public double[][] tries(Points points) {
        List<double[]> tries = new ArrayList<>();
        double[] scales = points.scales(terms == 1 ? 24 : 14);
        for (int i = 0; i < scales.length; i++) {
            if (terms == 1) tries.add(new double[] {scales[i]});
            else for (int j = i + 1; j < scales.length; j++) tries.add(new double[] {scales[i], scales[j]});
        }
        return tries.toArray(double[][]::new);
    }

    @Override
    public Optional<Law> simpler() {
        if (terms == 2) return Optional.of(new Exponential(1, form));
        return form == Form.DECAY ? Optional.empty() : Optional.of(new Line());
    }

    @Override
    public double[] arranged(double[] p) {
        if (terms == 1 || p[linear()] <= p[linear() + 1]) return p;
        double[] arranged = p.clone();
        arranged[0] = p[1];
        arranged[1] = p[0];
        arranged[linear()] = p[linear() + 1];
        arranged[linear() + 1] = p[linear()];
        return arranged;
    }
}
