package loligo.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import loligo.dynamics.Range;
import loligo.dynamics.Site;
import loligo.dynamics.TwoParameterBranch;
import loligo.dynamics.TwoParameterDiagram;
import loligo.kernel.Kernel;
import loligo.model.Equations;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.solver.Outcome;

/// Follows saddle-nodes and Hopf points of a preparation through a rectangle of two of its numbers, and asks the points of a grid what they hold.
final class PhaseDiagramSearch {
    static final List<String> CITES = List.of("keller-1977", "roose-hlavacek-1985", "kuznetsov-2004", "lapack-1999");
    static final String FREQUENCY = "frequency";
    static final String LYAPUNOV = "lyapunov";
    private static final double TOLERANCE = 1e-11; // sizes, where Newton's method ends at a special point
    private static final TwoParameterDiagram.Look FEW = new TwoParameterDiagram.Look(32, 24, 2);
    private static final TwoParameterDiagram.Look MANY = new TwoParameterDiagram.Look(16, 12, 2); // where each orbit costs more
    private static final int MANY_UNKNOWNS = 6;

    private final Study.PhaseDiagram study;
    private final Kernel kernel;

    private PhaseDiagramSearch(Study.PhaseDiagram study) {
        this.study = study;
        this.kernel = Kernel.compile(study.on().equations());
    }

    /// On a thread that is interrupted when asked to.
    static Result.PhaseDiagram perform(Study.PhaseDiagram study, int lanes, Progress progress) {
        return new PhaseDiagramSearch(study).search(lanes, progress);
    }

    private Site site() {
        return new FreePreparation(kernel, List.of(study.x(), study.y()), study.within()).site();
    }

    private Result.PhaseDiagram search(int lanes, Progress progress) {
        TwoParameterDiagram.Look look = kernel.equations().states().size() < MANY_UNKNOWNS ? FEW : MANY;
        TwoParameterDiagram found = TwoParameterDiagram.of(this::site, new Range[] {study.x().over(), study.y().over()}, look, lanes, part -> progress.reached(study.name(), part));
        Meetings meetings = new Meetings(study);
        List<Result.Branch> curves = new ArrayList<>();
        for (TwoParameterDiagram.Line line : found.lines()) {
            curves.add(new Result.Branch(line.kind() == TwoParameterDiagram.Kind.HOPF ? "hopf" : "saddle_node", meetings.ending(line.begin(), line.points().getFirst()), meetings.ending(line.end(), line.points().getLast()), series(line)));
        }
        curves.sort(Comparator.comparing(Result.Branch::kind).reversed());
        Outcome outcome = Thread.currentThread().isInterrupted() ? new Outcome.Stopped("interrupted", Double.NaN, "stopped on request; the curves found until then are kept") : new Outcome.Completed(counted(found));
        return new Result.PhaseDiagram(study, outcome, new Result.Procedure("pseudo-arclength continuation in two numbers", CITES, TOLERANCE, Double.NaN), List.copyOf(curves), meetings.of(found.special()), Regions.of(found.grid()), sentences(found));
    }

    private static String counted(TwoParameterDiagram found) {
        long folds = found.lines().stream().filter(l -> l.kind() == TwoParameterDiagram.Kind.SADDLE_NODE).count();
        return Continuation.counted(folds, "curve", "curves") + " of saddle-nodes, " + Continuation.counted(found.lines().size() - folds, "curve", "curves") + " of Hopf points";
    }

