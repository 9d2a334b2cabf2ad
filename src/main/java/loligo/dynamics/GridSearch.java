package loligo.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What stands still, and what goes round, at points of a rectangle of two parameters; several at once. What is found at a point does not depend on the number of lanes.
final class GridSearch {
    private static final int MOST_CELLS = 4_000; // that one refinement may look at
    private static final int MOST_ROUNDS = 40;   // of asking neighbours
    private static final double PERIODS = 10;    // of a neighbour's cycle, that an orbit may take to settle at first

    private final Crew<Site> crew;
    private final Range[] ranges; // [2]
    private final boolean cycles;

    /// @param cycles whether they are looked for
    GridSearch(Supplier<Site> sites, Range[] ranges, boolean cycles, int lanes) {
        this.cycles = cycles;
        this.crew = new Crew<>(sites, lanes);
        this.ranges = ranges;
    }

    /// Cells of equal size, fewer after an interruption.
    TwoParameterDiagram.Grid grid(int columns, int rows, DoubleConsumer progress) {
        List<double[]> points = points(columns, rows);
        List<TwoParameterDiagram.@Nullable Cell> cells = crew.each(points, this::cell, progress);
        int whole = cells.indexOf(null);
        TwoParameterDiagram.Grid grid = new TwoParameterDiagram.Grid(columns, rows, cells.subList(0, whole < 0 ? cells.size() : whole).stream().map(Objects::requireNonNull).toList());
        return whole < 0 ? spread(grid) : grid;
    }

    /// Twice as many columns and rows: cells beside others that hold something else are cut in four and looked at again, the others keep what they hold. The same grid where
    /// too many would have to be cut.
    TwoParameterDiagram.Grid refined(TwoParameterDiagram.Grid grid, DoubleConsumer progress) {
        int columns = 2 * grid.columns(), rows = 2 * grid.rows();
        List<double[]> wanted = new ArrayList<>(points(columns, rows));
        for (int k = 0; k < wanted.size(); k++) if (plain(grid, parent(k, columns))) wanted.set(k, new double[0]);
        List<double[]> points = wanted.stream().filter(p -> p.length > 0).toList();
        if (points.size() > MOST_CELLS || grid.cells().size() < grid.columns() * grid.rows()) return grid;
        List<TwoParameterDiagram.@Nullable Cell> looked = crew.each(points, this::cell, progress);
        if (looked.contains(null)) return grid;
        List<TwoParameterDiagram.Cell> cells = new ArrayList<>();
        int next = 0;
        for (int k = 0; k < wanted.size(); k++) cells.add(wanted.get(k).length == 0 ? grid.cells().get(parent(k, columns)) : Objects.requireNonNull(looked.get(next++)));
        return spread(new TwoParameterDiagram.Grid(columns, rows, cells));
    }

    /// A neighbour to ask for a cycle.
    private record Doubt(int cell, TwoParameterDiagram.Cell at, TwoParameterDiagram.Cell beside) {}

    /// Cells in which nothing was found to go round, beside others in which something is: whether an orbit that begins there settles on a cycle too. From cell to cell, as far as it goes.
    private TwoParameterDiagram.Grid spread(TwoParameterDiagram.Grid grid) {
        List<TwoParameterDiagram.Cell> cells = new ArrayList<>(grid.cells());
        Set<Integer> asked = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Doubt> doubts = new ArrayList<>();
            for (int k = 0; k < cells.size(); k++) {
                if (cells.get(k).oscillates() || asked.contains(k) || cells.get(k).growing().isEmpty()) continue;
                for (int beside : new int[] {k % grid.columns() > 0 ? k - 1 : -1, k % grid.columns() < grid.columns() - 1 ? k + 1 : -1, k - grid.columns(), k + grid.columns()}) {
                    if (beside >= 0 && beside < cells.size() && cells.get(beside).oscillates() && asked.add(k)) doubts.add(new Doubt(k, cells.get(k), cells.get(beside)));
                }
            }
            List<TwoParameterDiagram.@Nullable Cell> told = crew.each(doubts, GridSearch::after, _ -> { });
            boolean news = false;
            for (int i = 0; i < doubts.size(); i++) {
                TwoParameterDiagram.Cell cell = told.get(i);
                if (cell == null || !cell.oscillates()) continue;
                cells.set(doubts.get(i).cell(), cell);
                news = true;
            }
            if (!news) break;
        }
        return new TwoParameterDiagram.Grid(grid.columns(), grid.rows(), cells);
    }

    private static TwoParameterDiagram.Cell after(Site site, Doubt doubt) {
        TwoParameterDiagram.Cell at = doubt.at();
        return Cycles.settled(site.problem(), doubt.beside().moving(), at.parameters(), PERIODS * doubt.beside().period())
                .map(c -> new TwoParameterDiagram.Cell(at.parameters(), at.growing(), c.at(0), c.period())).orElse(at);
    }

    private static int parent(int k, int columns) {
        return k / columns / 2 * (columns / 2) + k % columns / 2;
    }

    /// Whether the eight around hold the same.
    private static boolean plain(TwoParameterDiagram.Grid grid, int k) {
        int column = k % grid.columns(), row = k / grid.columns();
        for (int r = Math.max(0, row - 1); r <= Math.min(grid.rows() - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(grid.columns() - 1, column + 1); c++) {
                if (!grid.cells().get(r * grid.columns() + c).holdsSame(grid.cells().get(k))) return false;
            }
        }
        return true;
    }

    /// The middles of the cells, row by row from the lowest second parameter.
    private List<double[]> points(int columns, int rows) {
        List<double[]> points = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) points.add(new double[] {ranges[0].at((column + 0.5) / columns), ranges[1].at((row + 0.5) / rows)});
        }
        return points;
    }

    private TwoParameterDiagram.Cell cell(Site site, double[] p) {
        List<Equilibrium> found = site.find().apply(p).found().stream().filter(e -> site.problem().inBox(e.state())).toList();
        TwoParameterDiagram.Cell still = new TwoParameterDiagram.Cell(p, found.stream().map(Equilibrium::growing).sorted().toList(), new double[0], 0);
        return cycles && site.problem().dimension() > 1 ? round(site.problem(), found, still) : still;
    }

    /// The cell with a cycle on which an orbit settles that leaves one of the equilibria, the most unstable first; where nothing can rest, with an orbit that goes on moving.
    private static TwoParameterDiagram.Cell round(Problem problem, List<Equilibrium> found, TwoParameterDiagram.Cell still) {
        for (Equilibrium e : found.stream().sorted(Comparator.comparingInt(Equilibrium::growing).reversed()).toList()) {
            for (double away : CycleSearch.kicks(e)) {
                if (Thread.currentThread().isInterrupted()) return still;
                Optional<Cycle> cycle = CycleSearch.settled(problem, e, away);
                if (cycle.isPresent()) return new TwoParameterDiagram.Cell(still.parameters(), still.growing(), cycle.get().at(0), cycle.get().period());
            }
        }
        if (still.stable() > 0) return still;
        for (Equilibrium e : found) {
            for (double away : CycleSearch.kicks(e)) {
                double[] state = CycleSearch.beside(problem, e, away);
                if (Orbit.moves(problem, state, e.parameters(), CycleSearch.time(e))) return new TwoParameterDiagram.Cell(still.parameters(), still.growing(), state, CycleSearch.time(e));
            }
        }
        return still;
    }
}
