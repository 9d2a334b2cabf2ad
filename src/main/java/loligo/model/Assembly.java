package loligo.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import loligo.notation.Expr;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Puts proved lines together: parameters, inputs, definitions in order, states with where they begin and how they relax.
final class Assembly {
    private final Ledger ledger;
    private final Proof proof;
    private final Map<String, Set<String>> reach = new LinkedHashMap<>();

    Assembly(Ledger ledger, Proof proof) {
        this.ledger = ledger;
        this.proof = proof;
    }

    /// The equations; null, with diagnostics, when something goes in a circle.
    @Nullable Equations equations(String name, @Nullable Basis basis) {
        boolean holds = proof.holds();
        List<Line> ordered = proof.ordered();
        if (ordered == null || !holds || !finite(ordered)) return null;
        List<Equations.Definition> definitions = new ArrayList<>();
        for (Line line : ordered) {
            Expr expr = proof.expr(line);
            reach.put(line.name(), reach(expr));
            Dimension dimension = proof.dimension(line.name());
            if (dimension == null) throw new IllegalStateException("a proved definition without dimension: " + line.name() + ". This is a bug of Loligo.");
            definitions.add(new Equations.Definition(line.name(), dimension, unit(line.name(), dimension, basis), expr));
        }
        List<Equations.State> states = states();
        return states == null ? null : new Equations(name, states, inputs(), parameters(), definitions, resets());
    }

