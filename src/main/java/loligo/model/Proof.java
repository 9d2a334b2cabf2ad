package loligo.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import loligo.notation.Checker;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Scope;
import loligo.notation.Span;
import loligo.quantity.Constants;
import loligo.quantity.Dimension;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;

/// Proves the lines of a ledger: every name means something, nothing goes in a circle, dimensions agree, numbers make sense.
final class Proof {
    private final Ledger ledger;
    private final boolean partial;
    private final Diagnostics diagnostics;
    private final IdentityHashMap<Line, Resolved> resolved = new IdentityHashMap<>();
    private final IdentityHashMap<Line, @Nullable Dimension> dimensions = new IdentityHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    /// A line's expression with full names, and where its parts stand.
    record Resolved(Expr expr, Document document) {}

    /// @param partial the model was read with mistakes, so that what is missing was told already
    Proof(Ledger ledger, boolean partial, Diagnostics diagnostics) {
        this.ledger = ledger;
        this.partial = partial;
        this.diagnostics = diagnostics;
    }

    /// The line's expression in full names, times the pace of temperature.
    Expr expr(Line line) {
        Expr expr = resolve(line).expr();
        Line.Pace pace = line.pace();
        return pace == null || line.literal() != null ? expr : Ledger.paced(expr, pace);
    }

    private Resolved resolve(Line line) {
        Resolved known = resolved.get(line);
        if (known != null) return known;
        Document document = line.home().document();
        if (!misplaced(line)) for (Expr.Name name : Tree.mentions(line.expr())) {
            if (full(name.id(), line.scope()) == null && Constants.of(name.id()).isEmpty() && !partial) unknown(name, line);
        }
        IdentityHashMap<Expr, Span> places = new IdentityHashMap<>();
        Expr expr = Tree.replace(line.expr(), n -> meaning(n, line.scope()), (from, to) -> {
            Span at = document.places().get(from);
            if (at != null) places.put(to, at);
        });
        Resolved now = new Resolved(expr, new Document(document.source(), List.of(), places));
        resolved.put(line, now);
        return now;
    }

    /// Whether a formula stands where only a number may: that is told, and nothing about what is in it.
    private static boolean misplaced(Line line) {
        return line.role() == Line.Role.INPUT && line.literal() == null;
    }

    private Expr meaning(Expr.Name name, Line.Scope scope) {
        String full = full(name.id(), scope);
        if (full != null) return full.equals(name.id()) ? name : Algebra.name(full);
        return Constants.of(name.id()).map(Algebra::constant).orElse(name);
    }

    /// The innermost thing that a name can mean.
    private @Nullable String full(String name, Line.Scope scope) {
        for (String prefix : scope.prefixes()) {
            String candidate = prefix.isEmpty() ? name : prefix + "." + name;
            if (ledger.knows(candidate)) return candidate;
        }
        return null;
    }

    private void unknown(Expr.Name name, Line line) {
        if (ledger.misses(name.id())) return;
        String remedy = ledger.line(name.id() + ".initial") != null ? name.id() + " is a state that begins at an expression, too. Give a plain number in state { }."
                : switch (name.id()) {
            case "temperature" -> "Write temperature = 37 [degC] (or what it was) into the model.";
            case "area" -> "Write area = 1000 [um^2] (or what it is) into the membrane.";
            case "C" -> "Write C = 1 [uF/cm^2] (or what it is) into the membrane.";
            default -> Spelling.proposal(name.id(), candidates(line.scope()));
        };
        mistake(line, name, "nothing is called " + name.id(), remedy);
    }

    /// Every known name as it may be written within a scope.
    private Set<String> candidates(Line.Scope scope) {
        Set<String> candidates = new LinkedHashSet<>();
        for (String prefix : scope.prefixes()) {
            for (String known : ledger.known()) {
                if (!prefix.isEmpty() && known.startsWith(prefix + ".")) candidates.add(known.substring(prefix.length() + 1));
            }
        }
        candidates.addAll(ledger.known());
        return candidates;
    }

    void mistake(Line line, Expr at, String problem, String remedy) {
        Document document = line.home().document();
        diagnostics.add(document.source(), document.place(at, document.place(line.expr(), line.home().at())), problem, remedy);
    }

    /// Tells of something suspicious in a line, where the text has the line.
    void warn(Line line, String problem, String remedy) {
        Span at = line.home().document().places().get(line.expr());
        if (at != null) diagnostics.warn(line.home().document().source(), at, problem, remedy);
    }

