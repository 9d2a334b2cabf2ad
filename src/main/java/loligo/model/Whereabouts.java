package loligo.model;

import java.util.ArrayList;
import java.util.List;
import loligo.notation.Item;
import loligo.notation.Span;

/// Finds where a model's text says what a full name stands for: `NaV.m` is the title of block `m` in block `NaV`, `NaV.g` the entry `g` in it.
final class Whereabouts {
    private Whereabouts() {}

    /// The place of a name, or of the innermost block that it belongs to; the home's own where the text has neither. Of several the last: it came too much.
    static Span of(Line.Home home, String name) {
        for (Item item : home.document().items()) {
            if (item instanceof Item.Block model && model.at().equals(home.at())) return last(model.body(), name, home.at());
        }
        return home.at();
    }

    private static Span last(List<Item> body, String name, Span otherwise) {
        List<Span> exact = new ArrayList<>();
        List<Span> around = new ArrayList<>(List.of(otherwise));
        collect(body, name, exact, around);
        return exact.isEmpty() ? around.getLast() : exact.getLast();
    }

    /// @param exact receives what has just this name
    /// @param around receives titles of blocks whose name the name begins with, the outer before the inner
    private static void collect(List<Item> body, String name, List<Span> exact, List<Span> around) {
        for (Item item : body) {
            if (item instanceof Item.Entry entry && entry.name().equals(name)) exact.add(entry.at());
            if (item instanceof Item.Block block) collect(block, name, exact, around);
        }
    }

    private static void collect(Item.Block block, String name, List<Span> exact, List<Span> around) {
        Item.Title title = block.title();
        if (title == null) {
            collect(block.body(), name, exact, around);
        } else if (name.equals(title.text())) {
            exact.add(title.at());
        } else if (name.startsWith(title.text() + ".")) {
            around.add(title.at());
            collect(block.body(), name.substring(title.text().length() + 1), exact, around);
        }
    }
}
