package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loligo.feature.Feature;
import loligo.figure.Page;
import loligo.figure.Piece;
import loligo.solver.Outcome;

/// The page for people: figures and numbers first, then how they were computed, then the text that computes them again.
final class ReportPage {
    private static final int MOST_ROWS = 200;
    private static final int MANY = 6;

    private final Findings findings;
    private final List<Figures.Drawn> figures;

    private ReportPage(Findings findings, List<Figures.Drawn> figures) {
        this.findings = findings;
        this.figures = figures;
    }

    static String html(Findings findings, List<Figures.Drawn> figures) {
        return new ReportPage(findings, figures).page().html();
    }

    private Page page() {
        List<Piece> pieces = new ArrayList<>();
        findings.results().forEach(result -> pieces.add(section(result)));
        findings.experiment().preparations().forEach(p -> pieces.add(new Piece.Details("The equations of " + p.name() + " (" + p.model().name() + ")", EquationsSet.pieces(p.equations()))));
        pieces.add(new Piece.Details("How these numbers were computed, and whom to cite", about()));
        pieces.add(new Piece.Details("The text that makes this page again", List.of(new Piece.Code(findings.experiment().source()))));
        List<String> models = findings.experiment().preparations().stream().map(p -> p.model().name()).distinct().toList();
        return new Page(findings.experiment().title(), String.join(", ", models), pieces,
                List.of("Loligo " + Version.NUMBER, "text " + findings.textHash()));
    }

    private Piece section(Result result) {
        List<Piece> pieces = new ArrayList<>();
        if (!(result.outcome() instanceof Outcome.Completed)) pieces.add(new Piece.Notice("This study did not complete: " + result.message(result.outcome()) + "."));
        else if (!result.gaps().isEmpty()) pieces.add(new Piece.Notice(result.message(result.outcome()) + "."));
        for (Figures.Drawn drawn : figures) if (drawn.of().equals(result.study().name())) pieces.add(new Piece.Drawn(drawn.figure()));
        pieces.addAll(numbers(result));
        return new Piece.Section(result.study().name(), pieces);
    }

    private static List<Piece> numbers(Result result) {
        if (result instanceof Result.Standstills still) return Stream.concat(StandstillTable.page(still).stream(), Stream.of(new Piece.Paragraph(still.completeness()))).toList();
        if (result instanceof Result.PhaseDiagram map) return PhaseDiagramTable.page(map);
        if (result instanceof Result.Plane plane) return PlaneTable.page(plane);
        if (result instanceof Result.Basin basin) return BasinTable.page(basin);
        if (result instanceof Result.Diagram diagram) return DiagramTable.page(diagram);
        if (result.members().isEmpty() && result.features().isEmpty()) return List.of(new Piece.Paragraph("Nothing was found before it ended."));
        List<Piece> pieces = new ArrayList<>(result instanceof Result.Crowd crowd ? CrowdTable.page(crowd) : features(result.features()));
        if (result instanceof Result.Crowd crowd) pieces.add(new Piece.Paragraph(CrowdTable.drawn(crowd) + "."));
        if (!result.single() && !result.members().isEmpty()) pieces.add(table(result));
        Reading.remarks(result).forEach(remark -> pieces.add(new Piece.Paragraph(remark + ".")));
        return pieces;
    }

    private static Piece table(Result result) {
        List<Result.Member> members = result.members();
        List<String> heads = new ArrayList<>();
        members.getFirst().set().forEach(s -> heads.add(s.unit().printedHeading(s.name())));
        List<String> shown = shown(members);
        if (shown.isEmpty()) return new Piece.Paragraph(Reading.unmeasured(members) + ".");
        members.getFirst().only(shown).features().forEach(f -> heads.add(f.unit().printedHeading(f.name().replace('_', ' '))));
        List<List<Piece.Cell>> rows = new ArrayList<>();
        for (Result.Member member : members.subList(0, Math.min(MOST_ROWS, members.size()))) {
            List<Piece.Cell> row = new ArrayList<>();
            member.set().forEach(s -> row.add(new Piece.Value(s.unit().outside(s.value()), 0, "")));
            member.only(shown).features().forEach(f -> row.add(f.value() == null ? new Piece.Words("none") : new Piece.Value(f.value(), error(f), "")));
            rows.add(row);
        }
        String caption = members.size() > MOST_ROWS ? "The first " + MOST_ROWS + " of " + members.size() + " members; all are in result.json." : "";
        return new Piece.Table(caption, heads, rows);
    }

    /// Of many features those that some member has.
    private static List<String> shown(List<Result.Member> members) {
        List<String> all = members.getFirst().features().stream().map(Feature::name).toList();
        Set<String> found = members.stream().flatMap(m -> m.features().stream()).filter(f -> f.value() != null).map(Feature::name).collect(Collectors.toSet());
        return all.size() <= MANY ? all : all.stream().filter(found::contains).toList();
    }

    private static List<Piece> features(List<Feature> features) {
        List<List<Piece.Cell>> rows = new ArrayList<>();
        for (Feature f : features) {
            if (f.value() == null) continue;
            rows.add(List.of(new Piece.Words(f.name().replace('_', ' ')), new Piece.Value(f.value(), error(f), Reading.unit(f)), new Piece.Words(f.note() == null ? "" : f.note())));
        }
        List<Piece> pieces = new ArrayList<>();
        if (!rows.isEmpty()) pieces.add(new Piece.Table("", List.of("feature", "value", "note"), rows));
        Reading.absent(features).forEach((why, names) -> pieces.add(new Piece.Paragraph("No " + String.join(", ", names).replace('_', ' ') + ": " + why + ".")));
        return pieces;
    }

    private static double error(Feature feature) {
        Double error = feature.error();
        return error == null ? Double.NaN : error;
    }

    /// Where the errors beside the numbers come from, as far as there are any.
    private String errors() {
        boolean runs = findings.results().stream().anyMatch(r -> r.study().run() != null);
        boolean compared = findings.results().stream().flatMap(r -> r.members().stream()).flatMap(m -> m.features().stream()).anyMatch(f -> f.error() != null);
        boolean still = findings.results().stream().anyMatch(Result.Standstills.class::isInstance);
        List<String> sentences = new ArrayList<>();
        if (runs && compared) sentences.add("The error beside a number is an estimate of how far the exact solution of these equations may lie from it: every run is solved twice more, more finely, and compared.");
        if (runs && !compared) sentences.add("Every run was solved once: no number is compared with a finer solution, and none has an error.");
        if (still) sentences.add("The error beside an equilibrium is how far rounding may have left it from where these equations stand still.");
        sentences.add("None of this says how well the equations describe a cell.");
        return String.join(" ", sentences);
    }

    private List<Piece> about() {
        List<Piece> pieces = new ArrayList<>();
        for (Result result : findings.results()) {
            Result.Procedure p = result.procedure();
            String accuracy = Double.isNaN(p.step()) ? "relative tolerance " + p.tolerance() : "steps of " + p.step() + " ms";
            pieces.add(new Piece.Paragraph(result.study().name() + ": " + p.name() + ", " + accuracy + ". Result " + ResultHash.of(result) + "."));
        }
        pieces.add(new Piece.Paragraph(errors()));
        pieces.add(new Piece.Code(String.join("\n\n", Citations.of(findings))));
        return pieces;
    }
}
