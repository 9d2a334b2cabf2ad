package loligo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import loligo.experiment.Earlier;
import loligo.experiment.Experiment;
import loligo.experiment.Findings;
import loligo.experiment.Laboratory;
import loligo.experiment.Output;
import loligo.experiment.Report;
import loligo.experiment.Result;
import loligo.experiment.Shelf;
import loligo.experiment.Study;
import loligo.experiment.Tables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `loligo run`: performs an experiment and writes what it found.
@Command(name = "run", mixinStandardHelpOptions = true, description = "Performs an experiment; writes report.html, result.json, CSV, SVG and PNG.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the experiment; - is standard input")
    private String file;

    @Option(names = {"--out", "-o"}, paramLabel = "DIR", description = "where to write (default: out/NAME-OF-THE-FILE)")
    private @Nullable Path out;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "changes a number: --set \"soma.I=10 [uA/cm^2]\"")
    private List<String> set = List.of();

    @Option(names = "--study", paramLabel = "NAME", description = "performs this study only (may be repeated)")
    private List<String> only = List.of();

    @Option(names = "--json", description = "prints result.json and nothing else to standard output")
    private boolean json;

    @Option(names = "--fast", description = "leaves out the error estimates")
    private boolean fast;

    @Option(names = "--threads", paramLabel = "N", description = "runs so many members at once (default: as many as processors); the numbers stay the same")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--resume", description = "goes on with the sweeps of an interrupted run of the same text in the same folder")
    private boolean resume;

    @Override
    public Integer call() throws IOException, Shelf.Refusal {
        if (threads < 1 || threads > 1024) throw new ParameterException(spec.commandLine(), "--threads is " + threads + "; write a number from 1 to 1024");
        if (out != null && out.toString().isEmpty()) throw new ParameterException(spec.commandLine(), "--out is empty; write the name of a folder");
        Report.prepare();
        PrintWriter err = spec.commandLine().getErr();
        Experiment experiment = Text.experiment(file, set);
        Text.warn(experiment, err);
        List<Study> studies = chosen(experiment);
        Path folder = out == null ? Path.of("out", Text.stem(file)) : out;
        Earlier earlier = resume ? Earlier.read(folder, experiment) : Earlier.NOTHING;
        try (Output output = Output.begin(folder); Waiting waiting = Waiting.begin(err)) {
            Laboratory laboratory = new Laboratory(new Laboratory.Options(threads, fast), waiting, earlier);
            List<Result> results = new ArrayList<>();
            for (Study study : studies) results.add(laboratory.perform(study)); // after an interruption each ends at once, and says so
            waiting.quiet();
            Findings findings = new Findings(experiment, results);
            Report.write(findings, output);
            output.commit();
            tell(findings, output);
            return Report.troubled(findings) ? Main.NUMBERS : Main.DONE;
        }
    }

    private List<Study> chosen(Experiment experiment) {
        if (experiment.studies().isEmpty()) {
            throw new ParameterException(spec.commandLine(), file + " asks nothing: it has no study. Add one, such as simulate run { until = 50 [ms] }");
        }
        List<String> names = experiment.studies().stream().map(Study::name).toList();
        for (String name : only) {
            if (!names.contains(name)) throw new ParameterException(spec.commandLine(), "no study is called " + name + "; there is " + String.join(", ", names));
        }
        return experiment.studies().stream().filter(s -> only.isEmpty() || only.contains(s.name())).toList();
    }

    private void tell(Findings findings, Output output) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        if (json) {
            screen.print(Files.readString(output.folder().resolve(Output.MARK), StandardCharsets.UTF_8));
        } else {
            screen.print(Tables.text(findings));
            screen.println("report: " + Path.of("").toAbsolutePath().relativize(output.folder()).resolve("report.html"));
        }
        screen.flush();
    }
}
