package loligo.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loligo.geometry.Patch;
import loligo.model.Bibliography;
import loligo.model.Equations;
import loligo.model.Library;
import loligo.model.Model;
import loligo.notation.DeepStack;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Item;
import loligo.notation.Mistakes;
import loligo.notation.Parser;
import loligo.notation.Printer;
import loligo.notation.Source;
import loligo.notation.Span;
import loligo.protocol.Archive;
import loligo.protocol.Protocol;
import loligo.protocol.ProtocolReader;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;

/// Reads an experiment file: blocks become records, names are resolved, and every mistake is collected.
public final class ExperimentReader {
    static final List<String> KINDS = List.of("experiment", "use", "model", "cite", "patch", "ensemble", "protocol", "simulate", "sweep", "clamp", "iv", "threshold", "impedance", "equilibria", "continue", "diagram", "plane", "basin", "chord", "fi", "plot");

    private final Shelf shelf;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, Preparation> preparations = new LinkedHashMap<>();
    private final Map<String, Population> populations = new LinkedHashMap<>();
    private final Map<String, Protocol> protocols = new LinkedHashMap<>();
    private final Map<String, Study> studies = new LinkedHashMap<>();
    private final Set<String> order = new LinkedHashSet<>(); // the names of all blocks as the text has them
    private final List<Plot> plots = new ArrayList<>();
    private final List<String> cites = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private final int end; // of the text as it was written, before --set
    private boolean modelsMissing; // some file could not be had, or holds mistakes: that a model is not there was told already
    private @Nullable String title;

    private ExperimentReader(Shelf shelf, int end) {
        this.shelf = shelf;
        this.end = end;
    }

    /// Reads a text, with numbers changed by `settings` (`soma.I=10 [uA/cm^2]`).
    ///
    /// @throws Mistakes with all that is wrong in it, and in the models that it uses
    public static Experiment read(Source source, Shelf shelf, List<String> settings) {
        return DeepStack.call(() -> whole(source, shelf, settings));
    }

    private static Experiment whole(Source source, Shelf shelf, List<String> settings) {
        ExperimentReader reader = new ExperimentReader(shelf, source.text().length());
        Document document = Parser.parse(source, reader.diagnostics);
        if (document.items().isEmpty()) reader.diagnostics.add(source, new Span(0, 0), "an empty text", "Write a model and a study of it; examples/lecture/one-spike.loligo is a short one.");
        reader.stopOnMistakes(source, settings);
        document = Settings.apply(document, settings, reader.diagnostics);
        reader.stopOnMistakes(source, settings);
        reader.document(document);
        reader.stopOnMistakes(source, settings);
        return reader.experiment(source);
    }

    private void stopOnMistakes(Source source, List<String> settings) {
        if (!diagnostics.any()) return;
        diagnostics.sorted();
        diagnostics.replaceAll(d -> Settings.told(d, source, settings));
        throw new Mistakes(diagnostics);
    }

    private Experiment experiment(Source source) {
        return new Experiment(title == null ? "Untitled" : title, List.copyOf(models.values()), Stream.concat(preparations.values().stream(), populations.values().stream().map(Population::of)).toList(),
                List.copyOf(protocols.values()), order.stream().flatMap(name -> Stream.ofNullable(studies.get(name))).toList(), List.copyOf(plots), List.copyOf(cites), text.toString(), source.text(), diagnostics.warnings());
    }

    /// Definitions may come in any order, so kinds are read one after the other: each needs only those before it.
    private void document(Document document) {
        document.items().stream().filter(Item.Block.class::isInstance).map(Item.Block.class::cast).map(Item.Block::title).filter(Objects::nonNull).forEach(title -> order.add(title.text()));
        text.append(Printer.text(document.items()));
        strangers(document);
        blocks(document, "experiment").forEach(block -> title(block, document));
        blocks(document, "use").forEach(block -> use(block, document));
        blocks(document, "model").forEach(block -> model(block, document));
        blocks(document, "cite").forEach(block -> cite(block, document));
        blocks(document, "patch").forEach(block -> patch(block, document));
        blocks(document, "ensemble").forEach(block -> ensemble(block, document));
        blocks(document, "protocol").forEach(block -> protocol(block, document));
        StudyReader reader = new StudyReader(document, diagnostics, preparations, populations, protocols, studies);
        blocks(document, "simulate").forEach(reader::simulate);
        blocks(document, "sweep").forEach(reader::sweep);
        blocks(document, "clamp").forEach(block -> new ClampReader(block, reader).clamp());
        blocks(document, "iv").forEach(block -> new ClampReader(block, reader).iv());
        blocks(document, "threshold").forEach(reader::threshold);
        blocks(document, "impedance").forEach(block -> new ImpedanceReader(block, reader).read());
        blocks(document, "equilibria").forEach(reader::equilibria);
        blocks(document, "continue").forEach(reader::continuation);
        blocks(document, "diagram").forEach(reader::diagram);
        blocks(document, "plane").forEach(reader::plane);
        blocks(document, "basin").forEach(reader::basin);
        blocks(document, "chord").forEach(block -> ChordReader.chord(block, reader));
        blocks(document, "fi").forEach(block -> FiReader.fi(block, reader));
        PlotReader drawings = new PlotReader(document, diagnostics, studies);
        blocks(document, "plot").forEach(block -> drawings.read(block, plots));
        blocks(document, "protocol").forEach(block -> unused(block, document));
    }

