package loligo.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import loligo.notation.Expr;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Equations of a membrane whose potential, or part of whose current, an amplifier sets.
final class Clamp {
    private static final String V = "V";
    private static final String I = "I";
    private static final String IION = "Iion";

    private final Equations equations;

    Clamp(Equations equations) {
        this.equations = equations;
    }

    /// Why the potential can not be commanded; null when it can.
    @Nullable String obstacle() {
        Equations.State v = state();
        if (v == null || !v.dimension().equals(Dimension.POTENTIAL)) return equations.name() + " has no membrane potential V";
        if (mentions(IION, I)) return "the currents of " + equations.name() + " depend on I, which a voltage clamp has to supply";
        return null;
    }

    /// Where V begins, membrane units, as the numbers stand; empty where that depends on other unknowns.
    Optional<Double> beginning() {
        Equations.State v = state();
        if (v == null) return Optional.empty();
        Map<String, Double> numbers = new HashMap<>();
        equations.parameters().forEach(p -> numbers.put(p.name(), p.value()));
        equations.inputs().forEach(i -> numbers.put(i.name(), i.value()));
        for (Equations.Definition d : equations.definitions()) Evaluation.of(d.expr(), numbers).ifPresent(value -> numbers.put(d.name(), value));
        OptionalDouble found = Evaluation.of(v.initial(), numbers);
        return found.isPresent() && Double.isFinite(found.getAsDouble()) ? Optional.of(found.getAsDouble()) : Optional.empty();
    }

    /// `V` and its rate of change `V'` are inputs; `I` is what keeps V there, `Iion + C V'`. Resets of V never come: the clamp holds it.
    Equations commanded() {
        String obstacle = obstacle();
        Equations.State v = state();
        if (obstacle != null || v == null) throw new IllegalArgumentException(obstacle);
        List<Equations.Input> inputs = new ArrayList<>();
        inputs.add(new Equations.Input(V, v.dimension(), beginning().orElse(0.0), v.unit(), null));
        inputs.add(new Equations.Input(Equations.SLOPE, Dimension.POTENTIAL.over(Dimension.TIME), 0, Unit.parse("mV/ms"), null));
        Equations.Definition supplied = supplied(v.derivative());
        for (Equations.Input input : equations.inputs()) if (!input.name().equals(I) || (supplied == null && anywhere(I))) inputs.add(input);
        return new Equations(equations.name(), without(v), List.copyOf(inputs), equations.parameters(), definitions(supplied), resets());
    }

    /// Besides `I`, `level (E - V)` is injected: wherever `I` stood, `I + NAME.I` stands now.
    Equations injected(String name, Unit conductance, Equations.Parameter reversal) {
        Equations.Input current = equations.inputs().stream().filter(i -> i.name().equals(I)).findFirst().orElseThrow(() -> new IllegalArgumentException(equations.name() + " has no I"));
        Equations.Input level = new Equations.Input(name + ".g", conductance.dimension(), 0, conductance, null);
        Expr own = Algebra.product(Algebra.name(level.name()), Algebra.minus(Algebra.name(reversal.name()), Algebra.name(V)));
        Expr driven = counted(conductance.dimension()).orElseThrow(() -> new IllegalArgumentException("a conductance in " + conductance.symbol() + " is not how " + equations.name() + " counts")).apply(own);
        List<Equations.Definition> definitions = new ArrayList<>();
        definitions.add(new Equations.Definition(name + ".I", current.dimension(), current.unit(), driven));
        Expr total = Algebra.sum(Algebra.name(I), Algebra.name(name + ".I"));
        UnaryOperator<Expr> more = expr -> Tree.replace(expr, n -> n.id().equals(I) ? total : n, (_, _) -> {});
        for (Equations.Definition d : equations.definitions()) definitions.add(new Equations.Definition(d.name(), d.dimension(), d.unit(), more.apply(d.expr())));
        List<Equations.State> states = equations.states().stream().map(s -> with(s, more)).toList();
        List<Equations.Input> inputs = Stream.concat(equations.inputs().stream(), Stream.of(level)).toList();
        List<Equations.Parameter> parameters = Stream.concat(equations.parameters().stream(), Stream.of(reversal)).toList();
        return new Equations(equations.name(), states, inputs, parameters, List.copyOf(definitions), equations.resets());
    }

