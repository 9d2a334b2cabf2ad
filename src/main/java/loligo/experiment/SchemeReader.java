package loligo.experiment;

import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import loligo.quantity.Dimension;
import loligo.solver.Method;
import loligo.solver.Methods;

/// Reads how time is stepped: `method`, `tolerance`, `step`.
final class SchemeReader {
    private static final double DEFAULT_TOLERANCE = 1e-8;

    private SchemeReader() {}

    /// @param until how long the run lasts, ms
    static Study.Scheme read(Fields fields, double until) {
        String word = fields.choice("method", methodNames(), Set.of(), "method");
        Method method = word == null ? Methods.all().getFirst() : Methods.of(word);
        OptionalDouble step = fields.positive("step", Dimension.TIME);
        OptionalDouble tolerance = fields.positive("tolerance", Dimension.NONE);
        if (method.adaptive() && step.isPresent()) fields.mistake(fields.at("step"), method.name() + " chooses its steps itself", "Write tolerance = 1e-8, or choose a method of fixed steps such as method = rk4.");
        if (!method.adaptive() && tolerance.isPresent()) fields.mistake(fields.at("tolerance"), method.name() + " takes fixed steps", "Write step = 0.01 [ms].");
        if (!method.adaptive() && step.isEmpty()) fields.mistake(fields.at("method"), method.name() + " needs a step", "Write step = 0.01 [ms] beside it.");
        if (step.isPresent() && until / step.getAsDouble() > Bench.MOST_STEPS) {
            fields.mistake(fields.at("step"), "more than " + Bench.MOST_STEPS + " steps", "Write a longer step or a shorter run, or leave the steps to method = automatic.");
        }
        if (tolerance.isPresent() && (tolerance.getAsDouble() < 1e-12 || tolerance.getAsDouble() > 0.01)) {
            fields.mistake(fields.at("tolerance"), "a tolerance from 1e-12 to 0.01 can be kept", "Doubles hold 16 digits, of which some are lost on the way.");
        }
        return method.adaptive() ? new Study.Scheme(method, tolerance.orElse(DEFAULT_TOLERANCE), Double.NaN) : new Study.Scheme(method, Double.NaN, step.orElse(Double.NaN));
    }

    private static Set<String> methodNames() {
        return Methods.all().stream().map(Method::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
