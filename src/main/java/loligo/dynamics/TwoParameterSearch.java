package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/// Seeks curves of saddle-nodes and Hopf points in a rectangle: along lines across it in either direction, then where the points of a grid show that a curve was missed.
final class TwoParameterSearch {
    private static final double[] CUTS = {0.5, 0.003, 0.997, 0.25, 0.75}; // of the width of the other parameter
    private static final double CURVES = 0.25;      // of the work
    private static final double COARSE = 0.3;       // of the work: the grid before it is refined
    private static final int SLICES = 12;           // of a cut
    private static final int MOST_REPAIRS = 12;     // cuts where the grid shows that a curve was missed
    private static final int REPAIR_SLICES = 4;
    private static final double BESIDE = 0.25;      // of a cell, that such a cut reaches beyond it
    private static final double AROUND = 1.5;       // the same where a cycle is looked for
    private static final double SAME = 0.05;        // sizes, and of the length of a piece: a point that lies on a curve
    private static final double SAME_POINT = 1e-3;  // sizes

    private final Problem problem;
    private final Range[] ranges; // [2]
    private final Function<double[], Equilibria> find;
    private final List<TwoParameterDiagram.Line> lines = new ArrayList<>();
    private final LoopSearch loops;
    private int cuts;

    TwoParameterSearch(Site site, Range[] ranges) {
        this.problem = site.problem();
        this.ranges = ranges.clone();
        this.find = site.find();
        this.loops = new LoopSearch(problem, this.ranges);
    }

    TwoParameterDiagram diagram(GridSearch search, TwoParameterDiagram.Look look, DoubleConsumer progress) {
        boolean smooth = look.cycles();
        for (double part : CUTS) {
            for (int active = 0; active < 2; active++) cut(active, ranges[active], ranges[1 - active].at(part), SLICES, smooth && part == CUTS[0]);
            progress.accept(CURVES * cuts / (2 * CUTS.length));
        }
        TwoParameterDiagram.Grid grid = search.grid(look.columns(), look.rows(), part -> progress.accept(CURVES + COARSE * part));
        GridLines neighbours = new GridLines(grid);
        repair(neighbours);
        int left = (int) neighbours.differing().stream().filter(GridLines.Pair::odd).count();
        double begin = CURVES + COARSE;
        for (int k = 0; k < look.halvings() && !stopped(); k++) {
            double from = begin + (1 - begin) * k / look.halvings(), width = (1 - begin) / look.halvings();
            grid = search.refined(grid, part -> progress.accept(from + width * part));
        }
        return new TwoParameterDiagram(List.copyOf(lines), List.copyOf(loops.lines()), special(), grid, cuts, unexplained(neighbours, false), unexplained(neighbours, true), left);
    }

    private static boolean stopped() {
        return Thread.currentThread().isInterrupted();
    }

    /// The diagram in one parameter, at a value of the other one; a curve through each of its points that lies on none.
    private void cut(int active, Range range, double other, int slices, boolean round) {
        if (stopped()) return;
        cuts++;
        double[] p = new double[2];
        p[active] = range.at(0.5);
        p[1 - active] = other;
        EquilibriumDiagram equilibria = EquilibriumDiagram.of(problem, p, active, range, find, slices);
        for (EquilibriumDiagram.Line line : equilibria.lines()) {
            for (Bifurcation special : line.special()) through(special, active);
        }
        if (round && problem.dimension() > 1) loops.cut(equilibria, p, active, range, slices);
    }

    private void through(Bifurcation special, int active) {
        switch (special) {
            case Bifurcation.SaddleNode fold -> {
                if (!known(fold.at(), TwoParameterDiagram.Kind.SADDLE_NODE)) add(TwoParameterDiagram.Kind.SADDLE_NODE, growing -> TwoParameterBranch.of(problem, fold, active, 1 - active, ordered(active), growing), active);
            }
            case Bifurcation.Hopf hopf -> {
                if (!known(hopf.at(), TwoParameterDiagram.Kind.HOPF)) add(TwoParameterDiagram.Kind.HOPF, growing -> TwoParameterBranch.of(problem, hopf, active, 1 - active, ordered(active), growing), active);
            }
            case Bifurcation.BranchPoint _, Bifurcation.FoldOfCycles _, Bifurcation.PeriodDoubling _, Bifurcation.Torus _, Bifurcation.BranchPointOfCycles _ -> { }
        }
    }

    private Range[] ordered(int active) {
        return new Range[] {ranges[active], ranges[1 - active]};
    }

