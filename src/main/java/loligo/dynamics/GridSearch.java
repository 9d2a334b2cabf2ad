package loligo.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/// What stands still, and what goes round, at the points of a grid in a rectangle of two parameters.
final class GridSearch {
    private static final int MOST_ORBITS = 6_000; // in all, in search of cycles

    private final Problem problem;
    private final Range[] ranges; // [2]
    private final Function<double[], Equilibria> find;
    private int orbits;

    GridSearch(Problem problem, Range[] ranges, Function<double[], Equilibria> find) {
        this.problem = problem;
        this.ranges = ranges;
        this.find = find;
    }

    TwoParameterDiagram.Grid grid(int columns, int rows, DoubleConsumer progress) {
        List<TwoParameterDiagram.Cell> cells = new ArrayList<>();
        for (int k = 0; k < columns * rows && !Thread.currentThread().isInterrupted(); k++) {
            int row = k / columns;
            cells.add(cell(new double[] {ranges[0].at((k % columns + 0.5) / columns), ranges[1].at((row + 0.5) / rows)}));
            if (k % columns == columns - 1) progress.accept((k + 1.0) / (columns * rows));
        }
        return new TwoParameterDiagram.Grid(columns, rows, cells);
    }

    private TwoParameterDiagram.Cell cell(double[] p) {
        List<Equilibrium> found = find.apply(p).found().stream().filter(e -> problem.inBox(e.state())).toList();
        return new TwoParameterDiagram.Cell(p, found.stream().map(Equilibrium::growing).sorted().toList(), oscillates(found));
    }

    /// Whether an orbit settles on a cycle that leaves one of the equilibria, the most unstable first.
    private boolean oscillates(List<Equilibrium> found) {
        if (problem.dimension() < 2) return false;
        for (Equilibrium e : found.stream().sorted(Comparator.comparingInt(Equilibrium::growing).reversed()).toList()) {
            for (double away : CycleSearch.kicks(e)) {
                if (++orbits > MOST_ORBITS || Thread.currentThread().isInterrupted()) return false;
                if (CycleSearch.settled(problem, e, away).isPresent()) return true;
            }
        }
        return false;
    }
}
