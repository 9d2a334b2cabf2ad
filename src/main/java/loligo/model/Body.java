package loligo.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Function;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import org.jspecify.annotations.Nullable;

/// The items of one block while it is read: entries are taken out by name, and what is left over is known to be left over.
final class Body {
    private final Item.Block block;
    private final Document document;
    private final Diagnostics diagnostics;
    private final Map<String, Item.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Item.Entry> primed = new LinkedHashMap<>();
    private final List<Item.Block> blocks = new ArrayList<>();
    private final List<Item.Arrow> arrows = new ArrayList<>();

    Body(Item.Block block, Document document, Diagnostics diagnostics) {
        this.block = block;
        this.document = document;
        this.diagnostics = diagnostics;
        for (Item item : block.body()) {
            switch (item) {
                case Item.Entry e -> keep(e);
                case Item.Block b -> blocks.add(b);
                case Item.Arrow a -> arrows.add(a);
            }
        }
    }

    private void keep(Item.Entry entry) {
        if (entry.name().indexOf('.') >= 0) {
            mistake(entry.at(), "a dotted name is defined", "Inside a model an entry has a plain name; write it in the block that it belongs to.");
        } else if ((entry.prime() ? primed : entries).putIfAbsent(entry.name(), entry) != null) {
            mistake(entry.at(), entry.name() + (entry.prime() ? "'" : "") + " is defined twice", "Keep one of the two.");
        }
    }

    void mistake(Span at, String problem, String remedy) {
        diagnostics.add(document.source(), at, problem, remedy);
    }

    /// `a channel`, `an ion`.
    private String kind() {
        return ("aeio".indexOf(block.kind().charAt(0)) >= 0 ? "an " : "a ") + block.kind();
    }

    /// A mistake of the block as a whole.
    void mistake(String problem, String remedy) {
        mistake(block.at(), problem, remedy);
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /// Where an entry stands; the block when there is none of the name.
    Span at(String name) {
        Item.Entry entry = entries.get(name);
        return entry == null ? block.at() : entry.at();
    }

    /// Takes an entry out; null when there is none, or when it is no single value.
    @Nullable Named take(String name) {
        Item.Entry entry = entries.remove(name);
        return entry == null ? null : formula(entry);
    }

    /// Takes an entry out; a diagnostic when there is none.
    @Nullable Named require(String name, String problem, String remedy) {
        if (!has(name)) mistake(problem, remedy);
        return take(name);
    }

    /// Reports and drops entries whose names stand for something else.
    ///
    /// @param taken what each of those names stands for, as a sentence
    void refuseNames(Map<String, String> taken) {
        for (Map<String, Item.Entry> each : List.of(entries, primed)) {
            for (Item.Entry entry : List.copyOf(each.values())) {
                String meaning = taken.get(entry.name());
                if (meaning == null) continue;
                mistake(entry.at(), entry.name() + " has a meaning of its own", meaning + " Give yours another name.");
                each.remove(entry.name());
            }
        }
    }

    /// All entries that were not taken.
    List<Named> rest() {
        List<Named> rest = new ArrayList<>();
        for (String name : List.copyOf(entries.keySet())) {
            Named f = take(name);
            if (f != null) rest.add(f);
        }
        return rest;
    }

    /// The entries with a prime.
    List<Named> equations() {
        List<Named> equations = new ArrayList<>();
        for (Item.Entry entry : primed.values()) {
            Named f = formula(entry);
            if (f == null) continue;
            if (f.bounds() != null) mistake(entry.at(), "an equation has a range", "Only numbers have ranges; remove `from ... to ...`.");
            equations.add(new Named(f.name(), f.value()));
        }
        primed.clear();
        return equations;
    }

    List<Item.Block> blocks() {
        return blocks;
    }

    List<Item.Arrow> arrows() {
        return arrows;
    }

    private @Nullable Named formula(Item.Entry entry) {
        if (entry.values().size() == 1 && entry.values().getFirst() instanceof Value.Single(var expr, var _)) {
            Item.Range range = entry.range();
            return new Named(entry.name(), expr, range == null ? null : new Named.Bounds(range.from(), range.to()));
        }
        Value only = entry.values().size() == 1 ? entry.values().getFirst() : null;
        if (only instanceof Value.Compared(Value.Application of, _, _, _)) only = of;
        if (only instanceof Value.Application call) {
            if (Function.of(call.word()).isPresent()) mistake(call.at(), "wrong number of arguments", call.word() + " takes 2 or more, not " + call.arguments().size() + ".");
            else mistake(call.at(), Function.unknown(call.word()), Function.proposal(call.word()));
            return null;
        }
        mistake(entry.at(), entry.name() + " is not one value", "In a model every entry is one number or one expression; lists, families and texts belong to experiments.");
        return null;
    }

    /// Reports what a block of this kind does not know: entries that were not taken, equations, blocks and arrows.
    void refuseRest(Collection<String> known) {
        refuseEntries(known);
        refuseEquations();
        refuseBlocks(List.of());
        refuseArrows();
    }

    void refuseEntries(Collection<String> known) {
        for (Item.Entry e : entries.values()) {
            mistake(e.at(), kind() + " has no " + e.name(), Spelling.proposal(e.name(), known));
        }
    }

    void refuseEquations() {
        for (Item.Entry e : primed.values()) {
            mistake(e.at(), "an equation stands inside " + kind(), "Write " + e.name() + "' = ... at the top level of the model, and where it begins in state { }.");
        }
    }

    void refuseBlocks(Collection<String> known) {
        for (Item.Block b : blocks) {
            if (known.contains(b.kind())) continue;
            mistake(b.at(), kind() + " has no block " + b.kind(), Spelling.block(b.kind(), known));
        }
    }

    void refuseArrows() {
        for (Item.Arrow a : arrows) mistake(a.at(), "an arrow stands outside a scheme", "Write it inside scheme NAME { ... }.");
    }

    /// The block's title as a plain name; null, with a diagnostic, when there is none.
    @Nullable String title() {
        Item.Title title = block.title();
        if (title != null && title.form() == Item.Title.Form.NAME && title.text().indexOf('.') < 0) return title.text();
        mistake(title == null ? block.at() : title.at(), kind() + " needs a name", "Write " + block.kind() + " NAME { ... }, with a plain name of letters and digits.");
        return null;
    }

    /// Reports `^power` and `: name` where they mean nothing.
    void refuseDecorations(boolean power, boolean name) {
        if (power && block.power() != 1) mistake(kind() + " has no power", "Only a gate has one: gate m^3.");
        Item.Word word = block.name();
        if (name && word != null) mistake(word.at(), kind() + " belongs to nothing", "Only a channel is followed by : ION.");
    }
}
