package loligo.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import loligo.notation.Mistakes;
import loligo.notation.Source;

/// The front door for programs: a text in, findings out. `examples/java/OneSpike.java` shows it.
public final class Loligo {
    private Loligo() {}

    /// Runs an experiment from its text; models come from the library.
    ///
    /// @throws Mistakes with all that is wrong in the text
    public static Findings run(String text) {
        return run(ExperimentReader.read(new Source("text", text), new Shelf(null), List.of()));
    }

    /// Runs an experiment from its file; models come from the file's folder, then from the library.
    ///
    /// @throws IOException when the file can not be read
    /// @throws Mistakes with all that is wrong in it
    public static Findings run(Path file) throws IOException {
        try {
            return run(ExperimentReader.read(Shelf.read(file), new Shelf(file.toAbsolutePath().getParent()), List.of()));
        } catch (Shelf.Refusal refusal) {
            throw new IOException(refusal.getMessage(), refusal);
        }
    }

    /// Performs every study of an experiment, on all processors.
    public static Findings run(Experiment experiment) {
        Laboratory laboratory = new Laboratory(Laboratory.Options.usual(), Progress.NOBODY);
        List<Result> results = new ArrayList<>();
        for (Study study : experiment.studies()) results.add(laboratory.perform(study));
        return new Findings(experiment, results);
    }
}
