package loligo.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loligo.notation.Diagnostics;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// The book in which a model is written down, line by line, with full names; what an experiment overrides replaces its line on the way in.
final class Ledger {
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Line> originals = new LinkedHashMap<>();
    private final Map<String, Draft> states = new LinkedHashMap<>();
    private final Map<String, Item.Entry> overrides = new LinkedHashMap<>();
    private final Set<String> missed = new LinkedHashSet<>();
    private final Line.Home elsewhere;
    private final Diagnostics diagnostics;

    /// A state on its way to [Equations.State]. The derivative is null where a line `name'` holds it, the start where the text gives one.
    record Draft(String name, @Nullable Dimension dimension, @Nullable Unit unit, @Nullable Expr start, @Nullable Expr derivative,
            Equations.@Nullable Relaxation relaxation) {}

    /// @param elsewhere where the overrides stand
    Ledger(List<Item.Entry> overrides, Line.Home elsewhere, Diagnostics diagnostics) {
        this.elsewhere = elsewhere;
        this.diagnostics = diagnostics;
        for (Item.Entry e : overrides) {
            if (this.overrides.putIfAbsent(e.name(), e) != null) mistake(elsewhere, e.at(), e.name() + " is set twice", "Keep one of the two.");
        }
    }

    void mistake(Line.Home home, Span at, String problem, String remedy) {
        diagnostics.add(home.document().source(), at, problem, remedy);
    }

    /// Tells that something of this name is missing; that it is not there is not told again where it is used.
    void missing(Line.Home home, Span at, String name, String problem, String remedy) {
        if (missed.add(name)) mistake(home, at, problem, remedy);
    }

    boolean misses(String name) {
        return missed.contains(name);
    }

    /// Writes a line down, or what an experiment says instead of it.
    void put(Line line) {
        if (lines.containsKey(line.name()) || states.containsKey(line.name())) {
            twice(line.home(), line.name());
            return;
        }
        Item.Entry override = overrides.remove(key(line));
        Line replaced = override == null ? line : replaced(line, override);
        if (override != null) originals.put(line.name(), line);
        lines.put(line.name(), replaced);
    }

    private void twice(Line.Home home, String name) {
        mistake(home, Whereabouts.of(home, name), "two things are called " + name, "One of them may be the model's own. Give the other another name.");
    }

    /// A state's beginning is overridden under the state's own name.
    private String key(Line line) {
        boolean initial = line.role() == Line.Role.INITIAL && !overrides.containsKey(line.name());
        return initial ? line.name().substring(0, line.name().length() - ".initial".length()) : line.name();
    }

    private Line replaced(Line line, Item.Entry override) {
        if (line.role() == Line.Role.FOLLOWS) {
            mistake(elsewhere, override.at(), line.name() + " follows from other numbers", "It can not be set; override what it is computed from: "
                    + String.join(", ", Tree.names(line.expr())) + ".");
        } else if (override.prime()) {
            mistake(elsewhere, override.at(), "an equation is overridden", "Numbers, expressions and initial values of a model can be overridden; an equation is changed in the model.");
        } else if (override.values().size() == 1 && override.values().getFirst() instanceof Value.Single(var expr, var _)) {
            Item.Range range = override.range();
            Named.Bounds bounds = range == null ? null : new Named.Bounds(range.from(), range.to());
            return line.replaced(expr, bounds, new Line.Home(elsewhere.document(), override.at()));
        } else {
            mistake(elsewhere, override.at(), override.name() + " is not one value", "Write one number or one expression; a family of values belongs to a sweep.");
        }
        return line;
    }

    /// Writes a state down. Its beginning is its line `name.initial`, else an override, else `start`.
    void put(Draft state) {
        if (lines.containsKey(state.name()) || states.putIfAbsent(state.name(), state) != null) {
            twice(elsewhere, state.name());
            return;
        }
        boolean overridden = overrides.containsKey(state.name()) || overrides.containsKey(state.name() + ".initial");
        Expr start = state.start();
        if (start != null && overridden && !lines.containsKey(state.name() + ".initial")) {
            put(new Line(state.name() + ".initial", Line.Role.INITIAL, start, Line.Scope.TOP, state.dimension(), Dimension.NONE.equals(state.dimension()) ? Line.Sign.FRACTION : Line.Sign.ANY, null, null, elsewhere));
        }
    }

    /// Reports the overrides that no line took.
    void refuseOverrides() {
        for (Item.Entry e : overrides.values()) {
            Set<String> known = new LinkedHashSet<>(lines.keySet());
            known.removeIf(n -> !overridable(n));
            known.addAll(states.keySet());
            mistake(elsewhere, e.at(), "the model has no " + e.name(), "Write the full name of one of its numbers. " + Spelling.proposal(e.name(), known));
        }
    }

    private boolean overridable(String name) {
        Line line = lines.get(name);
        return line != null && (line.role() == Line.Role.VALUE || line.role() == Line.Role.INPUT);
    }

    boolean overrides(String name) {
        return overrides.containsKey(name);
    }

    /// Whether an expression may mention this full name.
    boolean knows(String name) {
        Line line = lines.get(name);
        return name.equals("t") || states.containsKey(name)
                || (line != null && switch (line.role()) {
                    case VALUE, FOLLOWS, INPUT -> true;
                    case INITIAL -> line.literal() != null;
                    case DERIVATIVE, CONDITION, ASSIGNMENT -> false;
                });
    }

    Set<String> known() {
        Set<String> known = new LinkedHashSet<>(lines.keySet());
        known.removeIf(n -> !knows(n));
        known.addAll(states.keySet());
        return known;
    }

    @Nullable Line line(String name) {
        return lines.get(name);
    }

    /// The line as the model wrote it, where an experiment replaced it.
    @Nullable Line original(String name) {
        return originals.get(name);
    }

    Collection<Line> lines() {
        return lines.values();
    }

    List<Line> lines(Line.Role role) {
        return lines.values().stream().filter(l -> l.role() == role).toList();
    }

    Collection<Draft> states() {
        return states.values();
    }

    @Nullable Draft state(String name) {
        return states.get(name);
    }

    /// What stands for a line in force: its name, times the pace of temperature where the line is a plain number
    /// (a definition holds the factor already).
    Expr inForce(String name) {
        Line line = lines.get(name);
        Line.Pace pace = line == null || line.literal() == null ? null : line.pace();
        return pace == null ? Algebra.name(name) : paced(Algebra.name(name), pace);
    }

    static Expr paced(Expr expr, Line.Pace pace) {
        Expr factor = Algebra.name(pace.factor());
        return pace.divides() ? Algebra.over(expr, factor) : Algebra.product(expr, factor);
    }

    /// States in a list, for those who put them in order.
    List<Draft> drafts() {
        return new ArrayList<>(states.values());
    }
}
