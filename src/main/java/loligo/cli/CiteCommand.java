package loligo.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import loligo.experiment.Citations;
import loligo.experiment.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `loligo cite`: BibTeX of the models and methods that an experiment uses.
@Command(name = "cite", mixinStandardHelpOptions = true, description = "Prints BibTeX of the models and methods that an experiment uses.")
final class CiteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the experiment; - is standard input")
    private String file;

    @Override
    public Integer call() throws IOException, Shelf.Refusal {
        for (String entry : Citations.of(Text.experiment(file, List.of()))) spec.commandLine().getOut().println(entry.strip() + "\n");
        return Main.DONE;
    }
}
