package loligo.experiment;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Parser;
import loligo.notation.Source;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.quantity.Nearest;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Numbers changed from outside (`--set "soma.I=10 [uA/cm^2]"`), as an edit of the document: what is run, hashed and printed is one text.
final class Settings {
    private final Diagnostics diagnostics;
    private final Map<Expr, Span> places = new IdentityHashMap<>();

    private Settings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// The document with every `name=value` of `settings` written into it.
    static Document apply(Document document, List<String> settings, Diagnostics diagnostics) {
        if (settings.isEmpty()) return document;
        Settings edit = new Settings(diagnostics);
        edit.places.putAll(document.places());
        List<Item> items = document.items();
        for (String setting : settings) items = edit.one(items, setting);
        return new Document(document.source(), items, edit.places);
    }

    private List<Item> one(List<Item> items, String setting) {
        Source source = new Source("--set " + setting, setting);
        int before = diagnostics.count();
        Document read = Parser.parse(source, diagnostics);
        if (diagnostics.count() > before) return items;
        if (read.items().size() != 1 || !(read.items().getFirst() instanceof Item.Entry entry) || entry.prime() || !entry.name().contains(".")) {
            diagnostics.add(source, new Span(0, setting.length()), "not a setting", "Write the full name of a number, =, and its value, as in soma.I=10 [uA/cm^2].");
            return items;
        }
        places.putAll(read.places());
        int dot = entry.name().indexOf('.');
        String owner = entry.name().substring(0, dot);
        List<Item> edited = new ArrayList<>(items);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Block block && owner.equals(label(block)) && !block.kind().equals("plot")) {
                edited.set(i, within(block, entry.name().substring(dot + 1), entry));
                return edited;
            }
        }
        Set<String> known = labels(items);
        diagnostics.add(source, entry.at(), "nothing is called " + owner, Nearest.to(owner, known).map(n -> "Did you mean " + n + "? ").orElse("")
                + "The text has " + (known.isEmpty() ? "no named block." : String.join(", ", known) + "."));
        return items;
    }

    private Item.Block within(Item.Block block, String path, Item.Entry setting) {
        List<Item> body = new ArrayList<>(block.body());
        int dot = path.indexOf('.');
        for (int i = 0; i < body.size(); i++) {
            Item item = body.get(i);
            if (dot > 0 && item instanceof Item.Block inner && path.substring(0, dot).equals(label(inner))) {
                body.set(i, within(inner, path.substring(dot + 1), setting));
                return with(block, body);
            }
            if (item instanceof Item.Entry entry && entry.name().equals(path)) {
                List<Value> values = setting.values().stream().map(v -> inUnit(v, unit(entry))).toList();
                body.set(i, new Item.Entry(path, false, values, entry.range(), setting.at()));
                return with(block, body);
            }
        }
        body.add(new Item.Entry(path, false, setting.values(), setting.range(), setting.at()));
        return with(block, body);
    }

    private static Item.Block with(Item.Block block, List<Item> body) {
        return new Item.Block(block.kind(), block.title(), block.power(), block.name(), List.copyOf(body), true, block.at());
    }

    private static @Nullable String label(Item.Block block) {
        return block.title() == null ? null : block.title().text();
    }

    private static Set<String> labels(List<Item> items) {
        Set<String> labels = new TreeSet<>();
        for (Item item : items) {
            if (item instanceof Item.Block block && block.braces()) {
                String label = label(block);
                if (label != null) labels.add(label);
            }
        }
        return labels;
    }

    /// The unit that the text gave the number that is replaced.
    private static Unit unit(Item.Entry entry) {
        return entry.values().getFirst() instanceof Value.Single single ? unit(single.expr()) : Unit.ONE;
    }

    private static Unit unit(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal.unit();
            case Expr.Negation negation -> unit(negation.of());
            default -> Unit.ONE;
        };
    }

    private Value inUnit(Value value, Unit unit) {
        return value instanceof Value.Single single ? new Value.Single(inUnit(single.expr(), unit), single.at()) : value;
    }

    /// A bare number takes the unit; anything else stays.
    Expr inUnit(Expr expr, Unit unit) {
        Expr made = switch (expr) {
            case Expr.Literal literal when literal.unit().equals(Unit.ONE) -> new Expr.Literal(literal.value(), unit);
            case Expr.Negation negation when negation.of() instanceof Expr.Literal -> new Expr.Negation(inUnit(negation.of(), unit));
            default -> expr;
        };
        Span place = places.get(expr);
        if (place != null) places.put(made, place);
        return made;
    }
}
