package loligo.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import loligo.dynamics.LongPeriodBranch.Stay;

/// Seeks curves of cycles in a rectangle of two parameters, from diagrams in one: folds of cycles, and homoclinic orbits and saddle-nodes on cycles by cycles of one long period.
/// Its work is bounded by counts.
final class LoopSearch {
    private static final long MOST_OF_CUT = 20_000_000;   // see CycleBranch.work
    private static final long MOST_OF_CURVE = 60_000_000;
    private static final int MOST_CURVES = 16;
    private static final double SAME = 0.5;               // sizes of the parameters: a start that lies on a curve
    private static final double SAME_PERIOD = 0.1;        // of its logarithm

    private static final double SLOWER = 8;               // times the period of a curve: a first longer one, to see where it leads; a second twice as long

    private final Problem problem;
    private final Range[] ranges; // [2]
    private final List<TwoParameterDiagram.LoopLine> lines = new ArrayList<>();
    private final List<DoublePoint> special = new ArrayList<>();
    private int curves;

    LoopSearch(Problem problem, Range[] ranges) {
        this.problem = problem;
        this.ranges = ranges;
    }

    List<TwoParameterDiagram.LoopLine> lines() {
        return lines;
    }

    List<DoublePoint> special() {
        return special;
    }

    /// A curve through each of the special points of the cycles along a line that lies on none.
    void cut(EquilibriumDiagram equilibria, double[] parameters, int active, Range range, int slices) {
        for (CycleDiagram.Line line : new CycleSearch(problem, active, range, MOST_OF_CUT).diagram(parameters, equilibria, slices).lines()) {
            for (Bifurcation point : line.special()) if (point instanceof Bifurcation.FoldOfCycles fold) folds(fold, active);
            if (endless(line.begin())) infinite(line.points(), active);
            if (endless(line.end())) infinite(line.points().reversed(), active);
        }
    }

    private static boolean endless(Ending ending) {
        return ending instanceof Ending.Homoclinic || ending instanceof Ending.Snic || ending instanceof Ending.InfinitePeriod;
    }

    private boolean stopped() {
        return curves >= MOST_CURVES || Thread.currentThread().isInterrupted();
    }

    private Range[] ordered(int active) {
        return new Range[] {ranges[active], ranges[1 - active]};
    }

    private void folds(Bifurcation.FoldOfCycles fold, int active) {
        if (stopped() || known(fold.at(), TwoParameterDiagram.Kind.FOLD_OF_CYCLES, SAME_PERIOD)) return;
        curves++;
        Function<Boolean, Optional<FoldOfCyclesBranch>> both = growing -> FoldOfCyclesBranch.of(problem, fold, active, 1 - active, ordered(active), growing);
        Optional<Walked<Cycle>> one = both.apply(true).map(b -> walk(b, b::work)), other = both.apply(false).map(b -> walk(b, b::work));
        if (one.isEmpty() || other.isEmpty()) return;
        List<TwoParameterDiagram.LoopPoint> points = joined(other.get().points(), one.get().points()).stream().map(c -> new TwoParameterDiagram.LoopPoint(c.parameters(), c, Double.NaN)).toList();
        lines.add(new TwoParameterDiagram.LoopLine(TwoParameterDiagram.Kind.FOLD_OF_CYCLES, points, other.get().ending(), one.get().ending()));
    }

    private record Walked<P>(List<P> points, Ending ending) {}

    private static <P> Walked<P> walk(Trail<?, P> branch, LongSupplier work) {
        List<P> points = new ArrayList<>();
        while (branch.hasNext() && work.getAsLong() < MOST_OF_CURVE) points.add(branch.next());
        return new Walked<>(points, branch.ending().orElseGet(() -> new Ending.TooLong(points.size())));
    }

    private static <P> List<P> joined(List<P> backwards, List<P> forwards) {
        List<P> all = new ArrayList<>(backwards.reversed());
        all.addAll(forwards.subList(Math.min(1, forwards.size()), forwards.size()));
        return all;
    }

