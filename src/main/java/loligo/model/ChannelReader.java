package loligo.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Item;
import org.jspecify.annotations.Nullable;

/// Reads a `channel` block.
final class ChannelReader {
    /// Names of what every channel has.
    static final Map<String, String> TAKEN = Map.of("I", "I is the channel's current.", "conductance", "conductance is the channel's conductance in force, g times its gates.");
    private static final Set<String> CONDUCTION = Set.of("g", "permeability", "E");

    private final Document document;
    private final Diagnostics diagnostics;

    ChannelReader(Document document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    @Nullable Channel read(Item.Block block, List<Ion> ions) {
        Body body = new Body(block, document, diagnostics);
        String name = body.title();
        body.refuseDecorations(true, false);
        body.refuseEquations();
        body.refuseArrows();
        body.refuseBlocks(List.of("gate", "scheme"));
        body.refuseNames(TAKEN);
        Ion ion = ion(block, body, ions);
        Channel.Conduction conduction = conduction(body, name, ion, block.name() != null);
        Named reversal = body.take("E");
        List<Gate> gates = gates(body);
        List<Named> numbers = body.rest();
        if (name == null || conduction == null) return null;
        return new Channel(name, ion == null ? null : ion.name(), conduction, reversal, gates, numbers);
    }

    private static @Nullable Ion ion(Item.Block block, Body body, List<Ion> ions) {
        Item.Word word = block.name();
        if (word == null) return null;
        for (Ion ion : ions) if (ion.name().equals(word.text())) return ion;
        body.mistake(word.at(), "no ion " + word.text(),
                "Write ion " + word.text() + " { E = ... [mV] }, or give the channel its own E. " + Spelling.proposal(word.text(), ions.stream().map(Ion::name).toList()));
        return null;
    }

    private static Channel.@Nullable Conduction conduction(Body body, @Nullable String name, @Nullable Ion ion, boolean ionNamed) {
        if (body.has("g") && body.has("permeability")) {
            body.mistake(body.at("permeability"), "channel " + name + " has g and a permeability", "Keep one: g is Ohm's law, permeability is Goldman's current.");
        }
        Named g = body.take("g");
        Named permeability = body.take("permeability");
        if (permeability != null) {
            if (ion == null ? !ionNamed : !ion.hasConcentrations()) {
                body.mistake("Goldman's current of " + name + " needs concentrations", "Write channel " + name + " : ION, and inside = ... [mM] and outside = ... [mM] into the ion.");
            }
            if (body.has("E")) body.mistake(body.at("E"), "Goldman's current has no E", "Remove E; where the current reverses follows from the concentrations.");
            return new Channel.Conduction.Permeable(permeability);
        }
        if (!body.has("E") && !ionNamed) {
            body.mistake("channel " + name + " has no reversal potential", "Write channel " + name + " : ION { ... }, or E = ... [mV] inside it.");
        }
        if (g != null) return new Channel.Conduction.Ohmic(g);
        body.mistake("channel " + name + " has no conductance", "Write g = ... [mS/cm^2], [nS] or [nS/pF], or permeability = ... [cm/s].");
        return null;
    }

    private List<Gate> gates(Body body) {
        List<Gate> gates = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Item.Block b : body.blocks()) {
            if (!b.kind().equals("gate") && !b.kind().equals("scheme")) continue;
            Gate gate = new GateReader(document, diagnostics).read(b);
            if (gate == null) continue;
            if (TAKEN.containsKey(gate.name()) || CONDUCTION.contains(gate.name())) {
                body.mistake(b.title() == null ? b.at() : b.title().at(), "a gate called " + gate.name(), "In a channel " + gate.name() + " has a meaning of its own. Give the gate another name.");
            } else if (!names.add(gate.name())) body.mistake(b.at(), "two gates " + gate.name(), "Give one of them another name.");
            else gates.add(gate);
        }
        return gates;
    }
}
