package loligo.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `loligo`: the commands, and the exit codes they share.
@Command(
        name = "loligo",
        version = "loligo 0.1.0",
        mixinStandardHelpOptions = true,
        description = "One text describes an excitable membrane; every lens of the field looks at it.",
        footer = {"", "Begin with: ./loligo run examples/lecture/one-spike.loligo"})
public final class Main implements Runnable {
    /// Done.
    static final int DONE = 0;
    /// The numbers misbehaved; what was found is written.
    static final int NUMBERS = 1;
    /// The text or the call is wrong; nothing is written.
    static final int TEXT = 2;
    /// The machine: folder, disk, memory, JDK.
    static final int MACHINE = 3;
    /// A bug of ours.
    static final int BUG = 4;

    public static void main(String[] arguments) {
        System.exit(execute(System.out, System.err, arguments));
    }

    /// Runs one call and returns its exit code.
    static int execute(PrintStream out, PrintStream err, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        asked(arguments).values().forEach(make -> line.addSubcommand(make.get()));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((thrown, command, parsed) -> Failure.tell(thrown, command.getErr()));
        line.setParameterExceptionHandler((wrong, rest) -> {
            CommandLine command = wrong.getCommandLine();
            command.getErr().println("loligo: " + wrong.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
            command.getErr().println("`./loligo " + (command.getParent() == null ? "" : command.getCommandName() + " ") + "--help` shows what can be written.");
            return TEXT;
        });
        int code;
        try {
            code = line.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError error) {
            code = Failure.tell(error, line.getErr());
        }
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }

    /// The commands that the parser must know: the one that is called, or all when it is not the first word. Each costs milliseconds to describe.
    private static Map<String, Supplier<Object>> asked(String... arguments) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("run", RunCommand::new);
        all.put("check", CheckCommand::new);
        all.put("explain", ExplainCommand::new);
        all.put("cite", CiteCommand::new);
        all.put("models", ModelsCommand::new);
        Supplier<Object> called = arguments.length == 0 ? null : all.get(arguments[0]);
        return called == null ? all : Map.of(arguments[0], called);
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec, "picocli tells which command it runs").commandLine();
        command.usage(command.getOut());
    }
}