    /// @param points of a branch, the one of the longest period first
    private void infinite(List<CycleBranch.Point> points, int active) {
        if (points.isEmpty() || stopped()) return;
        Cycle longest = points.getFirst().cycle();
        if (known(longest, TwoParameterDiagram.Kind.HOMOCLINIC, Double.POSITIVE_INFINITY) || known(longest, TwoParameterDiagram.Kind.SNIC, Double.POSITIVE_INFINITY)) return;
        curves++;
        Optional<Path> found = path(longest, active);
        if (found.isEmpty()) return;
        Path path = found.get();
        List<Integer> corners = new ArrayList<>();
        for (int k = 0; k < path.points().size(); k++) if (path.points().get(k).meeting().isPresent()) corners.add(k);
        List<DoublePoint> meetings = corners.stream().map(k -> meeting(path.points(), k, active)).toList();
        special.addAll(meetings);
        for (int k = 0; k <= corners.size(); k++) {
            List<LongPeriodBranch.Point> piece = path.points().subList(k == 0 ? 0 : corners.get(k - 1), k == corners.size() ? path.points().size() : corners.get(k) + 1);
            piece(piece, k == 0 ? path.begin() : new Ending.AtDoublePoint(meetings.get(k - 1)), k == corners.size() ? path.end() : new Ending.AtDoublePoint(meetings.get(k)));
        }
    }

    private record Path(List<LongPeriodBranch.Point> points, Ending begin, Ending end) {}

    private Optional<Path> path(Cycle through, int active) {
        Function<Boolean, Optional<LongPeriodBranch>> both = growing -> LongPeriodBranch.of(problem, through, active, 1 - active, ordered(active), growing);
        Optional<Walked<LongPeriodBranch.Point>> one = both.apply(true).map(b -> walk(b, b::work)), other = both.apply(false).map(b -> walk(b, b::work));
        if (one.isEmpty() || other.isEmpty()) return Optional.empty();
        return Optional.of(new Path(joined(other.get().points(), one.get().points()), other.get().ending(), one.get().ending()));
    }

    /// Where a saddle-node comes onto the loop. Such points of finite periods approach it like one over the period, as the passage of a saddle-node takes one over where it is entered: so two
    /// longer periods are taken, from cycles that pass the saddle-node more slowly, and the law is followed to its end.
    private DoublePoint meeting(List<LongPeriodBranch.Point> points, int k, int active) {
        LongPeriodBranch.Point at = points.get(k);
        double[] place = at.cycle().parameters();
        double[] error = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        List<Cycle> meeting = new ArrayList<>();
        for (Cycle slower : slower(points, k, active)) corner(slower, active).ifPresent(point -> meeting.add(point.cycle()));
        if (meeting.size() == 2) {
            double[] one = meeting.getFirst().parameters(), two = meeting.getLast().parameters();
            double weight = 1 / (meeting.getLast().period() / meeting.getFirst().period() - 1);
            for (int j = 0; j < 2; j++) {
                place[j] = two[j] + (two[j] - one[j]) * weight;
                error[j] = Math.abs(two[j] - one[j]) * weight + 16 * Math.ulp(place[j]);
            }
        }
        return new DoublePoint.SaddleNodeLoop(at.meeting().orElseThrow().at(), new DoublePoint.Place(place, error));
    }

    /// Cycles of two longer periods, from the nearest one on the curve that passes a saddle-node; fewer where there are none.
    private List<Cycle> slower(List<LongPeriodBranch.Point> points, int k, int active) {
        Optional<LongPeriodBranch.Point> beside = points.stream().filter(p -> p.meeting().isEmpty() && p.stay() instanceof Stay.PastSaddleNode).min(Comparator.comparingInt(p -> Math.abs(points.indexOf(p) - k)));
        if (beside.isEmpty() || !(beside.get().stay() instanceof Stay.PastSaddleNode(Bifurcation.SaddleNode node))) return List.of();
        Cycle start = beside.get().cycle();
        double here = start.parameters()[active], there = node.at().parameters()[active];
        if (!(Math.abs(there - here) > 0)) return List.of();
        double beyond = 0.5 * Math.abs(there - here);
        CycleBranch branch = Cycles.from(problem, start, active, new Range(Math.min(here, there) - beyond, Math.max(here, there) + beyond), there > here);
        List<Cycle> slower = new ArrayList<>();
        while (branch.hasNext() && slower.size() < 2 && branch.work() < MOST_OF_CUT) {
            Cycle cycle = branch.next().cycle();
            if (cycle.period() > (slower.isEmpty() ? SLOWER * start.period() : 2 * slower.getFirst().period())) slower.add(cycle);
        }
        return slower;
    }

