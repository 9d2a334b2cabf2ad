package loligo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import loligo.experiment.Experiment;
import loligo.experiment.ExperimentReader;
import loligo.experiment.Shelf;
import loligo.notation.Source;
import org.jspecify.annotations.Nullable;

/// The file that a command names.
final class Text {
    private Text() {}

    static Experiment experiment(String file, List<String> settings) throws IOException, Shelf.Refusal {
        return ExperimentReader.read(source(file), new Shelf(folder(file)), settings);
    }

    /// Prints what looks like a mistake in a text.
    static void warn(Experiment experiment, PrintWriter err) {
        experiment.warnings().forEach(w -> err.print(w.render()));
        err.flush();
    }

    static Source source(String file) throws IOException, Shelf.Refusal {
        if (!file.equals("-")) return Shelf.read(Path.of(file));
        byte[] bytes = System.in.readNBytes((int) Shelf.LONGEST + 1);
        if (bytes.length > Shelf.LONGEST) throw new Shelf.Refusal("standard input is longer than 16 MiB; a text is not");
        return new Source("standard input", new String(bytes, StandardCharsets.UTF_8));
    }

    /// Where the files that the text names are: beside it, and for standard input in the current folder.
    private static @Nullable Path folder(String file) {
        return file.equals("-") ? Path.of("").toAbsolutePath() : Path.of(file).toAbsolutePath().getParent();
    }

    /// The file's name without its folder and ending.
    static String stem(String file) {
        if (file.equals("-")) return "standard-input";
        String name = String.valueOf(Path.of(file).getFileName());
        return name.endsWith(".loligo") ? name.substring(0, name.length() - ".loligo".length()) : name;
    }
}
