package loligo.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import loligo.model.Bibliography;
import loligo.solver.Method;

/// What to cite for an experiment: the sources of its models, and those of the methods that compute it.
public final class Citations {
    private static final String METHODS = "/loligo/solver/methods.bib";

    private Citations() {}

    /// BibTeX entries, models first, each once.
    public static List<String> of(Experiment experiment) {
        Set<String> models = new LinkedHashSet<>(experiment.cites());
        experiment.preparations().forEach(p -> models.addAll(p.model().cites()));
        Set<String> methods = new LinkedHashSet<>();
        experiment.studies().forEach(s -> methods.addAll(keys(s.run().scheme().method())));
        List<String> entries = new ArrayList<>();
        add(models, Bibliography.library(), entries);
        add(methods, methods(), entries);
        return entries;
    }

    private static void add(Set<String> keys, Bibliography bibliography, List<String> entries) {
        for (String key : keys) bibliography.entry(key).ifPresent(e -> entries.add(e.text()));
    }

    /// The citation keys of a method; of an automatic choice those of both.
    static List<String> keys(Method method) {
        return method instanceof Method.Automatic both ? List.of(both.explicit().cite(), both.implicit().cite()) : List.of(method.cite());
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