    private Optional<LongPeriodBranch.Point> corner(Cycle through, int active) {
        for (boolean growing : new boolean[] {true, false}) {
            Optional<LongPeriodBranch> branch = LongPeriodBranch.of(problem, through, active, 1 - active, ordered(active), growing);
            while (branch.isPresent() && branch.get().hasNext() && branch.get().work() < MOST_OF_CURVE) {
                LongPeriodBranch.Point point = branch.get().next();
                if (point.meeting().isPresent()) return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    private void piece(List<LongPeriodBranch.Point> points, Ending begin, Ending end) {
        long saddles = points.stream().filter(p -> p.stay() instanceof Stay.AtSaddle).count(), nodes = points.stream().filter(p -> p.stay() instanceof Stay.PastSaddleNode).count();
        if (saddles + nodes == 0) return;
        boolean loops = saddles > nodes;
        List<TwoParameterDiagram.LoopPoint> line = new ArrayList<>(points.stream().map(p -> loops ? loop(p) : node(p)).toList());
        if (begin instanceof Ending.AtDoublePoint(DoublePoint at)) line.set(0, new TwoParameterDiagram.LoopPoint(at.parameters(), points.getFirst().cycle(), Double.NaN));
        if (end instanceof Ending.AtDoublePoint(DoublePoint at)) line.set(line.size() - 1, new TwoParameterDiagram.LoopPoint(at.parameters(), points.getLast().cycle(), Double.NaN));
        lines.add(new TwoParameterDiagram.LoopLine(loops ? TwoParameterDiagram.Kind.HOMOCLINIC : TwoParameterDiagram.Kind.SNIC, line, begin, end));
    }

    private static TwoParameterDiagram.LoopPoint loop(LongPeriodBranch.Point point) {
        return new TwoParameterDiagram.LoopPoint(point.cycle().parameters(), point.cycle(), point.stay() instanceof Stay.AtSaddle(Equilibrium _, double quantity) ? quantity : Double.NaN);
    }

    private static TwoParameterDiagram.LoopPoint node(LongPeriodBranch.Point point) {
        return new TwoParameterDiagram.LoopPoint(point.stay() instanceof Stay.PastSaddleNode(Bifurcation.SaddleNode node) ? node.at().parameters() : point.cycle().parameters(), point.cycle(), Double.NaN);
    }

    /// Whether a cycle lies on a curve of its kind.
    private boolean known(Cycle cycle, TwoParameterDiagram.Kind kind, double period) {
        for (TwoParameterDiagram.LoopLine line : lines) {
            for (int k = 1; k < line.points().size() && line.kind() == kind; k++) if (passes(line.points().get(k - 1).cycle(), line.points().get(k).cycle(), cycle, period)) return true;
        }
        return false;
    }

    private boolean passes(Cycle a, Cycle b, Cycle cycle, double period) {
        double[] from = sized(a), to = sized(b), at = sized(cycle);
        double square = 0, along = 0;
        for (int j = 0; j < 2; j++) {
            square += (to[j] - from[j]) * (to[j] - from[j]);
            along += (to[j] - from[j]) * (at[j] - from[j]);
        }
        double part = square > 0 ? Math.clamp(along / square, 0, 1) : 0;
        double gap = StrictMath.hypot(at[0] - from[0] - part * (to[0] - from[0]), at[1] - from[1] - part * (to[1] - from[1]));
        double rate = StrictMath.log(cycle.period() / (a.period() + part * (b.period() - a.period())));
        return gap < SAME && Math.abs(rate) < period;
    }

    private double[] sized(Cycle cycle) {
        double[] p = cycle.parameters();
        return new double[] {p[0] / problem.parameterSize()[0], p[1] / problem.parameterSize()[1]};
    }
}
