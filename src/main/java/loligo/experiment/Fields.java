package loligo.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.protocol.Numbers;
import loligo.protocol.Setting;
import loligo.quantity.Dimension;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;

/// The entries of one block, read by the words that the block knows; every other word is a mistake.
final class Fields {
    private final Item.Block block;
    private final Document document;
    private final Diagnostics diagnostics;
    private final Map<String, Item.Entry> entries = new LinkedHashMap<>();
    private final Set<String> ranged; // entries that may have a range
    private final Set<String> meant = new HashSet<>(); // words that were probably meant by misspelled ones

    Fields(Item.Block block, Document document, Diagnostics diagnostics, List<String> known) {
        this(block, document, diagnostics, known, Set.of());
    }

    /// @param ranged entries that may have a range `from ... to ...`
    Fields(Item.Block block, Document document, Diagnostics diagnostics, List<String> known, Set<String> ranged) {
        this.ranged = ranged;
        this.block = block;
        this.document = document;
        this.diagnostics = diagnostics;
        for (Item item : block.body()) {
            switch (item) {
                case Item.Entry entry when known.contains(entry.name()) && !entry.prime() -> keep(entry, known);
                case Item.Entry entry -> unknown(entry.name(), entry.at(), known);
                case Item.Block inner -> unknown(inner.kind(), inner.at(), known);
                case Item.Arrow arrow -> mistake(arrow.at(), "an arrow outside a scheme", "Arrows stand in a scheme of a channel only.");
            }
        }
    }

    private void keep(Item.Entry entry, List<String> known) {
        if (entries.putIfAbsent(entry.name(), entry) != null) mistake(entry.at(), entry.name() + " is given twice", "Keep one of the two.");
        else if (entry.range() != null && !ranged.contains(entry.name())) mistake(entry.range().at(), entry.name() + " has no range", (entry.name().equals("vary") && known.contains("over") ? "Write it as `over = ... to ...` beside vary. " : "") + "Only numbers of a preparation have a range `from ... to ...`.");
    }

    private void unknown(String word, Span at, List<String> known) {
        Optional<String> near = Elsewhere.meant(word, known);
        near.ifPresent(meant::add);
        mistake(at, "unknown word " + word, near.map(n -> "Did you mean " + n + "? ").orElse("")
                + "A " + block.kind() + " knows " + String.join(", ", known) + ".");
    }

    void mistake(Span at, String problem, String remedy) {
        diagnostics.add(document.source(), at, problem, remedy);
    }