    private String sentences(TwoParameterDiagram found) {
        TwoParameterDiagram.Grid grid = found.grid();
        String first = "Points to begin at were sought along " + Continuation.counted(found.cuts(), "line", "lines") + " through the rectangle, and followed both ways. ";
        if (grid.cells().size() < grid.columns() * grid.rows()) return first + "The grid was not finished.";
        String second = "Equilibria were counted at " + grid.columns() + " by " + grid.rows() + " points without the curves: "
                + (found.unexplained() == 0 ? "wherever neighbours differ, a curve passes between them. " : "between " + Continuation.counted(found.unexplained(), "pair", "pairs") + " of neighbours they change and no curve passes: there something is missing. ")
                + (found.left() == 0 ? "" : "Between " + Continuation.counted(found.left(), "pair", "pairs") + " an equilibrium leaves the range in which " + study.on().equations().states().getFirst().name() + " is looked for. ");
        boolean smooth = kernel.equations().resets().isEmpty();
        return first + second + (smooth ? "Cycles are those on which orbits settle that leave the equilibria at these points; a region that lies between the points, and curves on which cycles fold or become loops, are not in the picture."
                : "Resets are no part of it: the picture is of what stands still without them.");
    }

    private Series series(TwoParameterDiagram.Line line) {
        List<TwoParameterBranch.Point> points = line.points();
        List<Series.Column> columns = new ArrayList<>();
        columns.add(column(study.y().vary().name(), study.y().vary().unit(), points, p -> p.parameters()[1]));
        List<Equations.State> states = study.on().equations().states();
        for (int i = 0; i < states.size(); i++) {
            int unknown = i;
            columns.add(column(states.get(i).name(), states.get(i).unit(), points, p -> p.equilibrium().state()[unknown]));
        }
        columns.add(column(BranchSeries.UNSTABLE, Unit.ONE, points, p -> elsewhere(p, line.kind())));
        if (line.kind() == TwoParameterDiagram.Kind.HOPF) {
            columns.add(column(FREQUENCY, Dimension.TIME.power(-1).unit(), points, PhaseDiagramSearch::frequency));
            columns.add(column(LYAPUNOV, Unit.ONE, points, TwoParameterBranch.Point::coefficient));
        }
        return new Series(column(study.x().vary().name(), study.x().vary().unit(), points, p -> p.parameters()[0]), List.copyOf(columns));
    }

    /// How many directions grow beside the one, or the pair, that stands on the imaginary axis.
    private static int elsewhere(TwoParameterBranch.Point point, TwoParameterDiagram.Kind kind) {
        double[][] pairs = point.equilibrium().eigenvalues();
        int critical = critical(pairs, kind);
        int growing = 0;
        for (int i = 0; i < pairs.length; i++) {
            boolean own = i == critical || kind == TwoParameterDiagram.Kind.HOPF && critical >= 0 && pairs[i][1] == -pairs[critical][1] && pairs[i][0] == pairs[critical][0];
            if (!own && pairs[i][0] > 0) growing++;
        }
        return growing;
    }

    /// The eigenvalue of the curve's own kind nearest to the axis; -1 for none.
    private static int critical(double[][] pairs, TwoParameterDiagram.Kind kind) {
        ToDoubleFunction<double[]> away = kind == TwoParameterDiagram.Kind.HOPF ? pair -> Math.abs(pair[0]) : pair -> StrictMath.hypot(pair[0], pair[1]);
        int nearest = -1;
        for (int i = 0; i < pairs.length; i++) {
            if (kind == TwoParameterDiagram.Kind.HOPF && !(pairs[i][1] > 0)) continue;
            if (nearest < 0 || away.applyAsDouble(pairs[i]) < away.applyAsDouble(pairs[nearest])) nearest = i;
        }
        return nearest;
    }

    private static double frequency(TwoParameterBranch.Point point) {
        double[][] pairs = point.equilibrium().eigenvalues();
        int critical = critical(pairs, TwoParameterDiagram.Kind.HOPF);
        return critical < 0 ? 0 : pairs[critical][1];
    }

    private static Series.Column column(String name, Unit unit, List<TwoParameterBranch.Point> points, ToDoubleFunction<TwoParameterBranch.Point> value) {
        return new Series.Column(name, unit, points.stream().mapToDouble(value).toArray());
    }
}
