package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.figure.Piece;
import loligo.model.Equations;

/// The equilibria of a plane as rows, its manifolds and cycles as sentences.
final class PlaneTable {
    private PlaneTable() {}

    /// The unknowns of the plane.
    static List<Equations.State> states(Study.Plane study) {
        List<Equations.State> all = study.on().equations().states();
        return List.of(all.get(study.x().unknown()), all.get(study.y().unknown()));
    }

    static List<List<String>> terminal(Result.Plane result) {
        return result.found().isEmpty() ? List.of(List.of("no equilibrium in this plane")) : StandstillTable.terminal(result.found(), states(result.study()));
    }

    /// One sentence for each manifold and each cycle.
    static List<String> routes(Result.Plane result) {
        return result.routes().stream().filter(r -> !r.kind().equals("nullcline") && !r.kind().equals(Result.Route.NEIGHBOURHOOD)).map(r -> r.of() + ": " + r.sentence() + ".").toList();
    }

    static List<Piece> page(Result.Plane result) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(StandstillTable.page(result.found(), states(result.study())));
        routes(result).forEach(sentence -> pieces.add(new Piece.Paragraph(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1))));
        pieces.add(new Piece.Paragraph(result.completeness()));
        return pieces;
    }
}