    private void add(TwoParameterDiagram.Kind kind, Function<Boolean, Optional<TwoParameterBranch>> both, int active) {
        Optional<TwoParameterBranch> up = both.apply(true);
        if (up.isEmpty() || stopped()) return;
        Half forwards = walk(up.get(), active);
        if (forwards.ending() instanceof Ending.ClosedLoop) {
            lines.add(new TwoParameterDiagram.Line(kind, forwards.points(), forwards.ending(), forwards.ending()));
            return;
        }
        Optional<TwoParameterBranch> down = both.apply(false);
        if (down.isEmpty()) return;
        Half backwards = walk(down.get(), active);
        List<TwoParameterBranch.Point> points = new ArrayList<>(backwards.points().reversed());
        points.addAll(forwards.points().subList(1, forwards.points().size()));
        lines.add(new TwoParameterDiagram.Line(kind, points, backwards.ending(), forwards.ending()));
    }

    private record Half(List<TwoParameterBranch.Point> points, Ending ending) {}

    private static Half walk(TwoParameterBranch branch, int active) {
        List<TwoParameterBranch.Point> points = new ArrayList<>();
        branch.forEachRemaining(p -> points.add(active == 0 ? p : p.swapped()));
        Ending ending = branch.ending().orElseThrow();
        return new Half(points, active == 1 && ending instanceof Ending.AtDoublePoint(DoublePoint at) ? new Ending.AtDoublePoint(at.swapped()) : ending);
    }

    /// Whether the point of a diagram in one parameter lies on a curve that is known.
    private boolean known(Equilibrium at, TwoParameterDiagram.Kind kind) {
        double[] x = place(at);
        for (TwoParameterDiagram.Line line : lines) {
            if (line.kind() != kind) continue;
            for (int k = 1; k < line.points().size(); k++) if (near(place(line.points().get(k - 1).equilibrium()), place(line.points().get(k).equilibrium()), x)) return true;
        }
        return false;
    }

    /// State and parameters in sizes // [n+2]
    private double[] place(Equilibrium at) {
        int n = problem.dimension();
        double[] x = new double[n + 2];
        for (int i = 0; i < n; i++) x[i] = at.state()[i] / problem.size()[i];
        for (int j = 0; j < 2; j++) x[n + j] = at.parameters()[j] / problem.parameterSize()[j];
        return x;
    }

    /// Whether x lies on the straight piece from a to b, but for how much that piece may bend.
    private static boolean near(double[] a, double[] b, double[] x) {
        double square = 0, along = 0;
        for (int i = 0; i < x.length; i++) {
            square += (b[i] - a[i]) * (b[i] - a[i]);
            along += (b[i] - a[i]) * (x[i] - a[i]);
        }
        double part = square > 0 ? Math.clamp(along / square, 0, 1) : 0;
        double gap = 0;
        for (int i = 0; i < x.length; i++) gap += StrictMath.pow(x[i] - a[i] - part * (b[i] - a[i]), 2);
        return gap < SAME * SAME * (1 + square);
    }

    /// Cuts between neighbours of the grid that differ without a curve between them.
    private void repair(GridLines neighbours) {
        int[] repairs = new int[2]; // where equilibria differ, where cycles do
        for (GridLines.Pair pair : neighbours.differing()) {
            int sort = pair.round() ? 1 : 0;
            if (repairs[sort] == MOST_REPAIRS || stopped()) continue;
            if (pair.odd() || neighbours.crossed(pair, curves())) continue;
            double from = pair.from().parameters()[pair.active()], to = pair.to().parameters()[pair.active()];
            double reach = (pair.round() ? AROUND : BESIDE) * (to - from);
            repairs[sort]++;
            cut(pair.active(), new Range(from - reach, to + reach), pair.from().parameters()[1 - pair.active()], REPAIR_SLICES, pair.round());
        }
    }

    private int unexplained(GridLines neighbours, boolean round) {
        return (int) neighbours.differing().stream().filter(pair -> pair.round() == round && !pair.odd() && !neighbours.crossed(pair, curves())).count();
    }

    private List<List<double[]>> curves() {
        List<List<double[]>> curves = new ArrayList<>();
        lines.forEach(line -> curves.add(line.points().stream().map(TwoParameterBranch.Point::parameters).toList()));
        loops.lines().forEach(line -> curves.add(line.points().stream().map(TwoParameterDiagram.LoopPoint::parameters).toList()));
        return curves;
    }

    /// Double points, each once although two curves pass it.
    private List<DoublePoint> special() {
        List<DoublePoint> all = new ArrayList<>();
        lines.stream().flatMap(TwoParameterDiagram.Line::special).forEach(point -> {
            if (all.stream().noneMatch(p -> p.getClass() == point.getClass() && same(p, point))) all.add(point);
        });
        all.addAll(loops.special());
        return List.copyOf(all);
    }

    private boolean same(DoublePoint a, DoublePoint b) {
        double[] x = place(a.at()), y = place(b.at());
        for (int i = 0; i < x.length; i++) if (!(Math.abs(x[i] - y[i]) < SAME_POINT)) return false;
        return true;
    }
}
