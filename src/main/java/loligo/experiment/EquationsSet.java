package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.figure.Piece;
import loligo.model.Equations;
import loligo.notation.Printer;

/// Sets the equations of a preparation for the page.
final class EquationsSet {
    private EquationsSet() {}

    static List<Piece> pieces(Equations equations) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (Equations.State s : equations.states()) lines.append(s.name()).append("' = ").append(Printer.print(s.derivative())).append('\n');
        for (Equations.Definition d : equations.definitions()) lines.append(d.name()).append(" = ").append(Printer.print(d.expr())).append('\n');
        pieces.add(new Piece.Code(lines.toString().stripTrailing()));
        List<List<Piece.Cell>> rows = new ArrayList<>();
        for (Equations.Parameter p : equations.parameters()) {
            String unit = p.unit().symbol().equals("1") ? "" : p.unit().symbol();
            rows.add(List.of(new Piece.Words(p.name()), new Piece.Value(p.unit().outside(p.value()), 0, unit)));
        }
        pieces.add(new Piece.Table("", List.of("number", "value"), rows));
        return pieces;
    }
}
