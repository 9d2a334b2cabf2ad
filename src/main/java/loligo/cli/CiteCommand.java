package loligo.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import loligo.experiment.Citations;
import loligo.experiment.Experiment;
import loligo.experiment.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `loligo cite`: BibTeX of the models and methods that an experiment uses.
@Command(name = "cite", mixinStandardHelpOptions = true, description = "Prints BibTeX of the models and methods that an experiment or a model uses.")
final class CiteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "an experiment or a model; - is standard input")
    private String file;

    @Override
    public Integer call() throws IOException, Shelf.Refusal {
        Experiment experiment = Text.experiment(file, List.of());
        for (String choice : Citations.choices(experiment)) spec.commandLine().getOut().println("% " + choice + "; `run` tells which, in result.json and the report\n");
        for (String entry : Citations.of(experiment)) spec.commandLine().getOut().println(entry.strip() + "\n");
        return Main.DONE;
    }
}
