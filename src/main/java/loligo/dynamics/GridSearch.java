package loligo.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What stands still, and what goes round, at points of a rectangle of two parameters; several at once. What is found at a point does not depend on the number of lanes.
final class GridSearch {
    private static final int MOST_CELLS = 4_000; // that one refinement may look at

    private final Supplier<Site> sites;
    private final Range[] ranges; // [2]
    private final boolean cycles;
    private final int lanes;

    /// @param cycles whether they are looked for
    GridSearch(Supplier<Site> sites, Range[] ranges, boolean cycles, int lanes) {
        this.cycles = cycles;
        this.sites = sites;
        this.ranges = ranges;
        this.lanes = lanes;
    }

    /// Cells of equal size, fewer after an interruption.
    TwoParameterDiagram.Grid grid(int columns, int rows, DoubleConsumer progress) {
        List<TwoParameterDiagram.@Nullable Cell> cells = looked(points(columns, rows), progress);
        int whole = cells.indexOf(null);
        return new TwoParameterDiagram.Grid(columns, rows, cells.subList(0, whole < 0 ? cells.size() : whole).stream().map(Objects::requireNonNull).toList());
    }

    /// Twice as many columns and rows: cells beside others that hold something else are cut in four and looked at again, the others keep what they hold. The same grid where
    /// too many would have to be cut.
    TwoParameterDiagram.Grid refined(TwoParameterDiagram.Grid grid, DoubleConsumer progress) {
        int columns = 2 * grid.columns(), rows = 2 * grid.rows();
        List<double[]> wanted = new ArrayList<>(points(columns, rows));
        for (int k = 0; k < wanted.size(); k++) if (plain(grid, parent(k, columns))) wanted.set(k, new double[0]);
        List<double[]> points = wanted.stream().filter(p -> p.length > 0).toList();
        if (points.size() > MOST_CELLS || grid.cells().size() < grid.columns() * grid.rows()) return grid;
        List<TwoParameterDiagram.@Nullable Cell> looked = looked(points, progress);
        if (looked.contains(null)) return grid;
        List<TwoParameterDiagram.Cell> cells = new ArrayList<>();
        int next = 0;
        for (int k = 0; k < wanted.size(); k++) cells.add(wanted.get(k).length == 0 ? grid.cells().get(parent(k, columns)) : Objects.requireNonNull(looked.get(next++)));
        return new TwoParameterDiagram.Grid(columns, rows, cells);
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

    /// Null where it was interrupted before // [points]
    private List<TwoParameterDiagram.@Nullable Cell> looked(List<double[]> points, DoubleConsumer progress) {
        TwoParameterDiagram.@Nullable Cell[] cells = new TwoParameterDiagram.@Nullable Cell[points.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(lanes)) {
            List<Future<?>> all = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) all.add(pool.submit(() -> lane(sites.get(), points, cells, next, done, progress)));
            try {
                for (Future<?> one : all) one.get();
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException mistake ? mistake : new IllegalStateException("Loligo's own bug: a lane of the grid failed", e.getCause());
        }
        return Arrays.asList(cells);
    }

    private void lane(Site site, List<double[]> points, TwoParameterDiagram.@Nullable Cell[] cells, AtomicInteger next, AtomicInteger done, DoubleConsumer progress) {
        for (int k = next.getAndIncrement(); k < cells.length; k = next.getAndIncrement()) {
            TwoParameterDiagram.Cell cell = cell(site, points.get(k));
            if (Thread.currentThread().isInterrupted()) return;
            cells[k] = cell;
            progress.accept((double) done.incrementAndGet() / cells.length);
        }
    }

    private TwoParameterDiagram.Cell cell(Site site, double[] p) {
        List<Equilibrium> found = site.find().apply(p).found().stream().filter(e -> site.problem().inBox(e.state())).toList();
        return new TwoParameterDiagram.Cell(p, found.stream().map(Equilibrium::growing).sorted().toList(), cycles && oscillates(site.problem(), found));
    }

    /// Whether an orbit settles on a cycle that leaves one of the equilibria, the most unstable first; where nothing can rest, whether one goes on moving.
    private static boolean oscillates(Problem problem, List<Equilibrium> found) {
        if (problem.dimension() < 2) return false;
        for (Equilibrium e : found.stream().sorted(Comparator.comparingInt(Equilibrium::growing).reversed()).toList()) {
            for (double away : CycleSearch.kicks(e)) {
                if (Thread.currentThread().isInterrupted()) return false;
                if (CycleSearch.settled(problem, e, away).isPresent()) return true;
            }
        }
        return found.stream().allMatch(e -> e.growing() > 0) && found.stream().anyMatch(e -> Arrays.stream(CycleSearch.kicks(e)).anyMatch(away -> CycleSearch.moves(problem, e, away)));
    }
}
