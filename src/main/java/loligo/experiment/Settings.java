package loligo.experiment;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import loligo.model.Equations;
import loligo.notation.Diagnostic;
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
    private static final String FLAG = "--set ";

    private final Diagnostics diagnostics;
    private final Map<Expr, Span> places = new IdentityHashMap<>();
    private Source source;
    private List<Item> items;

    private Settings(Document document, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.source = document.source();
        this.items = document.items();
        places.putAll(document.places());
    }

    /// The document with every `name=value` of `settings` written into it. Its source has the settings as lines behind the text,
    /// so that a mistake in one of them has a place; [#told] says where that is.
    static Document apply(Document document, List<String> settings, Diagnostics diagnostics) {
        Settings edit = new Settings(document, diagnostics);
        for (String setting : settings) edit.one(setting);
        return new Document(edit.source, edit.items, edit.places);
    }

    /// A mistake in a setting, as standing in the command line; any other as it is.
    ///
    /// @param text as it was written, without settings
    static Diagnostic told(Diagnostic mistake, Source text, List<String> settings) {
        if (!mistake.source().name().equals(text.name())) return mistake;
        int end = text.text().length();
        for (String setting : settings) {
            int begin = end + 1 + FLAG.length();
            int before = end;
            end = begin + setting.length();
            if (mistake.at().start() <= before || mistake.at().start() > end) continue;
            int shift = FLAG.length() + 1 - begin;
            Span at = new Span(Math.max(mistake.at().start(), begin) + shift, Math.min(mistake.at().end(), end) + shift);
            return new Diagnostic(new Source("command line", FLAG + '"' + setting + '"'), at, mistake.problem(), mistake.remedy());
        }
        return mistake;
    }

    private void one(String setting) {
        String before = source.text() + "\n" + FLAG;
        source = new Source(source.name(), before + setting);
        int mistakes = diagnostics.count();
        Document read = Parser.parse(new Source(source.name(), blank(before) + setting), diagnostics);
        if (diagnostics.count() > mistakes) return;
        Span whole = new Span(before.length(), source.text().length());
        if (read.items().size() != 1 || !(read.items().getFirst() instanceof Item.Entry entry) || entry.prime() || !entry.name().contains(".")) {
            diagnostics.add(source, whole, "not a setting", "Write the full name of a number, =, and its value, as in " + example(setting, read.items()) + ".");
            return;
        }
        places.putAll(read.places());
        int dot = entry.name().indexOf('.');
        String owner = entry.name().substring(0, dot);
        List<Item> edited = new ArrayList<>(items);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Block block && owner.equals(label(block)) && !block.kind().equals("plot")) {
                edited.set(i, within(block, entry.name().substring(dot + 1), entry));
                items = edited;
                return;
            }
        }
        Set<String> known = labels(items);
        diagnostics.add(source, entry.at(), "nothing is called " + owner, Nearest.to(owner, known).map(n -> "Did you mean " + n + "? ").orElse("")
                + "The text has " + (known.isEmpty() ? "no named block." : String.join(", ", known) + "."));
    }

    /// The setting with the name of the text's preparation before it, where that is all that is missing.
    private String example(String setting, List<Item> written) {
        List<String> patches = items.stream().filter(i -> i instanceof Item.Block b && b.kind().equals("patch")).map(i -> label((Item.Block) i)).filter(Objects::nonNull).toList();
        String patch = patches.isEmpty() ? "soma" : patches.getFirst();
        return patch + "." + (written.size() == 1 && written.getFirst() instanceof Item.Entry entry && !entry.prime() ? setting.strip() : "I=10 [uA/cm^2]");
    }

    /// As many lines and columns, nothing to read.
    private static String blank(String text) {
        return text.chars().collect(StringBuilder::new, (b, c) -> b.append(c == '\n' ? '\n' : ' '), StringBuilder::append).toString();
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
                List<Value> values = setting.values().stream().map(v -> inUnit(v, unit(entry), places)).toList();
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
        return entry.values().getFirst() instanceof Value.Single(Expr.Literal literal, Span at) ? literal.unit() : Unit.ONE;
    }

    /// The entries of a preparation; bare numbers that `--set` added get the unit that the model's own text gave.
    ///
    /// @param end where the text as it was written ends
    static List<Item.Entry> inUnits(List<Item.Entry> entries, Equations equations, Document document, int end) {
        return entries.stream().map(e -> e.at().start() < end ? e : new Item.Entry(e.name(), e.prime(), inUnit(e.values(), Names.unit(e.name(), equations), document), e.range(), e.at())).toList();
    }

    private static List<Value> inUnit(List<Value> values, Unit unit, Document document) {
        return values.stream().map(v -> inUnit(v, unit, document.places())).toList();
    }

    private static Value inUnit(Value value, Unit unit, Map<Expr, Span> places) {
        return value instanceof Value.Single single ? new Value.Single(inUnit(single.expr(), unit, places), single.at()) : value;
    }

    /// A bare number takes the unit; anything else stays.
    private static Expr inUnit(Expr expr, Unit unit, Map<Expr, Span> places) {
        if (!(expr instanceof Expr.Literal literal) || !literal.unit().equals(Unit.ONE) || unit.equals(Unit.ONE)) return expr;
        Expr made = new Expr.Literal(literal.value(), unit);
        Span place = places.get(expr);
        if (place != null) places.put(made, place);
        return made;
    }
}
