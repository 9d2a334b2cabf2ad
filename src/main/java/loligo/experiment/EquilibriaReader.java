package loligo.experiment;

import java.util.List;
import loligo.dynamics.Range;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// Reads an `equilibria` block: on which preparation, and where the first unknown is looked for.
final class EquilibriaReader {
    static final List<String> WORDS = List.of("on", "over");
    private static final Range POTENTIALS = new Range(-200, 200); // mV

    private EquilibriaReader() {}

    /// Null after a diagnostic.
    static Study.@Nullable Equilibria read(String name, Preparation on, Item.Block block, Fields fields) {
        if (!autonomous(on, block, fields)) return null;
        Range over = over(on.equations(), fields, whole(on.equations()));
        return over == null ? null : new Study.Equilibria(name, on, over);
    }

    /// Null after a diagnostic.
    static @Nullable Range over(Equations equations, Fields fields, Range otherwise) {
        if (!fields.has("over")) return otherwise;
        Equations.State first = equations.states().getFirst();
        String unit = first.unit().bracketed();
        return interval(fields, first.name(), first.dimension(), "Write the two ends between which " + first.name() + " is looked for: over = -100 to 100" + unit + ".");
    }

    /// Where the first unknown is looked for when the text does not say.
    static Range whole(Equations equations) {
        Equations.State first = equations.states().getFirst();
        return first.dimension().equals(Dimension.POTENTIAL) ? POTENTIALS : ProblemOf.around(first, ProblemOf.beginning(equations)[0]);
    }

    /// What `over` says: the two ends of an interval of a quantity; null after a diagnostic.
    static @Nullable Range interval(Fields fields, String name, Dimension dimension, String remedy) {
        List<Value> values = fields.values("over");
        return interval(fields, values.size() == 1 ? values.getFirst() : null, name, dimension, remedy);
    }

    /// The same of one of its values, or of none.
    static @Nullable Range interval(Fields fields, @Nullable Value value, String name, Dimension dimension, String remedy) {
        if (value instanceof Value.Ramp(Expr.Literal from, Expr.Literal to, Span at)) {
            if (!from.unit().dimension().equals(dimension) || !to.unit().dimension().equals(dimension)) {
                fields.mistake(at, "units do not agree", name + " is " + dimension.phrase() + ". " + remedy);
            } else if (!(from.inside() < to.inside())) {
                fields.mistake(at, "over goes upwards", remedy);
            } else {
                return new Range(from.inside(), to.inside());
            }
        } else {
            fields.mistake(fields.at("over"), "over is an interval", remedy);
        }
        return null;
    }

    /// Whether the equations can stand still at all; tells where not.
    static boolean autonomous(Preparation on, Item.Block block, Fields fields) {
        if (on.equations().states().isEmpty()) {
            fields.mistake(block.at(), on.name() + " has no unknown", "Nothing in it changes with time, so nothing can stand still. Take a model with a membrane or a state.");
        } else if (on.equations().uses("t")) {
            fields.mistake(block.at(), on.model().name() + " depends on t", "Equations that change with time have no equilibria. Write the change as a protocol instead.");
        } else {
            return true;
        }
        return false;
    }
}
