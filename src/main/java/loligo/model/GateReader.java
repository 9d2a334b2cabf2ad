package loligo.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;

/// Reads `gate` and `scheme` blocks. Which kind of gate it is, is seen from the entries.
final class GateReader {
    static final List<String> WORDS =
            List.of("alpha", "beta", "inf", "tau", "kf0", "kb0", "split", "V_half", "charge", "slope", "K", "q10", "reference");
    private static final String KINDS =
            "A gate is alpha and beta, inf and tau, inf alone, kf0 with kb0, V_half and charge or slope, or charge or slope with K or V_half.";

    private final Document document;
    private final Diagnostics diagnostics;

    GateReader(Document document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    @Nullable Gate read(Item.Block block) {
        Body body = new Body(block, document, diagnostics);
        String name = body.title();
        body.refuseDecorations(false, true);
        body.refuseEquations();
        body.refuseBlocks(List.of());
        if (block.power() < 1) body.mistake("a power below 1", "Write a power of 1 or more, or none.");
        if (name == null) return null;
        if (block.kind().equals("scheme")) return scheme(block, body, name);
        body.refuseArrows();
        return gate(block, body, name);
    }

    private static @Nullable Gate gate(Item.Block block, Body body, String name) {
        boolean rates = body.has("alpha") || body.has("beta");
        boolean relaxation = body.has("inf");
        boolean twoState = body.has("kf0") || body.has("kb0");
        boolean boltzmann = !twoState && !rates && !relaxation && (body.has("charge") || body.has("slope"));
        int ways = (rates ? 1 : 0) + (relaxation ? 1 : 0) + (twoState ? 1 : 0);
        if (ways > 1 || (rates && body.has("tau"))) {
            body.mistake("gate " + name + " is described in two ways", "Keep one of them. " + KINDS);
            return null;
        }
        if (rates) return rates(block, body, name);
        if (relaxation) return relaxation(block, body, name);
        if (twoState) return twoState(block, body, name);
        if (boltzmann) return boltzmann(block, body, name);
        String words = body.rest().stream().map(Named::name).filter(n -> Nearest.to(n, WORDS).isPresent())
                .map(n -> " " + n + " is near to " + Nearest.to(n, WORDS).orElseThrow() + ".").collect(Collectors.joining());
        body.mistake("gate " + name + " says nothing about how it opens", KINDS + words);
        return null;
    }

    private static Gate.Head head(Item.Block block, Body body, String name) {
        return new Gate.Head(name, Math.max(1, block.power()), body.rest());
    }

    private static @Nullable Gate rates(Item.Block block, Body body, String name) {
        Named alpha = body.require("alpha", "gate " + name + " has beta but no alpha", "Write the opening rate too: alpha = ... [1/ms].");
        Named beta = body.require("beta", "gate " + name + " has alpha but no beta", "Write the closing rate too: beta = ... [1/ms].");
        return alpha == null || beta == null ? null : new Gate.Rates(head(block, body, name), alpha, beta);
    }

    private static @Nullable Gate relaxation(Item.Block block, Body body, String name) {
        boolean slow = body.has("tau");
        Named inf = body.take("inf");
        Named tau = body.take("tau");
        if (inf == null || (slow && tau == null)) return null;
        return tau == null ? new Gate.Instantaneous(head(block, body, name), inf) : new Gate.Relaxation(head(block, body, name), inf, tau);
    }

    private static @Nullable Gate twoState(Item.Block block, Body body, String name) {
        Named kf0 = body.require("kf0", "gate " + name + " has kb0 but no kf0", "Write the opening rate at V_half: kf0 = ... [1/ms].");
        Named kb0 = body.require("kb0", "gate " + name + " has kf0 but no kb0", "Write the closing rate at V_half: kb0 = ... [1/ms].");
        Named half = body.require("V_half", "gate " + name + " has no V_half", "Write V_half = ... [mV].");
        Named steepness = steepness(body, name);
        if (body.has("K") || body.has("tau")) body.mistake("gate " + name + " is described in two ways", "K or tau follow from kf0, kb0 and V_half. " + KINDS);
        Named split = body.take("split");
        if (kf0 == null || kb0 == null || half == null || steepness == null) return null;
        return new Gate.TwoState(head(block, body, name), kf0, kb0, split, half, steepness);
    }

    private static @Nullable Gate boltzmann(Item.Block block, Body body, String name) {
        Named steepness = steepness(body, name);
        if (body.has("K") == body.has("V_half")) {
            body.mistake("gate " + name + (body.has("K") ? " has K and V_half" : " has neither K nor V_half"),
                    "Write the equilibrium constant at 0 mV, K = 0.01, or the midpoint, V_half = -40 [mV].");
            return null;
        }
        Named midpoint = body.has("K") ? body.take("K") : body.take("V_half");
        Named tau = body.take("tau");
        return steepness == null || midpoint == null ? null : new Gate.Boltzmann(head(block, body, name), steepness, midpoint, tau);
    }

    private static @Nullable Named steepness(Body body, String name) {
        if (body.has("charge") != body.has("slope")) return body.has("charge") ? body.take("charge") : body.take("slope");
        body.mistake("gate " + name + (body.has("charge") ? " has both charge and slope" : " has neither charge nor slope"),
                "Write one: charge = 4 (elementary charges that move), or slope = 6 [mV].");
        return null;
    }

    private @Nullable Gate scheme(Item.Block block, Body body, String name) {
        Set<String> states = new LinkedHashSet<>();
        List<Gate.Transition> transitions = new ArrayList<>();
        boolean taken = false;
        for (Item.Arrow arrow : body.arrows()) {
            for (Item.Word state : List.of(arrow.from(), arrow.to())) if (states.add(state.text())) taken |= taken(state, body);
            add(transitions, arrow, arrow.from(), arrow.to(), arrow.forward(), body);
            var backward = arrow.backward();
            if (backward != null) add(transitions, arrow, arrow.to(), arrow.from(), backward, body);
        }
        Named open = body.take("open");
        if (taken) return null;
        if (states.size() < 2) {
            body.mistake("scheme " + name + " has no transitions", "Write arrows between its states: C <-> " + name + " : k_open, k_close.");
            return null;
        }
        if (open == null && !states.contains(name)) {
            body.mistake("scheme " + name + " has no state " + name,
                    "The open state is named by the scheme's title; or write open = ..., a sum of states. " + Spelling.proposal(name, states));
        }
        if (open != null && states.contains(name)) {
            body.mistake("scheme " + name + " has a state " + name + " and says open", "Remove open, or give the scheme another name.");
        }
        apart(states, transitions).ifPresent(other -> body.mistake("scheme " + name + " falls apart", "No arrows lead between " + states.iterator().next() + " and " + other
                + ". Link them, or write two schemes."));
        return new Gate.Scheme(head(block, body, name), List.copyOf(states), transitions, open);
    }

    /// Whether a state has the name of something that every channel has, which is told.
    private static boolean taken(Item.Word state, Body body) {
        String what = ChannelReader.TAKEN.get(state.text());
        if (what != null) body.mistake(state.at(), "a state called " + state.text(), what + " Call the state otherwise.");
        return what != null;
    }

    /// A state that no chain of arrows, whichever way they point, links with the first.
    private static Optional<String> apart(Set<String> states, List<Gate.Transition> transitions) {
        Set<String> linked = new LinkedHashSet<>(List.of(states.iterator().next()));
        for (int before = 0; before < linked.size(); ) {
            before = linked.size();
            for (Gate.Transition t : transitions) if (linked.contains(t.from()) || linked.contains(t.to())) linked.addAll(List.of(t.from(), t.to()));
        }
        return states.stream().filter(s -> !linked.contains(s)).findFirst();
    }

    private static void add(List<Gate.Transition> transitions, Item.Arrow arrow, Item.Word from, Item.Word to, Expr rate, Body body) {
        if (from.text().equals(to.text())) {
            body.mistake(arrow.at(), "a transition from " + from.text() + " to itself", "Remove it, or name the other state.");
        } else if (transitions.stream().anyMatch(t -> t.from().equals(from.text()) && t.to().equals(to.text()))) {
            body.mistake(arrow.at(), "the transition " + from.text() + " -> " + to.text() + " is written twice", "Keep one; rates of parallel ways add: write their sum.");
        } else {
            transitions.add(new Gate.Transition(from.text(), to.text(), rate));
        }
    }
}
