package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import loligo.dynamics.Range;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// Reads a `plane` block: which two unknowns of which preparation, and over which ranges.
final class PlaneReader {
    static final List<String> WORDS = List.of("on", "x", "y", "hold");
    static final Set<String> RANGED = Set.of("x", "y");
    private static final Range POTENTIALS = new Range(-100, 60); // mV
    private static final Range FRACTION = new Range(0, 1);

    private final Equations equations;
    private final Item.Block block;
    private final Fields fields;

    private PlaneReader(Equations equations, Item.Block block, Fields fields) {
        this.equations = equations;
        this.block = block;
        this.fields = fields;
    }

    /// Null after a diagnostic.
    static Study.@Nullable Plane read(String name, Preparation on, Item.Block block, Fields fields) {
        if (!EquilibriaReader.autonomous(on, block, fields)) return null;
        if (on.equations().states().size() < 2) {
            fields.mistake(block.at(), on.model().name() + " has one unknown", "A " + block.kind() + " needs two. Write equilibria NAME { on = " + on.name() + " }: where the current vanishes is its phase line" + (block.kind().equals("basin") ? ", on which unstable equilibria part the basins." : "."));
            return null;
        }
        return new PlaneReader(on.equations(), block, fields).plane(name, on);
    }

    private Study.@Nullable Plane plane(String name, Preparation on) {
        Study.Side x = side("x");
        Study.Side y = side("y");
        if (x == null || y == null) return null;
        if (x.unknown() == y.unknown()) {
            fields.mistake(fields.at("y"), "x and y are the same unknown", "Write two different ones of " + String.join(", ", names()) + ".");
            return null;
        }
        List<String> held = new ArrayList<>();
        for (Expr expr : fields.expressions("hold")) {
            String word = StudyReader.compact(expr);
            if (names().contains(word)) held.add(word);
            else fields.mistake(fields.place(expr, "hold"), "no unknown is called " + word, StudyReader.suggestion(word, names()) + "There is " + String.join(", ", names()) + ".");
        }
        return new Study.Plane(name, on, x, y, List.copyOf(held));
    }

    private Set<String> names() {
        return equations.states().stream().map(Equations.State::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Study.@Nullable Side side(String key) {
        if (!fields.has(key)) {
            if (fields.lacks(key)) fields.mistake(block.at(), "a " + block.kind() + " has two unknowns", "Write x = V and y = another of " + String.join(", ", names()) + ".");
            return null;
        }
        String name = fields.choice(key, names(), Set.of(), "unknown");
        if (name == null) return null;
        int unknown = List.copyOf(names()).indexOf(name);
        Equations.State state = equations.states().get(unknown);
        Item.Range written = fields.range(key);
        Range range = written == null ? usual(state) : range(written, state);
        return range == null ? null : new Study.Side(unknown, range);
    }

    private Range usual(Equations.State state) {
        if (state.dimension().equals(Dimension.POTENTIAL)) return POTENTIALS;
        if (ProblemOf.gate(state, equations)) return FRACTION;
        double[] beginning = ProblemOf.beginning(equations);
        double reach = 2 * Math.max(state.unit().scale(), Math.abs(beginning[equations.states().indexOf(state)]));
        return new Range(-reach, reach);
    }

    private @Nullable Range range(Item.Range range, Equations.State state) {
        String unit = state.unit().bracketed();
        String remedy = "Write " + state.name() + " from its lower to its upper end: " + ends(range) + unit + ".";
        if (!(range.from() instanceof Expr.Literal from && range.to() instanceof Expr.Literal to)) {
            fields.mistake(range.at(), "a range has two numbers", remedy);
        } else if (!from.unit().dimension().equals(state.dimension()) || !to.unit().dimension().equals(state.dimension())) {
            fields.mistake(range.at(), "units do not agree", state.name() + " is " + state.dimension().phrase() + ". " + remedy);
        } else if (!(from.inside() < to.inside())) {
            fields.mistake(range.at(), "a range goes upwards", remedy);
        } else {
            return new Range(from.inside(), to.inside());
        }
        return null;
    }

    /// The two numbers as they were written, the lower one first.
    private static String ends(Item.Range range) {
        if (!(range.from() instanceof Expr.Literal from && range.to() instanceof Expr.Literal to) || from.value() == to.value()) return "from 0 to 1";
        return "from " + Digits.value(Math.min(from.value(), to.value()), 0) + " to " + Digits.value(Math.max(from.value(), to.value()), 0);
    }
}
