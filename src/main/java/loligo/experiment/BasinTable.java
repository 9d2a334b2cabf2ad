package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.feature.Feature;
import loligo.figure.Piece;

/// Where orbits of a plane go, as rows.
final class BasinTable {
    private BasinTable() {}

    static List<List<String>> terminal(Result.Basin result) {
        List<List<String>> rows = new ArrayList<>();
        if (result.goals().isEmpty()) return rows;
        rows.add(List.of("label", "orbits go to", "share of the plane", "error"));
        for (Result.Goal goal : result.goals()) rows.add(List.of(String.valueOf(goal.label()), goal.name(), Reading.value(goal.share()), Reading.error(goal.share())));
        return rows;
    }

    /// What is not in the rows.
    static List<String> sentences(Result.Basin result) {
        List<String> sentences = new ArrayList<>();
        for (Result.Goal goal : result.goals()) if (goal.period() != null) sentences.add(goal.name() + ": a period of " + Digits.told(goal.period()) + ".");
        for (Result.Route border : result.borders()) sentences.add("border between " + border.of() + ": " + border.sentence() + ".");
        return sentences;
    }

    static List<Piece> page(Result.Basin result) {
        List<Piece> pieces = new ArrayList<>();
        List<List<Piece.Cell>> rows = new ArrayList<>();
        for (Result.Goal goal : result.goals()) {
            Feature share = goal.share();
            double value = share.value() == null ? Double.NaN : share.value(), error = share.error() == null ? Double.NaN : share.error();
            rows.add(List.of(new Piece.Words(String.valueOf(goal.label())), new Piece.Words(goal.name()), new Piece.Value(value, error, "")));
        }
        if (!rows.isEmpty()) pieces.add(new Piece.Table("", List.of("label", "orbits go to", "share of the plane"), rows));
        sentences(result).forEach(sentence -> pieces.add(new Piece.Paragraph(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1))));
        pieces.add(new Piece.Paragraph(result.completeness()));
        return pieces;
    }
}
