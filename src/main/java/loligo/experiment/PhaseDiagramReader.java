package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loligo.dynamics.Range;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Value;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Reads a `diagram` block: which two numbers of which preparation vary, and over which ranges.
final class PhaseDiagramReader {
    static final List<String> WORDS = List.of("on", "vary", "over");

    private final Preparation on;
    private final Item.Block block;
    private final Fields fields;

    private PhaseDiagramReader(Preparation on, Item.Block block, Fields fields) {
        this.on = on;
        this.block = block;
        this.fields = fields;
    }

    /// Null after a diagnostic.
    static Study.@Nullable PhaseDiagram read(String name, Preparation on, Item.Block block, Fields fields) {
        return EquilibriaReader.autonomous(on, block, fields) ? new PhaseDiagramReader(on, block, fields).diagram(name) : null;
    }

    private Study.@Nullable PhaseDiagram diagram(String name) {
        List<Study.Varied> vary = vary();
        if (vary.size() != 2) return null;
        List<Value> over = fields.values("over");
        if (fields.has("over") && over.size() != 2) {
            fields.mistake(fields.at("over"), "over has two intervals here", remedy(vary));
            return null;
        }
        Range first = range(vary, 0, over);
        Range second = range(vary, 1, over);
        return first == null || second == null ? null
                : new Study.PhaseDiagram(name, on, new Study.Free(vary.getFirst(), first), new Study.Free(vary.getLast(), second), EquilibriaReader.whole(on.equations()));
    }

    /// Two numbers, or fewer after a diagnostic.
    private List<Study.Varied> vary() {
        Map<String, Unit> numbers = ContinueReader.numbers(on.equations());
        List<Study.Varied> found = new ArrayList<>();
        List<Expr> written = fields.expressions("vary");
        for (Expr expr : written) {
            String word = StudyReader.compact(expr);
            String own = word.startsWith(on.name() + ".") ? word.substring(on.name().length() + 1) : word;
            Unit unit = numbers.get(own);
            if (unit != null) found.add(new Study.Varied(own, unit));
            else fields.mistake(fields.place(expr, "vary"), "no number of this preparation is called " + word, fields.otherwise(word) + StudyReader.suggestion(word, numbers.keySet()) + "There is " + String.join(", ", numbers.keySet()) + ".");
        }
        boolean same = found.size() == 2 && found.getFirst().name().equals(found.getLast().name());
        if (written.size() != 2 && !fields.lacks("vary") || same) fields.mistake(fields.at("vary"), "a diagram varies two numbers", "Write two different ones of " + String.join(", ", numbers.keySet()) + ". One number alone: continue.");
        if (fields.lacks("vary")) fields.mistake(block.at(), "a diagram varies two numbers", "Write vary = I, and another of " + String.join(", ", numbers.keySet()) + ".");
        return same ? List.of() : found;
    }

    private @Nullable Range range(List<Study.Varied> vary, int k, List<Value> over) {
        Study.Varied number = vary.get(k);
        Equations equations = on.equations();
        if (over.isEmpty()) {
            Range own = ContinueReader.own(equations, number);
            if (own == null) fields.mistake(block.at(), number.name() + " has no range", remedy(vary) + " Or give the number its range where it stands: " + number.name() + " = ... from ... to ....");
            return own;
        }
        Range range = EquilibriaReader.interval(fields, over.get(k), number.name(), number.unit().dimension(), remedy(vary));
        return range == null || VariedReader.tooLow(fields, number, new double[] {range.low(), range.high()}, "over", k) ? null : range;
    }

    private static String remedy(List<Study.Varied> vary) {
        return "Write the ends between which the two vary: over = " + String.join(", ", vary.stream().map(v -> "0 to 10" + (v.unit().pure() ? " [1]" : v.unit().bracketed())).toList()) + ".";
    }
}
