package loligo.experiment;

import java.util.List;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// Reads an `fi` block: firing over a constant current, or over another number of the preparation.
final class FiReader {
    private static final List<String> WORDS = List.of("on", "vary", "over", "for", "after", "within", "method", "step", "tolerance");
    private static final String CURRENT = "I";
    private static final double WITHIN = 1e-7; // of the larger end of the range

    private final Item.Block block;
    private final Fields fields;
    private final Preparation on;
    private final StudyReader studies;

    private FiReader(Item.Block block, Fields fields, Preparation on, StudyReader studies) {
        this.block = block;
        this.fields = fields;
        this.on = on;
        this.studies = studies;
    }

    static void fi(Item.Block block, StudyReader reader) {
        Fields fields = reader.fields(block, WORDS);
        int before = reader.mistakes();
        String name = reader.named(block, fields);
        Preparation on = reader.preparation(block, fields);
        Study.Fi study = name == null || on == null ? null : new FiReader(block, fields, on, reader).read(name);
        if (study != null && reader.mistakes() == before) reader.keep(study);
    }

    /// Null after a diagnostic.
    private Study.@Nullable Fi read(String name) {
        if (on.equations().states().isEmpty()) {
            fields.mistake(block.at(), on.name() + " has no unknown", "Nothing in it changes with time, so nothing can fire. Take a model with a membrane or a state.");
            return null;
        }
        if (fields.lacks("for")) fields.mistake(block.at(), "an fi fires for how long?", "Write for = 1000 [ms].");
        if (fields.lacks("over")) fields.mistake(block.at(), "an fi goes over currents", "Write over = 0 to 40 by 2 [uA/cm^2], or a list.");
        double until = fields.positive("for", Dimension.TIME).orElse(1);
        double after = fields.number("after", Dimension.TIME).orElse(until / 2);
        if (after < 0 || after >= until) fields.mistake(fields.at("after"), "after lies outside the run", "Write a time from 0 ms to before `for`.");
        Study.Simulate run = new Study.Simulate(name, on, List.of(), until, after, until, List.of(first()), List.of(), studies.scheme(fields, until));
        Study.Varied vary = vary(run);
        if (vary == null) return null;
        double[] over = fields.numbers("over", vary.unit().dimension());
        if (over.length == 0) return null;
        if (!ascending(over)) fields.mistake(fields.at("over"), "over goes upwards", "Write two or more values, each above the one before: the onset is looked for between them.");
        double size = Math.max(Math.abs(over[0]), Math.abs(over[over.length - 1]));
        double within = fields.positive("within", vary.unit().dimension()).orElse(WITHIN * size);
        return new Study.Fi(name, run, vary, over, Math.max(within, 1e-13 * size));
    }

    private Study.Recorded first() {
        Equations.State first = on.equations().states().getFirst();
        return new Study.Recorded(first.name(), first.unit(), new Expr.Name(first.name()));
    }

    private static boolean ascending(double[] over) {
        for (int i = 1; i < over.length; i++) if (!(over[i] > over[i - 1])) return false;
        return over.length > 1;
    }

    private Study.@Nullable Varied vary(Study.Simulate run) {
        if (!fields.has("vary")) {
            var current = on.equations().inputs().stream().filter(i -> i.name().equals(CURRENT)).findFirst();
            if (current.isPresent()) return new Study.Varied(CURRENT, current.get().unit());
            if (fields.lacks("vary")) fields.mistake(block.at(), on.model().name() + " has no current I", "Write vary = the name of the number that makes it fire.");
            return null;
        }
        Study.Varied vary = new VariedReader(block, fields, run).vary();
        if (vary == null || !vary.name().endsWith(".initial")) return vary;
        fields.mistake(fields.at("vary"), "every run begins at rest", "Vary a number that stays what it is while the membrane fires, such as I.");
        return null;
    }
}
