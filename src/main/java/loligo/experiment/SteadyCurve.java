package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Range;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.kernel.Probe;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// The current that a membrane passes at each potential when every gate has settled; of other equations the rate of change of the first unknown.
final class SteadyCurve {
    private static final String CURRENT = "Iion";
    private static final int ROWS = 401;
    private static final double LEAST_MARGIN = 25; // units of the first unknown

    private SteadyCurve() {}

    /// What is drawn: the first unknown, and what flows; of a single unknown also the landscape.
    static List<String> columns(Equations equations) {
        Equations.State first = equations.states().getFirst();
        String flows = membrane(equations) ? CURRENT : first.name() + "'";
        return PhaseLine.has(equations) ? List.of(first.name(), flows, PhaseLine.ENERGY) : List.of(first.name(), flows);
    }

    static boolean membrane(Equations equations) {
        return equations.definitions().stream().anyMatch(d -> d.name().equals(CURRENT));
    }

    private static Expr flowing(Equations equations) {
        return membrane(equations) ? new Expr.Name(CURRENT) : equations.states().getFirst().derivative();
    }

    /// @param found what the curve is drawn around, with room on both sides
    static Series of(Kernel kernel, KernelField field, SteadyStates steady, List<Equilibrium> found, Range over) {
        Equations equations = kernel.equations();
        Equations.State first = equations.states().getFirst();
        Probe probe = kernel.probe(List.of(flowing(equations)));
        Range shown = shown(found, over, LEAST_MARGIN * first.unit().scale());
        double[] grid = new double[ROWS];
        double[] values = new double[ROWS];
        double[] one = new double[1];
        for (int k = 0; k < ROWS; k++) {
            grid[k] = shown.at(k / (ROWS - 1.0));
            probe.observe(field, 0, steady.state(grid[k]), one);
            values[k] = one[0];
        }
        List<String> names = columns(equations);
        Unit unit = membrane(equations) ? Names.unit(CURRENT, equations) : first.dimension().over(Dimension.TIME).unit();
        List<Series.Column> drawn = new ArrayList<>(List.of(new Series.Column(names.get(1), unit, values)));
        if (PhaseLine.has(equations)) drawn.add(PhaseLine.energy(field, equations, grid));
        return new Series(new Series.Column(names.getFirst(), first.unit(), grid), List.copyOf(drawn));
    }

    private static Range shown(List<Equilibrium> found, Range over, double margin) {
        if (found.isEmpty()) return over;
        double[] firsts = found.stream().mapToDouble(e -> e.state()[0]).toArray();
        double low = Arrays.stream(firsts).min().orElseThrow();
        double high = Arrays.stream(firsts).max().orElseThrow();
        double room = DoubleStream.of(margin, (high - low) / 4).max().orElseThrow();
        return new Range(Math.max(over.low(), low - room), Math.min(over.high(), high + room));
    }
}