    /// A protocol that no study uses is not proved by one; it may be a draft, so that it is only warned of.
    private void unused(Item.Block block, Document document) {
        Protocol protocol = block.title() == null ? null : protocols.get(block.title().text());
        if (protocol == null || preparations.isEmpty() || diagnostics.any()) return;
        if (studies.values().stream().map(Study::run).filter(Objects::nonNull).anyMatch(r -> r.under().contains(protocol))) return;
        List<Targets.Misfit> misfits = preparations.values().stream().flatMap(p -> Targets.check(protocol, p.equations()).stream()).toList();
        if (misfits.size() < preparations.size()) return;
        diagnostics.warn(document.source(), block.at(), "no study uses " + protocol.name() + ", and none could: " + misfits.getFirst().problem(), misfits.getFirst().remedy());
    }

    private static List<Item.Block> blocks(Document document, String kind) {
        return document.items().stream().filter(Item.Block.class::isInstance).map(Item.Block.class::cast).filter(b -> b.kind().equals(kind)).toList();
    }

    private void strangers(Document document) {
        for (Item item : document.items()) {
            switch (item) {
                case Item.Block block when KINDS.contains(block.kind()) -> {}
                case Item.Block block -> mistake(document, block, "unknown kind of block " + block.kind(),
                        Elsewhere.meant(block.kind(), KINDS).map(n -> "Did you mean " + n + "? ").orElse("") + "A file holds " + String.join(", ", KINDS) + ".");
                case Item.Entry entry -> mistake(document, entry, entry.name() + " stands outside every block",
                        "Put it into the braces of the block it belongs to: a patch, a protocol, a model.");
                case Item.Arrow arrow -> mistake(document, arrow, "an arrow outside a scheme", "Arrows stand in a scheme of a channel only.");
            }
        }
    }

    private void mistake(Document document, Item item, String problem, String remedy) {
        diagnostics.add(document.source(), item.at(), problem, remedy);
    }

    private void title(Item.Block block, Document document) {
        if (title != null) mistake(document, block, "a second experiment", "A file holds one experiment; write the other into a file of its own.");
        title = block.title() == null ? "Untitled" : block.title().text();
        if (block.braces()) mistake(document, block, "experiment takes no braces", "Write experiment \"" + title + "\" alone on its line.");
    }

    private void use(Item.Block block, Document document) {
        if (block.title() == null) {
            mistake(document, block, "use what?", "Write the name of a model file: use hodgkin-huxley-1952");
            return;
        }
        if (!used.add(block.title().text())) {
            diagnostics.add(document.source(), block.title().at(), block.title().text() + " is used twice", "Once is enough; remove one of the two.");
            return;
        }
        try {
            Source source = shelf.model(block.title().text(), document.source());
            int before = diagnostics.count();
            Document file = Parser.parse(source, diagnostics);
            text.append(Printer.text(file.items()));
            if (diagnostics.count() > before) modelsMissing = true;
            if (diagnostics.count() > before) return;
            List<Item.Block> found = blocks(file, "model");
            if (found.isEmpty()) mistake(document, block, block.title().text() + " holds no model", "use brings models; its file begins with `model NAME`." + (Library.find(block.title().text()).isEmpty() ? "" : " The file beside this text goes before the library's model of that name; give it another name."));
            found.forEach(model -> model(model, file));
        } catch (Shelf.Refusal refusal) {
            modelsMissing = true;
            diagnostics.add(document.source(), block.title().at(), "no model " + block.title().text(), refusal.getMessage() + ".");
        }
    }

