package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.figure.Piece;
import loligo.model.Equations;
import loligo.notation.Formula;

/// Sets the equations of a preparation for the page.
final class EquationsSet {
    private EquationsSet() {}

    static List<Piece> pieces(Equations equations) {
        List<Piece> pieces = new ArrayList<>();
        for (Equations.State s : equations.states()) pieces.add(new Piece.Mathematics(Formula.equation(s.name(), true, s.derivative())));
        if (!equations.definitions().isEmpty()) pieces.add(new Piece.Paragraph("where"));
        for (Equations.Definition d : equations.definitions()) pieces.add(new Piece.Mathematics(Formula.equation(d.name(), false, d.expr())));
        List<List<Piece.Cell>> rows = new ArrayList<>();
        for (Equations.Input i : equations.inputs()) rows.add(row(i.name(), i.unit().outside(i.value()), i.unit().symbol(), "an input; rests there"));
        for (Equations.Parameter p : equations.parameters()) rows.add(row(p.name(), p.unit().outside(p.value()), p.unit().symbol(), ""));
        pieces.add(new Piece.Table("", List.of("number", "value", ""), rows));
        return pieces;
    }

    private static List<Piece.Cell> row(String name, double value, String unit, String note) {
        return List.of(new Piece.Words(name), new Piece.Value(value, 0, unit), new Piece.Words(note));
    }
}
