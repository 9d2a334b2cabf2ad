package loligo.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import loligo.dynamics.Equilibrium;
import loligo.feature.Feature;
import org.jspecify.annotations.Nullable;

/// Fingerprints: of a text, and of every bit of the numbers that a study found.
final class ResultHash {
    private final MessageDigest digest;
    private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

    private ResultHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256; this one does not", e);
        }
    }

    static String of(String text) {
        return new ResultHash().text(text).finish();
    }

    /// The hash of a result: what was set, features with their errors, units and notes, and the columns.
    static String of(Result result) {
        ResultHash hash = new ResultHash().members(result.members());
        if (!result.single()) hash.features(result.features());
        if (result instanceof Result.Standstills still) {
            still.found().forEach(hash::equilibrium);
            still.gates().forEach(gates -> gates.forEach(g -> hash.text(g.gate()).number(g.conductance()).number(g.tau())));
        }
        if (result instanceof Result.Diagram diagram) hash.diagram(diagram);
        if (result instanceof Result.PhaseDiagram map) hash.diagram(map);
        if (result instanceof Result.Plane plane) {
            plane.found().forEach(hash::equilibrium);
            hash.features(plane.routes().stream().flatMap(r -> r.features().stream()).toList());
        }
        if (result instanceof Result.Basin basin) {
            basin.found().forEach(hash::equilibrium);
            for (Result.Goal goal : basin.goals()) hash.text(goal.name()).features(goal.period() == null ? List.of(goal.share()) : List.of(goal.period(), goal.share()));
        }
        result.branchSeries().forEach(hash::series);
        hash.series(result.series());
        if (result instanceof Result.Curve curve && curve.traces() != null) hash.series(curve.traces().series());
        return hash.finish();
    }

    /// The hash of a table, by its members and its columns.
    static String of(List<Result.Member> members, @Nullable Series series) {
        ResultHash hash = new ResultHash().members(members);
        hash.series(series);
        return hash.finish();
    }

    private ResultHash members(List<Result.Member> members) {
        for (Result.Member member : members) {
            for (Result.Setting setting : member.set()) text(setting.name()).number(setting.value());
            features(member.features());
        }
        return this;
    }

    private void diagram(Result.Diagram diagram) {
        for (Result.Landmark point : diagram.points()) {
            text(point.kind()).number(point.at()).number(point.error());
            if (point.cycle() != null) number(point.cycle().period()).number(point.cycle().periodError());
            point.coefficients().forEach((name, value) -> text(name).number(value));
        }
    }

    private void diagram(Result.PhaseDiagram map) {
        for (Result.Meeting point : map.points()) {
            text(point.kind()).numbers(point.at()).numbers(point.error());
            point.coefficients().forEach((name, value) -> text(name).number(value));
        }
        for (int cell = 0; cell < map.patches().cells().length; cell++) text(map.patches().label(cell));
    }

    private void features(List<Feature> features) {
        for (Feature f : features) text(f.name()).number(f.value()).text(f.unit().symbol()).number(f.error()).text(f.note() == null ? "" : f.note());
    }

    private void series(@Nullable Series series) {
        if (series == null) return;
        series.all().forEach(this::column);
    }

    private ResultHash text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(eight.clear().putLong(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    private ResultHash number(@Nullable Double value) {
        return number(value == null ? Double.NaN : value.doubleValue());
    }

    private ResultHash number(double value) {
        digest.update(eight.clear().putLong(Double.doubleToLongBits(value)).flip());
        return this;
    }

    private void equilibrium(Equilibrium e) {
        numbers(e.state()).numbers(e.error());
        for (double[] eigenvalue : e.eigenvalues()) numbers(eigenvalue);
    }

    private ResultHash numbers(double[] values) {
        for (double value : values) number(value);
        return this;
    }

    private void column(Series.Column column) {
        text(column.name());
        numbers(column.values());
    }

    private String finish() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
