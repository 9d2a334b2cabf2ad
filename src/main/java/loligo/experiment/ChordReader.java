package loligo.experiment;

import loligo.dynamics.Range;
import loligo.kernel.Kernel;
import loligo.model.Equations;
import loligo.notation.Item;
import org.jspecify.annotations.Nullable;

/// Reads a `chord` block: on which membrane, and between which potentials.
final class ChordReader {
    private static final Range POTENTIALS = new Range(-100, 60); // mV

    private ChordReader() {}

    static void chord(Item.Block block, StudyReader reader) {
        Fields fields = reader.fields(block, EquilibriaReader.WORDS);
        int before = reader.mistakes();
        String name = reader.named(block, fields);
        Preparation on = reader.preparation(block, fields);
        Study.Chord study = name == null || on == null ? null : read(name, on, block, fields);
        if (study != null && reader.mistakes() == before) reader.keep(study);
    }

    /// Null after a diagnostic.
    private static Study.@Nullable Chord read(String name, Preparation on, Item.Block block, Fields fields) {
        Equations equations = on.equations();
        if (on.model().membrane() == null || on.model().channels().isEmpty()) {
            fields.mistake(fields.has("on") ? fields.at("on") : block.at(), on.name() + " has no channels", "A chord conductance is that of a channel. Take a model that has a membrane and channels.");
            return null;
        }
        if (equations.uses("t")) {
            fields.mistake(block.at(), on.model().name() + " depends on t", "Its conductances belong to a time as well as to a potential. Write the change as a protocol instead.");
            return null;
        }
        Range over = EquilibriaReader.over(equations, fields, POTENTIALS);
        if (over == null) return null;
        Kernel kernel = Kernel.compile(equations);
        if (ChordCurve.steady(kernel, ProblemOf.field(kernel), over).isPresent()) return new Study.Chord(name, on, over);
        if (ChordCurve.steady(kernel, ProblemOf.field(kernel), POTENTIALS).isPresent()) {
            fields.mistake(fields.at("over"), "the formulas of " + on.model().name() + " leave the numbers over so wide a range", "Write a narrower one, such as over = " + Digits.value(POTENTIALS.low(), Double.NaN) + " to " + Digits.value(POTENTIALS.high(), Double.NaN) + " [mV].");
            return null;
        }
        fields.mistake(fields.has("on") ? fields.at("on") : block.at(), "no one steady state of " + on.model().name() + " belongs to V alone", "Some unknown follows others than V, as a concentration follows currents. Write an equilibria study, which searches for all unknowns together.");
        return null;
    }
}