    void warn(Span at, String problem, String remedy) {
        diagnostics.warn(document.source(), at, problem, remedy);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /// Whether a word is neither there nor, misspelled, told of already.
    boolean lacks(String key) {
        return !has(key) && !meant.contains(key);
    }

    Span at(String key) {
        Item.Entry entry = entries.get(key);
        return entry == null ? block.at() : entry.at();
    }

    /// Where an expression of an entry stands.
    Span place(Expr expr, String key) {
        return document.place(expr, at(key));
    }

    Item.@Nullable Range range(String key) {
        Item.Entry entry = entries.get(key);
        return entry == null ? null : entry.range();
    }

    List<Value> values(String key) {
        Item.Entry entry = entries.get(key);
        return entry == null ? List.of() : entry.values();
    }

    /// The expressions of a list; anything else among them is a mistake.
    List<Expr> expressions(String key) {
        List<Expr> found = new ArrayList<>();
        for (Value value : values(key)) {
            if (value instanceof Value.Single single) found.add(single.expr());
            else mistake(value.at(), key + " is a list of names and expressions", "Write " + key + " = V, NaV.I, for example.");
        }
        return found;
    }

    /// A plain name, among those known; a mistake when something else is written.
    ///
    /// @param silent names that are known to be wrong already: no more is said about them
    @Nullable String choice(String key, Set<String> known, Set<String> silent, String what) {
        return choice(key, known, silent, what, "");
    }

    /// @param owner a preparation, whose name may stand before what is its own
    @Nullable String choice(String key, Set<String> known, Set<String> silent, String what, String owner) {
        List<Value> values = values(key);
        if (values.isEmpty()) return null;
        if (values.size() == 1 && values.getFirst() instanceof Value.Single single && single.expr() instanceof Expr.Name name) {
            if (known.contains(name.id())) return name.id();
            String own = name.id().startsWith(owner + ".") ? name.id().substring(owner.length() + 1) : "";
            if (known.contains(own)) return own;
            if (silent.contains(name.id())) return null;
            Set<String> there = new LinkedHashSet<>(known);
            there.addAll(new TreeSet<>(silent));
            mistake(single.at(), "no " + what + " is called " + name.id(), otherwise(name.id()) + Nearest.to(name.id(), there).map(n -> "Did you mean " + n + "? ").orElse("")
                    + (there.isEmpty() ? "The text has no " + what + "." : "There is " + String.join(", ", there) + "."));
            return null;
        }
        mistake(values.getFirst().at(), key + " is one name", "Write the name of a " + what + (known.isEmpty() ? "." : ": " + String.join(", ", known) + "."));
        return null;
    }

    /// A sentence that says what a name stands for, where the text has something else of that name.
    String otherwise(String name) {
        for (Item item : document.items()) {
            if (item instanceof Item.Block other && !other.kind().equals("plot") && other.title() != null && other.title().text().equals(name)) return name + ("aeiou".indexOf(other.kind().charAt(0)) < 0 ? " is a " : " is an ") + other.kind() + ". ";
        }
        return "";
    }

    /// A number of the dimension, in membrane units; empty when it is not written or is a mistake.
    OptionalDouble number(String key, Dimension dimension) {
        double[] numbers = numbers(key, dimension);
        if (numbers.length == 1) return OptionalDouble.of(numbers[0]);
        if (numbers.length > 1) mistake(at(key), key + " is one number", "Write one number with its unit.");
        return OptionalDouble.empty();
    }

    /// One number, a list or a family of the dimension, in membrane units; empty when it is not written or is a mistake.
    double[] numbers(String key, Dimension dimension) {
        Setting read = setting(key, dimension);
        return read == null ? new double[0] : IntStream.range(0, read.values().size()).mapToDouble(read::inside).toArray();
    }

    /// The same as it is written; null when it is not written or is a mistake.
    @Nullable Setting setting(String key, Dimension dimension) {
        Item.Entry entry = entries.get(key);
        Setting read = entry == null ? null : new Numbers(document, diagnostics).setting(key, entry);
        return entry == null || read == null || disagrees(key, entry, read, dimension) ? null : read;
    }

    /// The two ends of an interval `a to b` of the dimension, in membrane units; empty when it is not written or is a mistake.
    double[] interval(String key, Dimension dimension) {
        Item.Entry entry = entries.get(key);
        if (entry == null) return new double[0];
        if (entry.values().size() != 1 || !(entry.values().getFirst() instanceof Value.Ramp)) {
            mistake(at(key), key + " is an interval here", "Write its two ends: " + key + " = a to b, with the unit of b.");
            return new double[0];
        }
        List<Setting> ends = new Numbers(document, diagnostics).ends(key, entry);
        if (ends == null || disagrees(key, entry, ends.getFirst(), dimension)) return new double[0];
        double[] interval = {ends.getFirst().inside(0), ends.getLast().inside(0)};
        if (interval[0] != interval[1]) return interval;
        mistake(at(key), key + " has no width", "Write two different ends.");
        return new double[0];
    }

    private boolean disagrees(String key, Item.Entry entry, Setting read, Dimension dimension) {
        if (read.unit().dimension().equals(dimension)) return false;
        mistake(entry.values().getFirst().at(), "units do not agree", key + " is " + dimension.phrase() + ", and this is " + read.unit().dimension().phrase()
                + ". " + numberIn(dimension));
        return true;
    }

    static String numberIn(Dimension dimension) {
        return dimension.equals(Dimension.NONE) ? "Write a number without a unit." : "Write a number in [" + dimension.unit().symbol() + "].";
    }

    /// A positive number of the dimension.
    OptionalDouble positive(String key, Dimension dimension) {
        OptionalDouble number = number(key, dimension);
        if (number.isPresent() && !(number.getAsDouble() > 0)) {
            mistake(at(key), key + " must be more than zero", "Write a positive number.");
            return OptionalDouble.empty();
        }
        return number;
    }
}
