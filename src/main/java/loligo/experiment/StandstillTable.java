package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import loligo.dynamics.Equilibrium;
import loligo.figure.Piece;
import loligo.model.Equations;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// Equilibria as rows: where, of which type, with which eigenvalues.
final class StandstillTable {
    private static final int MOST_UNKNOWNS = 5;   // of a terminal
    private static final int MOST_EIGENVALUES = 4;
    private static final double SHOWN = 1e-6;      // of a gate's conductance, and mV

    private StandstillTable() {}

    static List<List<String>> terminal(Result.Standstills result) {
        if (result.found().isEmpty()) return List.of(List.of(result.outcome().message()));
        return terminal(result.found(), result.study().on().equations().states());
    }

    /// @param states the unknowns of the equilibria, in their order
    static List<List<String>> terminal(List<Equilibrium> found, List<Equations.State> states) {
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        states.stream().limit(MOST_UNKNOWNS).forEach(s -> heads.add(s.unit().heading(s.name())));
        heads.addAll(List.of("type", "growing", "eigenvalues (1/ms)"));
        rows.add(heads);
        for (Equilibrium e : found) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST_UNKNOWNS, states.size()); i++) row.add(Digits.value(states.get(i).unit().outside(e.state()[i]), shownError(e, i, states)));
            row.addAll(List.of(e.stability().toString(), String.valueOf(e.growing()), eigenvalues(e, MOST_EIGENVALUES)));
            rows.add(row);
        }
        if (states.size() > MOST_UNKNOWNS) rows.add(List.of("... and " + (states.size() - MOST_UNKNOWNS) + " more unknowns, in result.json"));
        return rows;
    }

    static List<Piece> page(Result.Standstills result) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(page(result.found(), result.study().on().equations().states()));
        if (result.gates().stream().anyMatch(g -> !g.isEmpty())) pieces.add(gatesPage(result));
        return pieces;
    }

    /// The unit in which a conductance of this membrane is counted.
    static Unit conductance(Result.Standstills result) {
        Equations equations = result.study().on().equations();
        Unit current = equations.inputs().stream().filter(i -> i.name().equals("I")).map(Equations.Input::unit).findFirst().orElse(Unit.ONE);
        return current.dimension().over(Dimension.POTENTIAL).unit();
    }

    /// What the gates do at each equilibrium.
    static List<List<String>> gates(Result.Standstills result) {
        return gates(result, Unit::heading);
    }

    private static List<List<String>> gates(Result.Standstills result, BiFunction<Unit, String, String> heading) {
        List<List<String>> rows = new ArrayList<>();
        Equations.State first = result.study().on().equations().states().getFirst();
        Unit unit = conductance(result);
        rows.add(List.of(heading.apply(first.unit(), first.name()), "gate", "effect", heading.apply(unit, "conductance"), "tau (ms)"));
        for (int k = 0; k < result.found().size(); k++) {
            for (Result.Feedback gate : result.gates().get(k))
                rows.add(List.of(Digits.value(first.unit().outside(result.found().get(k).state()[0]), SHOWN), gate.gate(), gate.effect(), Digits.value(unit.outside(gate.conductance()), SHOWN * Math.abs(gate.conductance()) / unit.scale()), tau(gate)));
        }
        return rows.size() == 1 ? List.of() : rows;
    }

    private static String tau(Result.Feedback gate) {
        return gate.tau() == 0 ? "at once" : Digits.value(gate.tau(), SHOWN * gate.tau());
    }

    private static Piece gatesPage(Result.Standstills result) {
        List<List<String>> rows = gates(result, Unit::printedHeading);
        List<List<Piece.Cell>> cells = rows.stream().skip(1).map(row -> row.stream().<Piece.Cell>map(Piece.Words::new).toList()).toList();
        return new Piece.Table("What the gates do there: below zero a conductance amplifies, above zero it pulls the potential back", rows.getFirst(), cells);
    }

    /// @param states the unknowns of the equilibria, in their order
    static Piece page(List<Equilibrium> found, List<Equations.State> states) {
        if (found.isEmpty()) return new Piece.Paragraph("No equilibrium was found.");
        List<String> heads = new ArrayList<>();
        states.forEach(s -> heads.add(s.unit().printedHeading(s.name())));
        heads.addAll(List.of("type", "growing directions", "eigenvalues (1/ms)"));
        List<List<Piece.Cell>> rows = new ArrayList<>();
        for (Equilibrium e : found) {
            List<Piece.Cell> row = new ArrayList<>();
            for (int i = 0; i < states.size(); i++) row.add(new Piece.Value(states.get(i).unit().outside(e.state()[i]), shownError(e, i, states), ""));
            row.addAll(List.of(new Piece.Words(e.stability().toString()), new Piece.Value(e.growing(), 0, ""), new Piece.Words(eigenvalues(e, states.size()))));
            rows.add(row);
        }
        return new Piece.Table("", heads, rows);
    }


    /// People read eight digits.
    private static double shownError(Equilibrium e, int i, List<Equations.State> states) {
        double scale = states.get(i).unit().scale();
        return Math.max(e.error()[i], 1e-8 * Math.abs(e.state()[i])) / scale;
    }

    /// Rightmost first, pairs with their sign: `-0.202639 ± 0.383225i`.
    private static String eigenvalues(Equilibrium e, int most) {
        List<String> all = new ArrayList<>();
        for (double[] pair : e.eigenvalues()) {
            if (pair[1] < 0) continue;
            String real = Digits.value(pair[0], Double.NaN);
            all.add(pair[1] == 0 ? real : real + " ± " + Digits.value(pair[1], Double.NaN) + "i");
        }
        return String.join(", ", all.subList(0, Math.min(most, all.size()))) + (all.size() > most ? ", ..." : "");
    }
}