    private void model(Item.Block block, Document document) {
        int before = diagnostics.count();
        Model model = Model.read(block, document, diagnostics);
        if (model == null || diagnostics.count() > before) {
            modelsMissing = true;
            return;
        }
        if (models.putIfAbsent(model.name(), model) != null) {
            mistake(document, block, "a second model " + model.name(), "Give one of the two another name.");
        }
    }

    private void cite(Item.Block block, Document document) {
        if (block.title() == null) mistake(document, block, "cite what?", "Write a key of models/references.bib.");
        else if (Bibliography.library().contains(block.title().text())) cites.add(block.title().text());
        else diagnostics.add(document.source(), block.title().at(), "no reference " + block.title().text(), "Write a key of models/references.bib. "
                + Nearest.to(block.title().text(), Bibliography.library().keys()).map(n -> "Did you mean " + n + "?").orElse(""));
    }

    private void patch(Item.Block block, Document document) {
        String name = named(block, document, preparations);
        if (name == null) return;
        Model model = modelOf(block, document);
        if (model == null) return;
        int before = diagnostics.count();
        List<Item.Entry> overrides = overrides(block, document);
        if (overrides.stream().anyMatch(e -> e.at().start() >= end)) {
            overrides = Settings.inUnits(overrides, model.lower(List.of(), document, diagnostics), document, end);
        }
        Equations equations = model.lower(overrides, document, diagnostics);
        if (diagnostics.count() == before) preparations.put(name, new Preparation(name, new Patch(), model, equations));
    }

    private void ensemble(Item.Block block, Document document) {
        String name = named(block, document, populations);
        if (name == null) return;
        if (preparations.containsKey(name)) mistake(document, block, "a patch is called " + name + " already", "Give one of the two another name.");
        Model model = modelOf(block, document);
        Population population = model == null ? null : new EnsembleReader(document, diagnostics).read(block, name, model);
        if (population != null) populations.put(name, population);
    }

    private List<Item.Entry> overrides(Item.Block block, Document document) {
        List<Item.Entry> overrides = new ArrayList<>();
        for (Item item : block.body()) {
            if (item instanceof Item.Entry entry) overrides.add(entry);
            else mistake(document, item, "only numbers stand in a patch", "Write NAME = VALUE [unit] with a name of its model, such as I or NaV.g.");
        }
        return overrides;
    }

    private @Nullable Model modelOf(Item.Block block, Document document) {
        if (block.name() == null) {
            if (models.size() == 1) return models.values().iterator().next();
            if (!modelsMissing) mistake(document, block, (block.kind().equals("patch") ? "a patch" : "an ensemble") + " of which model?", "Write " + block.kind() + " NAME : MODEL { ... }. The text has " + listed(models) + ".");
            return null;
        }
        Model model = models.get(block.name().text());
        if (model == null && !modelsMissing) {
            diagnostics.add(document.source(), block.name().at(), "no model is called " + block.name().text(),
                    Nearest.to(block.name().text(), models.keySet()).map(n -> "Did you mean " + n + "? ").orElse("") + "The text has " + listed(models)
                            + "; `use FILE` brings one from the library.");
        }
        return model;
    }

    private static String listed(Map<String, ?> named) {
        return named.isEmpty() ? "none" : named.keySet().stream().collect(Collectors.joining(", "));
    }

    /// The title of a block that must have one which no other of its kind has.
    private @Nullable String named(Item.Block block, Document document, Map<String, ?> taken) {
        if (block.title() == null || block.title().form() != Item.Title.Form.NAME) {
            mistake(document, block, "this " + block.kind() + " has no name", "Write " + block.kind() + " NAME { ... }.");
            return null;
        }
        String name = block.title().text();
        if (taken.containsKey(name)) {
            diagnostics.add(document.source(), block.title().at(), "a second " + block.kind() + " " + name, "Give one of the two another name.");
            return null;
        }
        return name;
    }

    private void protocol(Item.Block block, Document document) {
        String name = named(block, document, protocols);
        if (name == null) return;
        Protocol protocol = ProtocolReader.read(document, block, this::table, diagnostics);
        if (protocol != null) protocols.put(name, protocol);
    }

    /// A table that a protocol names; what is in it belongs to the text that is run.
    private Archive.Found table(String name) {
        try {
            Source source = shelf.table(name);
            text.append("# ").append(name).append(' ').append(ResultHash.of(source.text())).append('\n');
            return new Archive.Found.Text(source);
        } catch (Shelf.Refusal refusal) {
            return new Archive.Found.Refused(String.valueOf(refusal.getMessage()));
        }
    }
}
