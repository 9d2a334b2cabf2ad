package loligo.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import loligo.dynamics.Range;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Reads a `continue` block: which number of which preparation varies, over which range, and what is followed.
final class ContinueReader {
    static final List<String> WORDS = List.of("on", "vary", "over", "follow");
    private static final List<String> FOLLOWED = List.of("equilibria", "cycles");

    private ContinueReader() {}

    /// Null after a diagnostic.
    static Study.@Nullable Continue read(String name, Preparation on, Item.Block block, Fields fields) {
        if (!EquilibriaReader.autonomous(on, block, fields)) return null;
        Equations equations = on.equations();
        boolean cycles = cycles(fields);
        Study.Varied vary = vary(on, block, fields);
        if (vary == null) return null;
        Range over = fields.has("over") ? EquilibriaReader.interval(fields, vary.name(), vary.unit().dimension(), remedy(vary)) : own(equations, vary, block, fields);
        boolean low = over != null && fields.has("over") && VariedReader.tooLow(fields, vary, new double[] {over.low(), over.high()}, "over");
        return over == null || low ? null : new Study.Continue(name, on, vary, over, EquilibriaReader.whole(equations), cycles);
    }

    private static boolean cycles(Fields fields) {
        if (!fields.has("follow")) return true;
        List<String> words = fields.expressions("follow").stream().map(StudyReader::compact).toList();
        for (Expr expr : fields.expressions("follow")) {
            String word = StudyReader.compact(expr);
            if (!FOLLOWED.contains(word)) fields.mistake(fields.at("follow"), "nothing is called " + word, StudyReader.suggestion(word, FOLLOWED) + "Write follow = equilibria, or follow = equilibria, cycles.");
        }
        return words.contains("cycles");
    }

    private static Study.@Nullable Varied vary(Preparation on, Item.Block block, Fields fields) {
        if (!fields.has("vary")) {
            if (fields.lacks("vary")) fields.mistake(block.at(), "continue varies something", "Write vary = I, for example.");
            return null;
        }
        Map<String, Unit> numbers = numbers(on.equations());
        String name = fields.choice("vary", numbers.keySet(), Set.of(), "number of this preparation", on.name());
        return name == null ? null : new Study.Varied(name, numbers.getOrDefault(name, Unit.ONE));
    }

    /// What may vary, with its unit.
    static Map<String, Unit> numbers(Equations equations) {
        Map<String, Unit> numbers = new LinkedHashMap<>();
        equations.inputs().forEach(i -> numbers.put(i.name(), i.unit()));
        equations.parameters().forEach(p -> numbers.put(p.name(), p.unit()));
        return numbers;
    }

    private static @Nullable Range own(Equations equations, Study.Varied vary, Item.Block block, Fields fields) {
        Range range = own(equations, vary);
        if (range == null) fields.mistake(block.at(), vary.name() + " has no range", remedy(vary) + " Or give the number its range where it stands: " + vary.name() + " = ... from ... to ....");
        return range;
    }

    /// The range that the model or the preparation gives to the number; null where neither does.
    static @Nullable Range own(Equations equations, Study.Varied vary) {
        Stream<Equations.@Nullable Range> ranges = Stream.concat(equations.inputs().stream().filter(i -> i.name().equals(vary.name())).map(Equations.Input::range),
                equations.parameters().stream().filter(p -> p.name().equals(vary.name())).map(Equations.Parameter::range));
        for (Equations.Range range : ranges.toList()) if (range != null) return new Range(range.from(), range.to());
        return null;
    }

    private static String remedy(Study.Varied vary) {
        return "Write the two ends between which " + vary.name() + " varies: over = 0 to 10" + vary.unit().bracketed() + ".";
    }
}
