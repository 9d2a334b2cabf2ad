package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loligo.feature.Feature;
import loligo.figure.Piece;

/// The distributions of an ensemble: a row for each thing that was measured, with mean, standard deviation and percentiles.
final class CrowdTable {
    private static final List<String> COLUMNS = Stream.concat(Stream.of("mean", "sd"), Spread.NAMES.stream()).toList();

    private CrowdTable() {}

    private static Optional<Feature> of(Result.Crowd crowd, String measured, String column) {
        return crowd.features().stream().filter(f -> f.name().equals(measured + "." + column) && f.value() != null).findFirst();
    }

    /// What has values.
    private static List<String> measured(Result.Crowd crowd) {
        return crowd.study().measure().stream().filter(m -> of(crowd, m, "mean").isPresent()).toList();
    }

    private static String heading(Result.Crowd crowd, String measured) {
        return of(crowd, measured, "mean").map(f -> f.unit().heading(measured)).orElse(measured);
    }

    private static String note(Result.Crowd crowd, String measured) {
        return of(crowd, measured, "mean").map(Feature::note).orElse("");
    }

    static List<List<String>> terminal(Result.Crowd crowd) {
        List<List<String>> rows = new ArrayList<>();
        if (measured(crowd).isEmpty()) return rows;
        rows.add(Stream.of(List.of(""), COLUMNS, List.of("")).flatMap(List::stream).toList());
        for (String measured : measured(crowd)) {
            List<String> row = new ArrayList<>(List.of(heading(crowd, measured)));
            for (String column : COLUMNS) row.add(of(crowd, measured, column).map(Reading::value).orElse(""));
            row.add(note(crowd, measured));
            rows.add(row);
        }
        return rows;
    }

    static List<Piece> page(Result.Crowd crowd) {
        List<List<Piece.Cell>> rows = new ArrayList<>();
        for (String measured : measured(crowd)) {
            List<Piece.Cell> row = new ArrayList<>(List.of(new Piece.Words(heading(crowd, measured).replace('_', ' '))));
            for (String column : COLUMNS) row.add(of(crowd, measured, column).<Piece.Cell>map(f -> new Piece.Value(f.value() == null ? Double.NaN : f.value(), f.error() == null ? Double.NaN : f.error(), "")).orElse(new Piece.Words("")));
            row.add(new Piece.Words(note(crowd, measured)));
            rows.add(row);
        }
        List<String> heads = Stream.of(List.of("of the cells"), COLUMNS, List.of("note")).flatMap(List::stream).toList();
        return rows.isEmpty() ? List.of() : List.of(new Piece.Table("", heads, rows));
    }

    /// What was drawn.
    static String drawn(Result.Crowd crowd) {
        Population cells = crowd.study().cells();
        return cells.count() + " cells, seed " + cells.seed() + ": " + String.join("; ", cells.draws().stream().map(Draw::words).toList());
    }
}
