package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.figure.Piece;
import loligo.model.Equations;

/// The points of a diagram in two numbers as rows, its curves and regions as sentences.
final class PhaseDiagramTable {
    private PhaseDiagramTable() {}

    static List<List<String>> terminal(Result.PhaseDiagram result) {
        if (result.points().isEmpty()) return List.of(List.of("no point at which curves meet"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(heads(result));
        for (Result.Meeting point : result.points()) {
            rows.add(List.of(point.label(), words(point.kind()), Digits.value(number(point, result, 0), shown(point, result, 0)), Digits.value(number(point, result, 1), shown(point, result, 1)), potential(point, result), point.sentence()));
        }
        return rows;
    }

    /// One sentence for each curve, then one for the regions.
    static List<String> sentences(Result.PhaseDiagram result) {
        List<String> all = new ArrayList<>();
        for (Result.Branch curve : result.curves()) {
            all.add(plural(curve.kind()) + ", " + (curve.begin().equals(curve.end()) ? curve.end() : "one end: " + curve.begin() + "; the other: " + curve.end()) + ".");
        }
        if (!result.patches().seen().isEmpty()) all.add("regions: " + String.join(", ", result.patches().seen().stream().map(r -> region(r, result)).toList()) + ".");
        return all;
    }

    /// What a region holds and how much of the rectangle it is; one of several alike says where it lies.
    private static String region(Patchwork.Region region, Result.PhaseDiagram result) {
        boolean alike = result.patches().seen().stream().filter(r -> r.label().equals(region.label())).count() > 1;
        return region.label() + " (" + percent(region.share()) + (alike ? ", around " + place(region, result, 0) + ", " + place(region, result, 1) : "") + ")";
    }

    private static String place(Patchwork.Region region, Result.PhaseDiagram result, int k) {
        Study.Varied vary = vary(result, k);
        double width = k == 0 ? result.study().x().over().width() : result.study().y().over().width();
        return vary.name() + " = " + Digits.value(vary.unit().outside(region.at()[k]), Math.abs(width) / 100 / vary.unit().scale()) + vary.unit().after();
    }

    private static String percent(double share) {
        return Digits.value(100 * share, 0.1) + " %";
    }

    static List<Piece> page(Result.PhaseDiagram result) {
        List<Piece> pieces = new ArrayList<>();
        List<List<Piece.Cell>> rows = new ArrayList<>();
        for (Result.Meeting point : result.points()) {
            rows.add(List.of(new Piece.Words(point.label()), new Piece.Words(words(point.kind())), new Piece.Value(number(point, result, 0), shown(point, result, 0), ""), new Piece.Value(number(point, result, 1), shown(point, result, 1), ""),
                    new Piece.Words(potential(point, result)), new Piece.Words(point.sentence())));
        }
        if (rows.isEmpty()) pieces.add(new Piece.Paragraph("There is no point in the rectangle at which curves meet."));
        else pieces.add(new Piece.Table("", heads(result), rows));
        sentences(result).forEach(sentence -> pieces.add(new Piece.Paragraph(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1))));
        pieces.add(new Piece.Paragraph(result.completeness()));
        return pieces;
    }

    private static List<String> heads(Result.PhaseDiagram result) {
        Study.Varied x = result.study().x().vary();
        Study.Varied y = result.study().y().vary();
        return List.of("", "kind", x.unit().heading(x.name()), y.unit().heading(y.name()), first(result).unit().heading(first(result).name()), "what happens");
    }

    private static Equations.State first(Result.PhaseDiagram result) {
        return result.study().on().equations().states().getFirst();
    }

    private static String potential(Result.Meeting point, Result.PhaseDiagram result) {
        return Digits.value(first(result).unit().outside(point.equilibrium().state()[0]), Double.NaN);
    }

    private static Study.Varied vary(Result.PhaseDiagram result, int k) {
        return (k == 0 ? result.study().x() : result.study().y()).vary();
    }

    private static double number(Result.Meeting point, Result.PhaseDiagram result, int k) {
        return vary(result, k).unit().outside(point.at()[k]);
    }

    /// People read nine digits.
    private static double shown(Result.Meeting point, Result.PhaseDiagram result, int k) {
        return Math.max(point.error()[k], 1e-9 * Math.abs(point.at()[k])) / vary(result, k).unit().scale();
    }

    static String words(String kind) {
        return switch (kind) {
            case "bogdanov_takens" -> "Bogdanov-Takens";
            case "generalised_hopf" -> "generalised Hopf";
            case "zero_hopf" -> "zero-Hopf";
            case "double_hopf" -> "double Hopf";
            case "saddle_node_loop" -> "saddle-node-loop";
            default -> kind;
        };
    }

    /// What a curve consists of.
    static String plural(String kind) {
        return switch (kind) {
            case "saddle_node" -> "saddle-nodes";
            case "hopf" -> "Hopf points";
            case "fold_of_cycles" -> "folds of cycles";
            case "homoclinic" -> "loops of a saddle";
            case "snic" -> "saddle-nodes on a cycle";
            default -> throw new IllegalStateException("Loligo's own bug: no such curve: " + kind);
        };
    }
}
