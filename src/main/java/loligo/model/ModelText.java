package loligo.model;

import java.util.ArrayList;
import java.util.List;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import org.jspecify.annotations.Nullable;

/// A model as the block that one would write for it: reading the block gives an equal model.
final class ModelText {
    private static final Span NOWHERE = new Span(0, 0);

    private ModelText() {}

    static Item.Block block(Model model) {
        List<Item> body = new ArrayList<>();
        for (String key : model.cites()) body.add(new Item.Block("cite", name(key), 1, null, List.of(), false, NOWHERE));
        entries(body, model.numbers());
        Membrane membrane = model.membrane();
        if (membrane != null) body.add(block("membrane", null, 1, null, some(membrane.capacitance(), membrane.potential(), membrane.area())));
        if (!model.states().isEmpty()) body.add(block("state", null, 1, null, entries(model.states())));
        if (!model.inputs().isEmpty()) body.add(block("input", null, 1, null, entries(model.inputs())));
        for (Ion ion : model.ions()) {
            body.add(block("ion", ion.name(), 1, null, some(ion.reversal(), ion.inside(), ion.outside(), ion.valence())));
        }
        for (Goldman goldman : model.goldmans()) body.add(block("goldman", goldman.name(), 1, null, entries(goldman.permeabilities())));
        for (Channel channel : model.channels()) body.add(channel(channel));
        for (Named f : model.equations()) body.add(entry(f, true));
        for (Event event : model.events()) body.add(event(event));
        return block("model", model.name(), 1, null, body);
    }

    private static Item.Block channel(Channel channel) {
        Named conduction = switch (channel.conduction()) {
            case Channel.Conduction.Ohmic(var g) -> g;
            case Channel.Conduction.Permeable(var permeability) -> permeability;
        };
        List<Item> body = some(conduction, channel.reversal());
        entries(body, channel.numbers());
        for (Gate gate : channel.gates()) body.add(gate(gate));
        return block("channel", channel.name(), 1, channel.ion(), body);
    }

    private static Item.Block gate(Gate gate) {
        List<Item> body = switch (gate) {
            case Gate.Rates g -> some(g.alpha(), g.beta());
            case Gate.Relaxation g -> some(g.inf(), g.tau());
            case Gate.Instantaneous g -> some(g.inf());
            case Gate.TwoState g -> some(g.kf0(), g.kb0(), g.split(), g.half(), g.steepness());
            case Gate.Boltzmann g -> some(g.steepness(), g.midpoint(), g.tau());
            case Gate.Scheme g -> arrows(g);
        };
        entries(body, gate.head().numbers());
        return block(gate instanceof Gate.Scheme ? "scheme" : "gate", gate.name(), gate.head().power(), null, body);
    }

    private static List<Item> arrows(Gate.Scheme scheme) {
        List<Item> body = some(scheme.open());
        for (Gate.Transition t : scheme.transitions()) {
            body.add(new Item.Arrow(new Item.Word(t.from(), NOWHERE), new Item.Word(t.to(), NOWHERE), t.rate(), null, NOWHERE));
        }
        return body;
    }

    private static Item.Block event(Event event) {
        List<Item> body = some(new Named("when", event.when()));
        entries(body, event.assignments());
        return block("on", event.name(), 1, null, body);
    }

    private static Item.Block block(String kind, @Nullable String title, int power, @Nullable String name, List<Item> body) {
        return new Item.Block(kind, title == null ? null : name(title), power, name == null ? null : new Item.Word(name, NOWHERE), body, true, NOWHERE);
    }

    private static Item.Title name(String text) {
        return new Item.Title(Item.Title.Form.NAME, text, NOWHERE);
    }

    private static List<Item> some(@Nullable Named... formulas) {
        List<Item> items = new ArrayList<>();
        for (Named f : formulas) if (f != null) items.add(entry(f, false));
        return items;
    }

    private static List<Item> entries(List<Named> formulas) {
        List<Item> items = new ArrayList<>();
        entries(items, formulas);
        return items;
    }

    private static void entries(List<Item> body, List<Named> formulas) {
        for (Named f : formulas) body.add(entry(f, false));
    }

    private static Item.Entry entry(Named f, boolean prime) {
        Expr value = f.value();
        Named.Bounds bounds = f.bounds();
        Item.Range range = bounds == null ? null : new Item.Range(bounds.from(), bounds.to(), NOWHERE);
        return new Item.Entry(f.name(), prime, List.of(new Value.Single(value, NOWHERE)), range, NOWHERE);
    }
}
