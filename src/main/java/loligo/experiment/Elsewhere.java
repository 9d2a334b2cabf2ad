package loligo.experiment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loligo.quantity.Nearest;

/// Words of other programs for what stands in an experiment.
final class Elsewhere {
    private static final Map<String, List<String>> SENSES = senses();

    private Elsewhere() {}

    private static Map<String, List<String>> senses() {
        Map<String, List<String>> words = new HashMap<>();
        for (String word : List.of("dt", "timestep")) words.put(word, List.of("step"));
        for (String word : List.of("tstop", "tmax", "duration", "length")) words.put(word, List.of("until", "for"));
        for (String word : List.of("protocol", "stimulus", "stim", "input")) words.put(word, List.of("under", "protocol"));
        for (String word : List.of("cell", "neuron", "model")) words.put(word, List.of("on", "patch"));
        for (String word : List.of("range", "values", "between")) words.put(word, List.of("over"));
        for (String word : List.of("parameter", "param", "par")) words.put(word, List.of("vary"));
        for (String word : List.of("hold", "holding")) words.put(word, List.of("rest"));
        for (String word : List.of("tol", "rtol", "reltol", "atol", "abstol")) words.put(word, List.of("tolerance"));
        for (String word : List.of("solver", "integrator", "scheme")) words.put(word, List.of("method"));
        for (String word : List.of("import", "include", "load", "from")) words.put(word, List.of("use"));
        for (String word : List.of("run", "simulation", "experiment")) words.put(word, List.of("simulate"));
        for (String word : List.of("population", "network", "group", "cells")) words.put(word, List.of("ensemble", "count"));
        for (String word : List.of("bifurcation", "bifurcations", "continuation", "auto")) words.put(word, List.of("continue"));
        for (String word : List.of("phaseplane", "phase_plane", "nullclines", "nullcline")) words.put(word, List.of("plane"));
        for (String word : List.of("figure", "graph", "draw", "show")) words.put(word, List.of("plot"));
        return Map.copyOf(words);
    }

    /// The known word that an unknown one stands for, by its sense or by its spelling.
    static Optional<String> meant(String word, Collection<String> known) {
        return SENSES.getOrDefault(word, List.of()).stream().filter(known::contains).findFirst().or(() -> Nearest.to(word, known));
    }
}
