package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.feature.Feature;
import loligo.solver.Outcome;

/// The numbers of a run as text for a terminal.
public final class Tables {
    private static final int MOST_ROWS = 40;
    private static final int MOST_COLUMNS = 6;
    private static final List<String> AT_A_GLANCE = List.of("spike_count", "first_spike", "frequency", "peak", "V", "unstable_directions", "chord_conductance", "slope_conductance");

    private Tables() {}

    /// One table for each study.
    public static String text(Findings findings) {
        StringBuilder out = new StringBuilder();
        out.append(findings.experiment().title()).append('\n');
        for (Result result : findings.results()) study(result, out.append('\n'));
        return out.append('\n').toString();
    }

    private static void study(Result result, StringBuilder out) {
        out.append(result.study().name()).append(" (").append(result.study().word()).append(") by ").append(result.procedure().name()).append('\n');
        if (!(result.outcome() instanceof Outcome.Completed) || !result.gaps().isEmpty()) out.append("  ").append(result.message(result.outcome())).append('\n');
        if (result instanceof Result.Standstills still) {
            rows(StandstillTable.terminal(still), out);
            rows(StandstillTable.gates(still), out);
            out.append("  ").append(still.completeness()).append('\n');
            return;
        }
        if (result instanceof Result.PhaseDiagram map) {
            rows(PhaseDiagramTable.terminal(map), out);
            PhaseDiagramTable.sentences(map).forEach(sentence -> out.append("  ").append(sentence).append('\n'));
            out.append("  ").append(map.completeness()).append('\n');
            return;
        }
        if (result instanceof Result.Plane plane) {
            rows(PlaneTable.terminal(plane), out);
            PlaneTable.routes(plane).forEach(sentence -> out.append("  ").append(sentence).append('\n'));
            out.append("  ").append(plane.completeness()).append('\n');
            return;
        }
        if (result instanceof Result.Basin basin) {
            rows(BasinTable.terminal(basin), out);
            BasinTable.sentences(basin).forEach(sentence -> out.append("  ").append(sentence).append('\n'));
            out.append("  ").append(basin.completeness()).append('\n');
            return;
        }
        if (result instanceof Result.Diagram diagram) {
            rows(DiagramTable.terminal(diagram), out);
            DiagramTable.branches(diagram).forEach(sentence -> out.append("  ").append(sentence).append('\n'));
            out.append("  ").append(diagram.completeness()).append('\n');
            return;
        }
        if (result instanceof Result.Crowd crowd) {
            out.append("  ").append(CrowdTable.drawn(crowd)).append('\n');
            rows(CrowdTable.terminal(crowd), out);
            Reading.absent(crowd.features()).forEach((why, names) -> out.append("  none: ").append(String.join(", ", names)).append(" (").append(why).append(")\n"));
            return;
        }
        features(result.features(), out);
        if (!result.single()) rows(members(result), out);
        Reading.remarks(result).forEach(remark -> out.append("  ").append(remark).append('\n'));
    }

    private static void features(List<Feature> features, StringBuilder out) {
        List<List<String>> rows = new ArrayList<>();
        for (Feature f : features) if (f.value() != null) rows.add(List.of(f.name(), Reading.value(f), Reading.error(f), Reading.unit(f), f.note() == null ? "" : f.note()));
        rows(rows, out);
        Reading.absent(features).forEach((why, names) -> out.append("  none: ").append(String.join(", ", names)).append(" (").append(why).append(")\n"));
    }

    /// One line for each member: what was set, what was found.
    private static List<List<String>> members(Result result) {
        List<Result.Member> members = result.members();
        List<List<String>> rows = new ArrayList<>();
        if (members.isEmpty()) return rows;
        List<String> shown = shown(members, Reading.asked(result));
        if (shown.isEmpty()) return List.of(List.of(Reading.unmeasured(members)));
        List<String> names = new ArrayList<>();
        members.getFirst().set().forEach(s -> names.add(s.unit().heading(s.name())));
        members.getFirst().only(shown).features().forEach(f -> names.add(f.unit().heading(f.name())));
        rows.add(names);
        for (Result.Member member : members.subList(0, Math.min(MOST_ROWS, members.size()))) {
            List<String> row = new ArrayList<>();
            member.set().forEach(s -> row.add(Digits.value(s.unit().outside(s.value()), 0)));
            member.only(shown).features().forEach(f -> row.add(Reading.value(f)));
            rows.add(row);
        }
        if (members.size() > MOST_ROWS) rows.add(List.of("... and " + (members.size() - MOST_ROWS) + " more, in result.json and the CSV"));
        return rows;
    }

    /// A screen holds a few columns: those that were asked for; else those that some member has, and of all features the ones that tell members apart at a glance.
    private static List<String> shown(List<Result.Member> members, List<String> asked) {
        List<String> all = members.getFirst().features().stream().map(Feature::name).toList();
        if (!asked.isEmpty()) return all.stream().filter(asked::contains).toList();
        return all.stream().filter(n -> all.size() <= MOST_COLUMNS || AT_A_GLANCE.contains(n) || n.contains("("))
                .filter(n -> all.size() <= MOST_COLUMNS || members.stream().anyMatch(m -> m.features().stream().anyMatch(f -> f.name().equals(n) && f.value() != null))).toList();
    }

    private static void rows(List<List<String>> rows, StringBuilder out) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) if (row.size() > 1) for (int c = 0; c < row.size(); c++) widths[c] = Math.max(widths[c], row.get(c).length());
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int c = 0; c < row.size(); c++) line.append(row.get(c)).append(" ".repeat(Math.max(0, widths[c] - row.get(c).length()) + 2));
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
