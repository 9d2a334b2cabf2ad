package loligo.experiment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import loligo.figure.Figure;
import loligo.notation.DeepStack;
import loligo.solver.Outcome;

/// What a run leaves behind, into a folder: `report.html` for people, `result.json` for programs, columns as CSV, figures as SVG and PNG.
public final class Report {
    private Report() {}

    /// Makes ready, beside whatever else is done, what a report needs.
    public static void prepare() {
        Figure.prepare();
    }

    /// Writes all files of a run.
    ///
    /// @throws IOException when the disk does not take them
    public static void write(Findings findings, Output output) throws IOException {
        List<Figures.Drawn> figures = Figures.of(findings);
        List<Leaf> leaves = new ArrayList<>();
        figures.forEach(drawn -> leaves.add(() -> figure(drawn, output)));
        leaves.add(() -> Files.writeString(output.file("report.html"), DeepStack.call(() -> ReportPage.html(findings, figures)), StandardCharsets.UTF_8));
        leaves.add(() -> numbers(findings, output));
        for (Result result : findings.results()) {
            Series series = result.series();
            if (series != null) leaves.add(() -> columns(result.study().name(), series, output));
            List<Series> branches = result.branchSeries();
            for (int k = 0; k < branches.size(); k++) {
                String name = result.study().name() + "-" + (k + 1);
                Series branch = branches.get(k);
                leaves.add(() -> columns(name, branch, output));
            }
            Series traces = result instanceof Result.Curve curve && curve.traces() != null ? curve.traces().series() : null;
            if (traces != null) leaves.add(() -> columns(result.study().name() + "-traces", traces, output));
        }
        try {
            leaves.parallelStream().forEach(Report::write);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// One file, or two, to be written.
    private interface Leaf {
        void write() throws IOException;
    }

    private static void write(Leaf leaf) {
        try {
            leaf.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void numbers(Findings findings, Output output) throws IOException {
        try (Writer out = writer(output, Output.MARK)) {
            ResultJson.write(findings, out);
        }
    }

    private static void columns(String name, Series series, Output output) throws IOException {
        try (Writer out = writer(output, name + ".csv")) {
            series.write(out);
        }
    }

    private static Writer writer(Output output, String name) throws IOException {
        return new BufferedWriter(Files.newBufferedWriter(output.file(name), StandardCharsets.UTF_8), 1 << 16);
    }

    private static void figure(Figures.Drawn drawn, Output output) throws IOException {
        Files.writeString(output.file(drawn.name() + ".svg"), drawn.figure().svg(), StandardCharsets.UTF_8);
        Files.write(output.file(drawn.name() + ".png"), drawn.figure().png());
    }

    /// Whether some study did not complete because its numbers misbehaved or a bound was reached.
    public static boolean troubled(Findings findings) {
        return findings.results().stream().anyMatch(r -> !(r.outcome() instanceof Outcome.Completed));
    }
}
