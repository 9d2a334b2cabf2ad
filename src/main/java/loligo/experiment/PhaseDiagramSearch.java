package loligo.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import loligo.dynamics.Range;
import loligo.dynamics.Site;
import loligo.dynamics.TwoParameterDiagram;
import loligo.kernel.Kernel;
import loligo.solver.Outcome;

/// Follows saddle-nodes and Hopf points of a preparation through a rectangle of two of its numbers, and asks the points of a grid what they hold.
final class PhaseDiagramSearch {
    static final List<String> CITES = List.of("keller-1977", "roose-hlavacek-1985", "doedel-1981", "ascher-christiansen-russell-1981", "schecter-1987", "kuznetsov-2004", "lapack-1999");
    private static final List<String> ORDER = List.of("saddle_node", "hopf", "fold_of_cycles", "homoclinic", "snic");
    private static final double TOLERANCE = 1e-11; // sizes, where Newton's method ends at a special point
    private static final TwoParameterDiagram.Look FEW = new TwoParameterDiagram.Look(32, 24, 2, true);
    private static final TwoParameterDiagram.Look MANY = new TwoParameterDiagram.Look(16, 12, 2, true); // where each orbit costs more
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
        TwoParameterDiagram.Look many = kernel.equations().states().size() < MANY_UNKNOWNS ? FEW : MANY;
        TwoParameterDiagram.Look look = kernel.equations().resets().isEmpty() ? many : many.still();
        TwoParameterDiagram found = TwoParameterDiagram.of(this::site, new Range[] {study.x().over(), study.y().over()}, look, lanes, part -> progress.reached(study.name(), part));
        Meetings meetings = new Meetings(study);
        MapSeries series = new MapSeries(study);
        List<Result.Branch> curves = new ArrayList<>();
        for (TwoParameterDiagram.Line line : found.lines()) {
            curves.add(new Result.Branch(word(line.kind()), meetings.ending(line.begin(), line.points().getFirst().parameters()), meetings.ending(line.end(), line.points().getLast().parameters()), series.of(line)));
        }
        for (TwoParameterDiagram.LoopLine line : found.loops()) {
            curves.add(new Result.Branch(word(line.kind()), meetings.ending(line.begin(), line.points().getFirst().parameters()), meetings.ending(line.end(), line.points().getLast().parameters()), series.of(line)));
        }
        curves.sort(Comparator.comparingInt(c -> ORDER.indexOf(c.kind())));
        Outcome outcome = Thread.currentThread().isInterrupted() ? new Outcome.Stopped("interrupted", Double.NaN, "stopped on request; the curves found until then are kept") : new Outcome.Completed(counted(curves));
        return new Result.PhaseDiagram(study, outcome, new Result.Procedure("pseudo-arclength continuation in two numbers", CITES, TOLERANCE, Double.NaN), List.copyOf(curves), meetings.of(found.special()), Regions.of(found.grid()), sentences(found, look));
    }

    private static String word(TwoParameterDiagram.Kind kind) {
        return switch (kind) {
            case SADDLE_NODE -> "saddle_node";
            case HOPF -> "hopf";
            case FOLD_OF_CYCLES -> "fold_of_cycles";
            case HOMOCLINIC -> "homoclinic";
            case SNIC -> "snic";
        };
    }

    private static String counted(List<Result.Branch> curves) {
        List<String> parts = new ArrayList<>();
        for (String kind : ORDER) {
            long count = curves.stream().filter(c -> c.kind().equals(kind)).count();
            if (count > 0) parts.add(Digits.counted(count, "curve", "curves") + " of " + PhaseDiagramTable.plural(kind));
        }
        return parts.isEmpty() ? "nothing changes in kind" : String.join(", ", parts);
    }

    private String sentences(TwoParameterDiagram found, TwoParameterDiagram.Look look) {
        String first = "Points to begin at were sought along " + Digits.counted(found.cuts(), "line", "lines") + " through the rectangle, and followed both ways. ";
        if (found.grid().cells().size() < look.columns() * look.rows()) return first + "The grid was not finished.";
        String second = "What rests and what goes round was looked for at " + look.columns() + " by " + look.rows() + " points without the curves, and more closely where neighbours differ: "
                + (found.unexplained() == 0 ? "wherever equilibria come or go, a curve passes. " : "between " + Digits.counted(found.unexplained(), "pair", "pairs") + " of neighbours equilibria come or go and no curve passes: there something is missing. ")
                + (found.unborn() == 0 ? "" : "Between " + Digits.counted(found.unborn(), "pair", "pairs") + " of neighbours cycles come or go and no curve passes. ")
                + (found.left() == 0 ? "" : "Between " + Digits.counted(found.left(), "pair", "pairs") + " an equilibrium leaves the range in which " + study.on().equations().states().getFirst().name() + " is looked for. ");
        return first + second + (look.cycles() ? "Cycles are those on which orbits settle that leave the equilibria, or a neighbour's cycle; a region that lies between the points is not in the picture."
                : "Resets are no part of it: the picture is of what stands still without them.");
    }
}