    /// Whether everything that follows from numbers alone is a finite number; a diagnostic for what is not.
    private boolean finite(List<Line> ordered) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        parameters().forEach(p -> numbers.put(p.name(), p.value()));
        List<Line> formulas = new ArrayList<>(ordered);
        ledger.lines().stream().filter(l -> l.literal() == null && (l.role() == Line.Role.INITIAL || l.role() == Line.Role.DERIVATIVE)).forEach(formulas::add);
        boolean finite = true;
        for (Line line : formulas) {
            OptionalDouble value = Evaluation.of(proof.expr(line), numbers);
            if (value.isPresent() && Double.isFinite(value.getAsDouble())) numbers.put(line.name(), value.getAsDouble());
            if (value.isEmpty() || Double.isFinite(value.getAsDouble())) continue;
            proof.mistake(line, line.expr(), line.name() + " is no finite number", "It is " + (Double.isNaN(value.getAsDouble()) ? "undefined" : "infinite")
                    + ". Look for a division by zero, a logarithm or root of a negative number, or a power or exponential beyond 1e308.");
            finite = false;
        }
        return finite;
    }

    /// A conductance per capacitance is a rate by its dimension; its name tells that it is none.
    private static Unit unit(String name, Dimension dimension, @Nullable Basis basis) {
        if (basis != null && dimension.equals(basis.current().dimension())) return basis.current();
        if (basis != null && dimension.equals(basis.conductance().dimension()) && (basis == Basis.CELL || name.endsWith(".conductance"))) return basis.conductance();
        return dimension.unit();
    }

    /// The states that an expression depends on, through definitions too.
    private Set<String> reach(Expr expr) {
        Set<String> all = new LinkedHashSet<>();
        for (String name : Tree.names(expr)) {
            if (ledger.state(name) != null) all.add(name);
            all.addAll(reach.getOrDefault(name, Set.of()));
        }
        return all;
    }

    private List<Equations.Input> inputs() {
        List<Equations.Input> inputs = new ArrayList<>();
        for (Line line : ledger.lines(Line.Role.INPUT)) {
            Expr.Literal rest = number(line);
            inputs.add(line.name().equals("I") ? 0 : inputs.size(), new Equations.Input(line.name(), rest.unit().dimension(), rest.inside(), rest.unit(), Figures.range(line)));
        }
        return inputs;
    }

    private List<Equations.Parameter> parameters() {
        List<Equations.Parameter> parameters = new ArrayList<>();
        for (Line line : ledger.lines()) {
            boolean number = line.literal() != null && (line.role() == Line.Role.VALUE || line.role() == Line.Role.INITIAL);
            if (!number) continue;
            Expr.Literal value = number(line);
            parameters.add(new Equations.Parameter(line.name(), value.unit().dimension(), value.inside(), value.unit(), Figures.range(line)));
        }
        return parameters;
    }

    private static Expr.Literal number(Line line) {
        Expr.Literal literal = line.literal();
        if (literal == null) throw new IllegalStateException("a proved number is none: " + line.name() + ". This is a bug of Loligo.");
        return literal;
    }

    /// The states, V first, then each after those on which its beginning depends.
    private @Nullable List<Equations.State> states() {
        List<Ledger.Draft> waiting = ledger.drafts();
        waiting.sort((a, b) -> Boolean.compare(b.name().equals("V"), a.name().equals("V")));
        Set<String> placed = new LinkedHashSet<>();
        List<Equations.State> states = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Ledger.Draft next = next(waiting, placed);
            if (next == null) {
                Ledger.Draft stuck = waiting.getFirst();
                Line line = ledger.line(stuck.name() + ".initial");
                Line any = line != null ? line : ledger.lines().iterator().next();
                String circle = "Where it begins depends on " + String.join(", ", reach(initial(stuck))) + (reach(initial(stuck)).contains(stuck.name()) ? "." : ", which depends on it.");
                if (line != null) proof.mistake(line, line.expr(), "no beginning for " + stuck.name(), circle + " Write a plain number.");
                else ledger.mistake(any.home(), Whereabouts.of(any.home(), stuck.name()), "no beginning for " + stuck.name(), circle
                        + " It begins at its steady state, and so needs one that does not depend on itself: " + stuck.name() + ".inf as a formula of V, for example.");
                return null;
            }
            waiting.remove(next);
            placed.add(next.name());
            states.add(state(next));
        }
        return states;
    }

    private Ledger.@Nullable Draft next(List<Ledger.Draft> waiting, Set<String> placed) {
        for (Ledger.Draft d : waiting) if (placed.containsAll(reach(initial(d)))) return d;
        return null;
    }

    private Expr initial(Ledger.Draft draft) {
        Line line = ledger.line(draft.name() + ".initial");
        if (line != null) return line.literal() != null ? Algebra.name(line.name()) : proof.expr(line);
        Expr start = draft.start();
        if (start == null) throw new IllegalStateException("a state without beginning: " + draft.name() + ". This is a bug of Loligo.");
        return start;
    }

    private Equations.State state(Ledger.Draft draft) {
        String name = draft.name();
        Dimension dimension = draft.dimension();
        if (dimension == null) throw new IllegalStateException("a proved state without dimension: " + name + ". This is a bug of Loligo.");
        Line line = ledger.line(name + "'");
        Expr derivative = draft.derivative();
        Expr expr = line != null ? proof.expr(line) : derivative;
        if (expr == null) throw new IllegalStateException("a state without equation: " + name + ". This is a bug of Loligo.");
        Equations.Relaxation found = draft.relaxation() != null ? draft.relaxation() : relaxation(name, expr);
        boolean alone = found != null && !reach(found.inf()).contains(name) && !reach(found.tau()).contains(name);
        Unit unit = draft.unit() == null ? dimension.unit() : draft.unit();
        return new Equations.State(name, dimension, unit, initial(draft), expr, alone ? found : null);
    }

    /// Steady state and time constant of `(inf - x)/tau` and `rate*(inf - x)`.
    private static Equations.@Nullable Relaxation relaxation(String name, Expr derivative) {
        Expr x = Algebra.name(name);
        return switch (derivative) {
            case Expr.Quotient(Expr.Difference(var inf, var y), var tau) when y.equals(x) -> new Equations.Relaxation(inf, tau);
            case Expr.Product(var rate, Expr.Difference(var inf, var y)) when y.equals(x) -> new Equations.Relaxation(inf, Algebra.over(Algebra.number(1), rate));
            case Expr.Product(Expr.Difference(var inf, var y), var rate) when y.equals(x) -> new Equations.Relaxation(inf, Algebra.over(Algebra.number(1), rate));
            case Expr.Quotient(Expr.Product(var rate, Expr.Difference(var inf, var y)), var tau) when y.equals(x) ->
                new Equations.Relaxation(inf, Algebra.over(tau, rate));
            default -> null;
        };
    }

    private List<Equations.Reset> resets() {
        List<Equations.Reset> resets = new ArrayList<>();
        for (Line when : ledger.lines(Line.Role.CONDITION)) {
            List<Equations.Assignment> assignments = new ArrayList<>();
            for (Line set : ledger.lines(Line.Role.ASSIGNMENT)) {
                if (set.name().startsWith(when.name() + " ")) assignments.add(new Equations.Assignment(set.name().substring(when.name().length() + 1), proof.expr(set)));
            }
            resets.add(new Equations.Reset(when.name().substring("on ".length()), proof.expr(when), assignments));
        }
        return resets;
    }
}
