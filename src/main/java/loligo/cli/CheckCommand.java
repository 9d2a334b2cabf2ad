package loligo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import loligo.experiment.Shelf;
import loligo.notation.Mistakes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `loligo check`: reads texts and tells every mistake, runs nothing.
@Command(name = "check", mixinStandardHelpOptions = true, description = "Reads texts, proves their units, tells every mistake; runs nothing.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "experiments or models; - is standard input")
    private List<String> files;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        int code = Main.DONE;
        for (String file : files) {
            try {
                Text.warn(Text.experiment(file, List.of()), err);
                spec.commandLine().getOut().println(file + ": no mistakes");
            } catch (Mistakes | Shelf.Refusal wrong) {
                code = Failure.tell(wrong, err);
            }
        }
        return code;
    }
}
