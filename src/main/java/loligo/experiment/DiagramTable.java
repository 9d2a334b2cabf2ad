package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import loligo.figure.Piece;
import loligo.model.Equations;
import loligo.quantity.Unit;

/// The special points of a diagram as rows, and its branches as sentences.
final class DiagramTable {
    private static final double ROUNDING = 1e-14; // of a range

    private DiagramTable() {}

    static List<List<String>> terminal(Result.Diagram result) {
        if (result.points().isEmpty()) return List.of(List.of("no special point"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(heads(result, Unit::heading));
        Unit unit = result.study().vary().unit();
        for (Result.Landmark point : result.points()) {
            rows.add(List.of(point.label(), words(point.kind()), Digits.value(number(point, result), shown(point, unit)), potential(point, result), point.sentence()));
        }
        return rows;
    }

    /// One sentence for each branch.
    static List<String> branches(Result.Diagram result) {
        return result.branches().stream().map(b -> b.kind() + ", " + (b.begin().equals(b.end()) ? b.end() : "one end: " + b.begin() + "; the other: " + b.end()) + ".").toList();
    }

    static List<Piece> page(Result.Diagram result) {
        List<Piece> pieces = new ArrayList<>();
        Unit unit = result.study().vary().unit();
        List<List<Piece.Cell>> rows = new ArrayList<>();
        for (Result.Landmark point : result.points()) {
            rows.add(List.of(new Piece.Words(point.label()), new Piece.Words(words(point.kind())), new Piece.Value(number(point, result), shown(point, unit), ""),
                    new Piece.Words(potential(point, result)), new Piece.Words(point.sentence())));
        }
        if (rows.isEmpty()) pieces.add(new Piece.Paragraph("There is no special point in the range."));
        else pieces.add(new Piece.Table("", heads(result, Unit::printedHeading), rows));
        branches(result).forEach(sentence -> pieces.add(new Piece.Paragraph("Branch of " + sentence)));
        pieces.add(new Piece.Paragraph(result.completeness()));
        return pieces;
    }

    private static List<String> heads(Result.Diagram result, BiFunction<Unit, String, String> heading) {
        Study.Varied vary = result.study().vary();
        return List.of("", "kind", heading.apply(vary.unit(), vary.name()), heading.apply(first(result).unit(), first(result).name()), "what happens");
    }

    private static Equations.State first(Result.Diagram result) {
        return result.study().on().equations().states().getFirst();
    }

    /// Where the first unknown is: of a cycle from where to where.
    private static String potential(Result.Landmark point, Result.Diagram result) {
        Unit unit = first(result).unit();
        if (point.equilibrium() != null) return Digits.value(unit.outside(point.equilibrium().state()[0]), Double.NaN);
        if (point.cycle() == null) return "";
        double[] extent = point.cycle().extent(0);
        return Digits.value(unit.outside(extent[0]), 0.01) + " to " + Digits.value(unit.outside(extent[1]), 0.01);
    }

    /// What is far below rounding of the range is zero.
    private static double number(Result.Landmark point, Result.Diagram result) {
        return Math.abs(point.at()) < ROUNDING * result.study().over().width() ? 0 : result.study().vary().unit().outside(point.at());
    }

    static String words(String kind) {
        return kind.equals("snic") ? "saddle-node on the cycle" : kind.replace("saddle_node", "saddle-node").replace("hopf", "Hopf point").replace('_', ' ');
    }

    /// People read nine digits.
    private static double shown(Result.Landmark point, Unit unit) {
        return Math.max(point.error(), 1e-9 * Math.abs(point.at())) / unit.scale();
    }
}
