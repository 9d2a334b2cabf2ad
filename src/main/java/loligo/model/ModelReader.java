package loligo.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Item;
import org.jspecify.annotations.Nullable;

/// Reads a `model` block into biology. Names, dimensions and circles are proved later, by lowering.
final class ModelReader {
    static final List<String> BLOCKS = List.of("cite", "membrane", "ion", "channel", "goldman", "state", "input", "on");

    private static final String TIME = "t is time, in every model.";
    private static final Map<String, String> FREE = Map.of("t", TIME);
    private static final String SUM = "Iion is the sum of the channels' currents.";
    private static final Map<String, String> INPUTS = Map.of("t", TIME, "V", "V is the membrane's potential.", "Iion", SUM);
    private static final Map<String, String> MEMBRANE = Map.of("t", TIME, "V", "V is the membrane's potential: it begins where membrane { V = ... } says, and V' follows from its channels.",
            "I", "I is the injected current; where it rests stands in input { I = ... }.", "light", "light is the light on the membrane; where it rests stands in input { light = ... }.", "Iion", SUM);

    private final Item.Block block;
    private final Document document;
    private final Diagnostics diagnostics;
    private final Body body;

    ModelReader(Item.Block block, Document document, Diagnostics diagnostics) {
        this.block = block;
        this.document = document;
        this.diagnostics = diagnostics;
        this.body = new Body(block, document, diagnostics);
    }

    @Nullable Model read() {
        int before = diagnostics.count();
        String name = body.title();
        body.refuseDecorations(true, true);
        body.refuseArrows();
        body.refuseBlocks(BLOCKS);
        boolean membranous = !kind(block, "membrane").isEmpty();
        Map<String, String> taken = membranous ? MEMBRANE : FREE;
        body.refuseNames(taken);
        Membrane membrane = membrane();
        List<Ion> ions = named("ion", this::ion);
        List<Channel> channels = named("channel", b -> channel(b, ions));
        Model model = new Model(name == null ? "" : name, cites(), membrane, ions, named("goldman", b -> goldman(b, ions)), channels,
                single("state", taken), single("input", membranous ? INPUTS : FREE), body.equations(), named("on", this::event), body.rest());
        if (membranous) return name == null || membrane == null ? null : model;
        if (!channels.isEmpty()) {
            body.mistake("channels without a membrane", "Write membrane { C = 1 [uF/cm^2]   V = -65 [mV] }.");
            return null;
        }
        if (model.equations().isEmpty()) {
            if (diagnostics.count() == before) body.mistake("a model without a membrane and without equations", "Write membrane { ... } and channels, or state { x = 1 } and x' = -x/1 [ms].");
            return null;
        }
        return name == null ? null : model;
    }

    private static List<Item.Block> kind(Item.Block block, String kind) {
        return block.body().stream().filter(Item.Block.class::isInstance).map(Item.Block.class::cast).filter(b -> b.kind().equals(kind)).toList();
    }

    /// Reads every block of a kind; two of the same name are a mistake.
    private <T> List<T> named(String kind, Function<Item.Block, @Nullable T> reader) {
        List<T> parts = new ArrayList<>();
        Map<String, Item.Block> seen = new LinkedHashMap<>();
        for (Item.Block b : kind(block, kind)) {
            Item.Title title = b.title();
            if (title != null && seen.putIfAbsent(title.text(), b) != null) {
                body.mistake(title.at(), "there are two " + kind + " blocks " + title.text(), "Give one of them another name, or remove it.");
                continue;
            }
            T part = reader.apply(b);
            if (part != null) parts.add(part);
        }
        return parts;
    }

    private List<String> cites() {
        List<String> keys = new ArrayList<>();
        for (Item.Block b : kind(block, "cite")) {
            Item.Title title = b.title();
            if (title == null) {
                body.mistake(b.at(), "cite without a key", "Write cite KEY, with a key of models/references.bib.");
                continue;
            }
            if (!Bibliography.library().contains(title.text())) {
                body.mistake(title.at(), "no reference " + title.text(), "Write a key of models/references.bib. " + Spelling.proposal(title.text(), Bibliography.library().keys()));
            }
            if (!keys.contains(title.text())) keys.add(title.text());
        }
        return keys;
    }

