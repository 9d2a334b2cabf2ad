package loligo.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.quantity.Dimension;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;

/// Reads `protocol NAME : kind { ... }`. Every mistake becomes a diagnostic; whether the levels fit what they act on is for the experiment to say.
public final class ProtocolReader {
    private static final List<String> KINDS = Stream.of(Kind.values()).map(Kind::word).toList();

    private final Document document;
    private final Diagnostics diagnostics;
    private final Archive archive;
    private final Numbers numbers;
    private final Map<String, Span> places = new HashMap<>(); // by full name of a setting

    private ProtocolReader(Document document, Diagnostics diagnostics, Archive archive) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.archive = archive;
        this.numbers = new Numbers(document, diagnostics);
    }

    /// The protocol, or null after diagnostics.
    ///
    /// @param archive where files that it names are had from
    public static @Nullable Protocol read(Document document, Item.Block block, Archive archive, Diagnostics diagnostics) {
        int before = diagnostics.count();
        Protocol protocol = new ProtocolReader(document, diagnostics, archive).read(block);
        return diagnostics.count() == before ? protocol : null;
    }

    private @Nullable Protocol read(Item.Block block) {
        int start = diagnostics.count();
        String name = name(block);
        Kind kind = kind(block);
        if (name == null || kind == null) return null;
        boolean single = block.body().stream().noneMatch(Item.Block.class::isInstance);
        Entries entries = Entries.of(block.body(), known(kind, single), "a " + kind.word() + " protocol " + (single ? "of one step" : "with phases"),
                document.source(), diagnostics);
        Setting rest = optional(name, entries, "rest");
        Setting wavelength = optional(name, entries, "wavelength");
        if (wavelength != null && !wavelength.unit().dimension().equals(Dimension.LENGTH))
            mistake(place(name + ".wavelength", block.at()), "a wavelength is a length", "It is in [" + wavelength.unit().symbol() + "]; write it as in 488 [nm].");
        String of = kind == Kind.SET ? of(block, entries) : null;
        Setting reversal = kind == Kind.DYNAMIC ? reversal(name, block, entries) : null;
        List<Phase> phases = new ArrayList<>();
        if (single) add(phases, reader("step", name, name, block.at(), entries).read());
        else for (Item.Block phase : entries.blocks()) add(phases, phase(name, phase));
        return diagnostics.count() > start ? null : checked(block, new Draft(name, kind, of, rest, wavelength, reversal, phases));
    }

    private record Draft(String name, Kind kind, @Nullable String of, @Nullable Setting rest, @Nullable Setting wavelength, @Nullable Setting reversal, List<Phase> phases) {}

    private @Nullable Protocol checked(Item.Block block, Draft draft) {
        List<Objection> objections = Objections.to(draft.kind, draft.rest, draft.phases);
        for (Objection o : objections) mistake(place(o.setting(), block.at()), o.problem(), o.remedy());
        return objections.isEmpty() ? new Protocol(draft.name, draft.kind, draft.of, draft.rest, draft.wavelength, draft.reversal, draft.phases) : null;
    }

    private static List<String> known(Kind kind, boolean single) {
        List<String> known = new ArrayList<>();
        if (kind == Kind.SET) known.add("of");
        if (kind == Kind.LIGHT) known.add("wavelength");
        if (kind == Kind.DYNAMIC) known.add("E");
        known.add("rest");
        if (single) known.addAll(List.of("at", "for", "level"));
        return known;
    }

    private @Nullable String name(Item.Block block) {
        Item.Title title = block.title();
        if (title != null && title.form() == Item.Title.Form.NAME && title.text().indexOf('.') < 0) return title.text();
        mistake(title == null ? block.at() : title.at(), "a " + block.kind() + " without a name", "Write " + block.kind() + " NAME { ... }; a name is one word.");
        return null;
    }

    private @Nullable Kind kind(Item.Block block) {
        Item.Word word = block.name();
        for (Kind kind : Kind.values()) if (word != null && kind.word().equals(word.text())) return kind;
        String exist = "There are " + String.join(", ", KINDS) + ": protocol NAME : current { ... }.";
        if (word == null) mistake(block.at(), "a protocol of no kind", exist);
        else mistake(word.at(), "unknown kind of protocol " + word.text(), Nearest.to(word.text(), KINDS).map(n -> "Did you mean " + n + "? ").orElse("") + exist);
        return null;
    }

    private @Nullable String of(Item.Block block, Entries entries) {
        Item.Entry entry = entries.find("of");
        if (entry != null && entry.values().size() == 1 && entry.values().getFirst() instanceof Value.Single(Expr.Name target, Span _)) return target.id();
        mistake(entry == null ? block.at() : entry.at(), "a set protocol of nothing", "Name the number that it moves, as in of = NaV.g.");
        return null;
    }

    private @Nullable Setting reversal(String name, Item.Block block, Entries entries) {
        Setting reversal = optional(name, entries, "E");
        if (entries.find("E") == null && !entries.meant().contains("E")) mistake(block.at(), name + " has no E", "A dynamic clamp injects level * (E - V); write E = 0 [mV], its reversal potential.");
        if (reversal == null) return null;
        Span at = place(name + ".E", block.at());
        if (!reversal.unit().dimension().equals(Dimension.POTENTIAL)) mistake(at, "E is a potential", "It is in [" + reversal.unit().symbol() + "]; write it as in E = 0 [mV].");
        if (reversal.family()) mistake(at, "a family of E", "Write one value, and a sweep { vary = " + name + ".E  over = ... }.");
        return reversal;
    }

    private @Nullable Phase phase(String protocol, Item.Block block) {
        List<String> known = PhaseReader.WORDS.get(block.kind());
        if (known == null) {
            mistake(block.at(), "unknown phase " + block.kind(),
                    Nearest.to(block.kind(), PhaseReader.WORDS.keySet()).map(n -> "Did you mean " + n + "? ").orElse("") + "There are " + String.join(", ", PhaseReader.WORDS.keySet()) + ".");
            return null;
        }
        String name = name(block);
        if (name == null) return null;
        Entries entries = Entries.of(block.body(), known, "a phase " + block.kind(), document.source(), diagnostics);
        for (Item.Block inner : entries.blocks()) mistake(inner.at(), "a block " + inner.kind() + " in a phase", "Phases hold numbers only.");
        String full = protocol + "." + name;
        places.put(full, Objects.requireNonNull(block.title()).at());
        return reader(block.kind(), full, name, block.at(), entries).read();
    }

    private PhaseReader reader(String kind, String full, String name, Span block, Entries entries) {
        return new PhaseReader(document, diagnostics, archive, places, kind, full, name, block, entries);
    }

    private @Nullable Setting optional(String full, Entries entries, String word) {
        Item.Entry entry = entries.find(word);
        if (entry == null) return null;
        places.put(full + "." + word, entry.at());
        return numbers.setting(full + "." + word, entry);
    }

    private static void add(List<Phase> phases, @Nullable Phase phase) {
        if (phase != null) phases.add(phase);
    }

    private Span place(String setting, Span otherwise) {
        return places.getOrDefault(setting, otherwise);
    }

    private void mistake(Span at, String problem, String remedy) {
        diagnostics.add(document.source(), at, problem, remedy);
    }
}
