package loligo.model;

import java.util.List;
import java.util.Map;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Item;
import loligo.notation.Printer;
import loligo.notation.Source;
import loligo.notation.Span;
import org.jspecify.annotations.Nullable;

/// A membrane as biology: immutable, proved, without numerics. [#lower] turns it into equations.
///
/// @param cites keys of the bibliography
/// @param membrane null for a free model, which consists of states, inputs and equations
/// @param states where the primed equations begin
/// @param inputs what a protocol may drive; of a membrane also the rest and range of `I` and `light`
/// @param equations the right-hand sides of `x' = ...`, by the name of x
/// @param numbers named numbers and expressions at the top level, `temperature` among them
public record Model(
        String name,
        List<String> cites,
        @Nullable Membrane membrane,
        List<Ion> ions,
        List<Goldman> goldmans,
        List<Channel> channels,
        List<Named> states,
        List<Named> inputs,
        List<Named> equations,
        List<Event> events,
        List<Named> numbers) {
    public Model {
        cites = List.copyOf(cites);
        ions = List.copyOf(ions);
        goldmans = List.copyOf(goldmans);
        channels = List.copyOf(channels);
        states = List.copyOf(states);
        inputs = List.copyOf(inputs);
        equations = List.copyOf(equations);
        events = List.copyOf(events);
        numbers = List.copyOf(numbers);
    }

    /// Reads and proves a `model` block: structure, names, dimensions, circles. Every mistake goes to the diagnostics.
    ///
    /// @return null only when too little is left to go on with
    public static @Nullable Model read(Item.Block block, Document document, Diagnostics diagnostics) {
        int before = diagnostics.count();
        Model model = new ModelReader(block, document, diagnostics).read();
        if (model != null) {
            var home = new Line.Home(document, block.at());
            new Lowering(model, home, List.of(), home, diagnostics.count() > before, diagnostics).lower();
        }
        return model;
    }

    /// The equations of this model, with what an experiment overrides: entries with full names (`Kdr.g = 30 [mS/cm^2]`, `I`, `V`, `temperature`).
    ///
    /// @param where the text in which the overrides stand
    /// @return the equations as far as they make sense; when mistakes were added to the diagnostics, those of the model without overrides
    public Equations lower(List<Item.Entry> overrides, Document where, Diagnostics diagnostics) {
        Span at = overrides.isEmpty() ? new Span(0, 0) : overrides.getFirst().at();
        var elsewhere = new Line.Home(where, at);
        Equations equations = new Lowering(this, elsewhere, overrides, elsewhere, false, diagnostics).lower();
        return equations != null ? equations : lower();
    }

    /// The equations of this model as it stands; empty ones for a model that was read with mistakes.
    public Equations lower() {
        var document = new Document(new Source(name, ""), List.of(), Map.of());
        var home = new Line.Home(document, new Span(0, 0));
        Equations equations = new Lowering(this, home, List.of(), home, false, new Diagnostics()).lower();
        return equations != null ? equations : new Equations(name, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// The model as text; reading it again gives an equal model.
    @Override
    public String toString() {
        return Printer.text(ModelText.block(this));
    }
}