    /// The one block of a kind that has neither name nor power; an empty body when there is none.
    private @Nullable Body only(String kind) {
        List<Item.Block> found = kind(block, kind);
        if (found.isEmpty()) return null;
        if (found.size() > 1) body.mistake(found.get(1).at(), "a second " + kind + " block", "A model has one; write everything into it.");
        Body only = new Body(found.getFirst(), document, diagnostics);
        only.refuseDecorations(true, true);
        return only;
    }

    private List<Named> single(String kind, Map<String, String> taken) {
        Body only = only(kind);
        if (only == null) return List.of();
        only.refuseNames(taken);
        List<Named> formulas = only.rest();
        only.refuseRest(List.of());
        return formulas;
    }

    private @Nullable Membrane membrane() {
        Body only = only("membrane");
        if (only == null) return null;
        int before = diagnostics.count();
        Named capacitance = only.take("C");
        Named potential = only.require("V", "the membrane has no V", "Write where its potential begins: V = -65 [mV].");
        Named area = only.take("area");
        only.refuseRest(List.of("C", "V", "area"));
        return potential == null || diagnostics.count() > before ? null : new Membrane(capacitance, potential, area);
    }

    private @Nullable Ion ion(Item.Block b) {
        Body ion = new Body(b, document, diagnostics);
        String name = ion.title();
        ion.refuseDecorations(true, true);
        boolean given = ion.has("E");
        boolean concentrations = ion.has("inside") || ion.has("outside");
        if (given && concentrations) ion.mistake(ion.at("E"), "ion " + name + " has both E and concentrations", "E follows from inside and outside (Nernst); keep one of the two.");
        if (!given && !concentrations) ion.mistake("ion " + name + " has no E", "Write E = ... [mV], or inside = ... [mM] and outside = ... [mM].");
        if (!given && ion.has("inside") != ion.has("outside")) {
            ion.mistake("ion " + name + " has one concentration only", "Write the other too: " + (ion.has("inside") ? "outside" : "inside") + " = ... [mM].");
        }
        Named reversal = ion.take("E");
        Ion read = new Ion(name == null ? "" : name, reversal, ion.take("inside"), ion.take("outside"), ion.take("valence"));
        if (name != null && read.hasConcentrations() && read.valence() == null && Ion.known(name).isEmpty()) {
            ion.mistake("the valence of " + name + " is not known", "Write valence = 2 (or what it is) into the ion.");
        }
        ion.refuseRest(List.of("E", "inside", "outside", "valence"));
        return name == null ? null : read;
    }

    private @Nullable Goldman goldman(Item.Block b, List<Ion> ions) {
        Body goldman = new Body(b, document, diagnostics);
        String name = goldman.title();
        goldman.refuseDecorations(true, true);
        List<Named> permeabilities = new ArrayList<>();
        for (Ion ion : ions) {
            if (!goldman.has(ion.name())) continue;
            if (!ion.hasConcentrations()) {
                goldman.mistake(goldman.at(ion.name()), "ion " + ion.name() + " has no concentrations", "Goldman's equation needs inside = ... [mM] and outside = ... [mM] of the ion.");
            }
            if (Ion.known(ion.name()).orElse(1) * Ion.known(ion.name()).orElse(1) != 1 || ion.valence() != null) {
                goldman.mistake(goldman.at(ion.name()), ion.name() + " is not monovalent", "Goldman's voltage equation holds for ions of valence 1 and -1 that are known by name.");
            }
            Named p = goldman.take(ion.name());
            if (p != null) permeabilities.add(p);
        }
        goldman.refuseRest(ions.stream().map(Ion::name).toList());
        if (permeabilities.isEmpty()) goldman.mistake("a goldman block without ions", "Write the relative permeability of at least one declared ion: K = 1.");
        return name == null || permeabilities.isEmpty() ? null : new Goldman(name, permeabilities);
    }

    private @Nullable Channel channel(Item.Block b, List<Ion> ions) {
        return new ChannelReader(document, diagnostics).read(b, ions);
    }

    private @Nullable Event event(Item.Block b) {
        Body event = new Body(b, document, diagnostics);
        String name = event.title();
        event.refuseDecorations(true, true);
        Named when = event.require("when", "an event without a condition", "Write when = V > Vpeak, or what it is.");
        List<Named> assignments = event.rest();
        if (assignments.isEmpty()) event.mistake("an event that changes nothing", "Write what it sets: V = Vreset.");
        event.refuseRest(List.of());
        return name == null || when == null ? null : new Event(name, when.value(), assignments);
    }
}