    /// What brings a current through a conductance of this dimension to how the membrane counts currents; empty where no number of the membrane tells.
    Optional<UnaryOperator<Expr>> counted(Dimension conductance) {
        Optional<Dimension> current = equations.inputs().stream().filter(i -> i.name().equals(I)).map(Equations.Input::dimension).findFirst();
        if (current.isEmpty()) return Optional.empty();
        Dimension needed = current.get().over(Dimension.POTENTIAL);
        if (needed.equals(conductance)) return Optional.of(expr -> expr);
        for (Equations.Parameter p : equations.parameters()) {
            if (!p.name().equals("area") && !p.name().equals("C")) continue;
            if (needed.equals(conductance.times(p.dimension()))) return Optional.of(expr -> Algebra.product(expr, Algebra.name(p.name())));
            if (needed.equals(conductance.over(p.dimension()))) return Optional.of(expr -> Algebra.over(expr, Algebra.name(p.name())));
        }
        return Optional.empty();
    }

    private static Equations.State with(Equations.State s, UnaryOperator<Expr> change) {
        Equations.Relaxation r = s.relaxation();
        Equations.Relaxation relaxation = r == null ? null : new Equations.Relaxation(change.apply(r.inf()), change.apply(r.tau()));
        boolean alone = !s.name().equals(V); // the injected current depends on V, so a steady state that mentions it is none of V's own
        return new Equations.State(s.name(), s.dimension(), s.unit(), s.initial(), change.apply(s.derivative()), alone ? relaxation : null);
    }

    private List<Equations.State> without(Equations.State v) {
        return equations.states().stream().filter(s -> !s.equals(v)).toList();
    }

    /// From `V' = (I - Iion)/C`: the current that the amplifier supplies; null for equations of another form.
    private Equations.@Nullable Definition supplied(Expr derivative) {
        Optional<Equations.Input> current = equations.inputs().stream().filter(i -> i.name().equals(I)).findFirst();
        Expr net = Algebra.minus(Algebra.name(I), Algebra.name(IION));
        Expr slope = Algebra.name(Equations.SLOPE);
        Expr charging = derivative.equals(net) ? slope : derivative instanceof Expr.Quotient(var top, var c) && top.equals(net) ? Algebra.product(c, slope) : null;
        if (charging == null || current.isEmpty()) return null;
        return new Equations.Definition(I, current.get().dimension(), current.get().unit(), Algebra.sum(Algebra.name(IION), charging));
    }

    /// The supplied current stands behind those on which it depends, and before those that depend on it.
    private List<Equations.Definition> definitions(Equations.@Nullable Definition supplied) {
        if (supplied == null) return equations.definitions();
        List<Equations.Definition> ordered = new ArrayList<>();
        for (Equations.Definition d : equations.definitions()) if (!mentions(d.name(), I)) ordered.add(d);
        ordered.add(supplied);
        for (Equations.Definition d : equations.definitions()) if (mentions(d.name(), I)) ordered.add(d);
        return List.copyOf(ordered);
    }

    private List<Equations.Reset> resets() {
        return equations.resets().stream().filter(r -> r.assignments().stream().noneMatch(a -> a.state().equals(V))).toList();
    }

    private Equations.@Nullable State state() {
        for (Equations.State s : equations.states()) if (s.name().equals(V)) return s;
        return null;
    }

    /// Whether a definition mentions a name, itself or through others.
    private boolean mentions(String definition, String name) {
        Set<String> reached = new LinkedHashSet<>();
        reached.add(definition);
        for (int i = equations.definitions().size() - 1; i >= 0; i--) {
            Equations.Definition d = equations.definitions().get(i);
            if (reached.contains(d.name())) reached.addAll(Tree.names(d.expr()));
        }
        return !definition.equals(name) && reached.contains(name);
    }

    /// Whether anything but the equation of V mentions a name.
    private boolean anywhere(String name) {
        return equations.definitions().stream().anyMatch(d -> Tree.names(d.expr()).contains(name))
                || equations.states().stream().filter(s -> !s.name().equals(V)).anyMatch(s -> Tree.names(s.derivative()).contains(name) || Tree.names(s.initial()).contains(name));
    }
}
