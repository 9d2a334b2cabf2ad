package loligo.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import loligo.model.Bibliography;
import loligo.model.Channel;
import loligo.model.Gate;
import loligo.model.Model;
import loligo.solver.Method;

/// What to cite for an experiment: the sources of its models, and those of the methods that compute it.
public final class Citations {
    private static final String METHODS = "/loligo/solver/methods.bib";

    private Citations() {}

    /// BibTeX entries of all that an experiment may use, models first, each once.
    public static List<String> of(Experiment experiment) {
        return of(experiment, experiment.studies().stream().flatMap(s -> Stream.concat(keys(s).stream(), Credits.of(s).stream())).toList());
    }

    /// BibTeX entries of what was used.
    static List<String> of(Findings findings) {
        return of(findings.experiment(), findings.results().stream().flatMap(r -> Stream.concat(r.procedure().cites().stream(), Credits.of(r.study()).stream())).toList());
    }

    /// For each method that decides only while it runs, in which case it cites what.
    public static List<String> choices(Experiment experiment) {
        Set<String> choices = new LinkedHashSet<>();
        for (Study study : experiment.studies()) {
            Study.Simulate run = study.run();
            if (run != null && run.scheme().method() instanceof Method.Automatic both) {
                choices.add(both.name() + ": " + both.explicit().name() + " (" + both.explicit().cite() + "), where stiff " + both.implicit().name() + " (" + both.implicit().cite() + ")");
            }
        }
        return List.copyOf(choices);
    }

    private static List<String> of(Experiment experiment, List<String> methods) {
        Set<String> models = new LinkedHashSet<>(experiment.cites());
        List<Model> used = experiment.preparations().isEmpty() ? experiment.models() : experiment.preparations().stream().map(Preparation::model).toList();
        for (Model model : used) {
            models.addAll(model.cites());
            models.addAll(laws(model));
        }
        List<String> entries = new ArrayList<>();
        add(models, Bibliography.library(), entries);
        add(new LinkedHashSet<>(methods), methods(), entries);
        return entries;
    }

    /// The sources of laws that a model takes from the notation and so does not cite itself.
    private static List<String> laws(Model model) {
        List<String> laws = new ArrayList<>();
        boolean permeable = model.channels().stream().anyMatch(c -> c.conduction() instanceof Channel.Conduction.Permeable);
        if (permeable || !model.goldmans().isEmpty()) laws.addAll(List.of("goldman1943", "hodgkinkatz1949"));
        if (model.channels().stream().flatMap(c -> c.gates().stream()).anyMatch(Gate.Scheme.class::isInstance)) laws.add("grassmann1985");
        return laws;
    }

    private static void add(Set<String> keys, Bibliography bibliography, List<String> entries) {
        for (String key : keys) bibliography.entry(key).ifPresent(e -> entries.add(e.text()));
    }

    private static List<String> keys(Study study) {
        Study.Simulate run = study.run();
        if (study instanceof Study.Plane) return PlaneSearch.CITES;
        if (study instanceof Study.Basin) return BasinSearch.CITES;
        if (study instanceof Study.PhaseDiagram) return PhaseDiagramSearch.CITES;
        if (study instanceof Study.Continue) return Continuation.CITES;
        if (study instanceof Study.Equilibria still && SteadyCurve.membrane(still.on().equations())) return EquilibriaSearch.PROVEN;
        return run == null ? EquilibriaSearch.CITES : keys(run.scheme().method());
    }

    /// The citation keys of a method; of an automatic choice those of both.
    static List<String> keys(Method method) {
        return method instanceof Method.Automatic both ? List.of(both.explicit().cite(), both.implicit().cite()) : List.of(method.cite());
    }

    /// The citation keys of what a method used, as its runs described it; of those that it may use where no run says.
    static List<String> keys(Method method, List<String> described) {
        if (!(method instanceof Method.Automatic both)) return keys(method);
        List<String> used = Stream.of(both.explicit(), both.implicit()).filter(m -> described.stream().anyMatch(d -> d.contains(m.name()))).map(Method::cite).toList();
        return used.isEmpty() ? keys(method) : used;
    }

    private static Bibliography methods() {
        try (InputStream in = Citations.class.getResourceAsStream(METHODS)) {
            if (in == null) throw new IllegalStateException("the bibliography of the methods is not on the class path");
            return Bibliography.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the bibliography of the methods can not be read", e);
        }
    }
}
