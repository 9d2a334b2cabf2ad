package loligo.experiment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import loligo.solver.Outcome;

/// What a run leaves behind, into a folder: `report.html` for people, `result.json` for programs, columns as CSV, figures as SVG and PNG.
public final class Report {
    private Report() {}

    /// Writes all files of a run.
    ///
    /// @throws IOException when the disk does not take them
    public static void write(Findings findings, Output output) throws IOException {
        List<Figures.Drawn> figures = Figures.of(findings);
        try {
            figures.parallelStream().forEach(drawn -> figure(drawn, output));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        try (Writer out = writer(output, Output.MARK)) {
            ResultJson.write(findings, out);
        }
        for (Result result : findings.results()) {
            if (result.series() == null) continue;
            try (Writer out = writer(output, result.study().name() + ".csv")) {
                result.series().write(out);
            }
        }
        Files.writeString(output.file("report.html"), ReportPage.html(findings, figures), StandardCharsets.UTF_8);
    }

    private static Writer writer(Output output, String name) throws IOException {
        return new BufferedWriter(Files.newBufferedWriter(output.file(name), StandardCharsets.UTF_8), 1 << 16);
    }

    private static void figure(Figures.Drawn drawn, Output output) {
        try {
            Files.writeString(output.file(drawn.name() + ".svg"), drawn.figure().svg(), StandardCharsets.UTF_8);
            Files.write(output.file(drawn.name() + ".png"), drawn.figure().png());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether some study did not complete because its numbers misbehaved or a bound was reached.
    public static boolean troubled(Findings findings) {
        return findings.results().stream().anyMatch(r -> !(r.outcome() instanceof Outcome.Completed));
    }
}
