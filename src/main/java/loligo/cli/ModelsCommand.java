package loligo.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import loligo.model.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `loligo models`: what the library has.
@Command(name = "models", mixinStandardHelpOptions = true, description = "Lists the models of the library.")
final class ModelsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int width = Library.names().stream().mapToInt(String::length).max().orElse(0);
        for (String name : Library.names()) out.println(name + " ".repeat(width - name.length() + 2) + summary(name));
        out.println();
        out.println("Bring one into an experiment with `use NAME`.");
        return Main.DONE;
    }

    /// The first line of the model's own comment.
    private static String summary(String name) {
        return Library.find(name).stream().flatMap(s -> s.text().lines()).filter(l -> l.startsWith("#")).findFirst().map(l -> l.substring(1).strip()).orElse("");
    }
}
