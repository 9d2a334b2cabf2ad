package loligo.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import loligo.experiment.Explanation;
import loligo.experiment.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `loligo explain`: what an experiment will do, before it does it.
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Shows the equations, methods, tolerances and ranges that will be used.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "an experiment or a model; - is standard input")
    private String file;

    @Override
    public Integer call() throws IOException, Shelf.Refusal {
        spec.commandLine().getOut().print(Explanation.of(Text.experiment(file, List.of())));
        return Main.DONE;
    }
}