    /// The dimension of what has this full name; null when there is no telling. Mistakes on the way are reported once.
    @Nullable Dimension dimension(String name) {
        if (name.equals("t")) return Dimension.TIME;
        Ledger.Draft state = ledger.state(name);
        if (state != null) return state.dimension();
        Line line = ledger.line(name);
        if (line == null || dimensions.containsKey(line)) return line == null ? null : dimensions.get(line);
        if (!open.add(name)) return line.expected();
        Dimension found = dimension(line);
        open.remove(name);
        dimensions.put(line, found); // null, too: a mistake is told once
        return found;
    }

    private @Nullable Dimension dimension(Line line) {
        Line original = ledger.original(line.name());
        Dimension expected = line.expected() != null || original == null ? line.expected() : inferred(original);
        Dimension found = inferred(line);
        if (found == null) return expected;
        if (expected == null || expected.equals(found)) return found;
        String bare = found.equals(Dimension.NONE) && line.literal() != null ? " Write its unit: [" + (expected.equals(Dimension.TEMPERATURE) ? "degC" : expected.unit().symbol()) + "]." : "";
        mistake(line, line.expr(), "units do not agree", line.name() + " is " + expected.phrase() + " [" + expected.unit().symbol() + "]; this is "
                + found.phrase() + (found.equals(Dimension.NONE) ? "" : " [" + written(line, found) + "]") + "." + bare);
        return expected;
    }

    /// The unit as the text has it, else the usual one of the dimension.
    private static String written(Line line, Dimension dimension) {
        Expr.Literal literal = line.literal();
        return (literal != null ? literal.unit() : dimension.unit()).symbol();
    }

    private @Nullable Dimension inferred(Line line) {
        Expr.Literal literal = line.literal();
        if (literal != null) return literal.unit().dimension();
        return line.role() == Line.Role.CONDITION || misplaced(line) ? null : checker(line).number(resolve(line).expr(), line.home().at());
    }

    /// Checks a line's formula. All its names count as known here: those that are not were told of when they were looked up.
    private Checker checker(Line line) {
        Resolved r = resolve(line);
        return new Checker(r.document(), new Scope() {
            @Override
            public @Nullable Dimension dimension(String name) {
                return Proof.this.dimension(name);
            }

            @Override
            public Set<String> names() {
                return Tree.names(r.expr());
            }
        }, diagnostics);
    }

    /// Proves everything; true when no line is wrong.
    boolean holds() {
        int before = diagnostics.count();
        for (Line line : ledger.lines()) resolve(line);
        for (Line line : ledger.lines()) {
            dimension(line.name());
            if (line.role() == Line.Role.CONDITION) checker(line).condition(resolve(line).expr(), line.home().at());
            new Figures(this).check(line);
        }
        tellNearWords();
        return diagnostics.count() == before;
    }

    private static final List<String> WORDS = List.of("q10", "reference", "permeability", "alpha", "beta", "inf", "tau", "split", "V_half", "charge", "slope");

    /// Tells of numbers inside channels that nothing uses and that are spelled nearly like a word that means something there.
    private void tellNearWords() {
        Set<String> used = new LinkedHashSet<>();
        for (Line line : ledger.lines()) used.addAll(Tree.names(expr(line)));
        for (Line line : ledger.lines(Line.Role.VALUE)) {
            String word = line.name().substring(line.name().lastIndexOf('.') + 1);
            boolean inside = line.scope().prefixes().size() > 1 && word.length() > 2 && !WORDS.contains(word);
            if (!inside || used.contains(line.name())) continue;
            Nearest.to(word, WORDS).ifPresent(near -> mistake(line, line.expr(), "nothing uses " + line.name(), "Did you mean " + near + "? A number that nothing uses can be removed."));
        }
    }

    /// Definitions so ordered that each mentions only earlier ones; null, with a diagnostic, when they go in a circle.
    @Nullable List<Line> ordered() {
        List<Line> ordered = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (Line line : ledger.lines()) {
            if (definition(line) && !visit(line, new ArrayList<>(), done, ordered)) return null;
        }
        return ordered;
    }

    static boolean definition(Line line) {
        return (line.role() == Line.Role.VALUE && line.literal() == null) || line.role() == Line.Role.FOLLOWS;
    }

    private boolean visit(Line line, List<String> path, Set<String> done, List<Line> ordered) {
        if (done.contains(line.name())) return true;
        if (path.contains(line.name())) {
            List<String> circle = new ArrayList<>(path.subList(path.indexOf(line.name()), path.size()));
            circle.add(line.name());
            mistake(line, line.expr(), "a circle", String.join(" -> ", circle) + ": each needs the next. Write one of them without the others.");
            return false;
        }
        path.add(line.name());
        for (String name : Tree.names(expr(line))) {
            Line next = ledger.line(name);
            if (next != null && definition(next) && !visit(next, path, done, ordered)) return false;
        }
        path.removeLast();
        done.add(line.name());
        ordered.add(line);
        return true;
    }
}
