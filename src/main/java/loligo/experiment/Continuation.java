package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.dynamics.CycleDiagram;
import loligo.dynamics.Equilibria;
import loligo.dynamics.EquilibriumDiagram;
import loligo.dynamics.Problem;
import loligo.dynamics.Range;
import loligo.solver.Outcome;

/// Follows all equilibria of a preparation through the range of one of its numbers, then the cycles.
final class Continuation {
    static final List<String> CITES = List.of("keller-1977", "doedel-1981", "ascher-christiansen-russell-1981", "fairgrieve-jepson-1991", "kuznetsov-2004", "lapack-1999");
    private static final int SLICES = 24; // values of the number at which all equilibria are sought
    private static final int ORBITS = 12; // values at which orbits are simulated where no stable cycle is known
    private static final double TOLERANCE = 1e-9; // sizes, where Newton's method ends on a branch

    private final Study.Continue study;
    private final FreePreparation on;

    private Continuation(Study.Continue study) {
        this.study = study;
        this.on = new FreePreparation(study.on(), List.of(new Study.Free(study.vary(), study.over())), study.within());
    }

    /// On a thread that is interrupted when asked to.
    static Result.Diagram perform(Study.Continue study, Progress progress) {
        return new Continuation(study).follow(progress);
    }

    private Result.Diagram follow(Progress progress) {
        Range range = study.over();
        double[] parameters = {range.at(0.5)};
        Problem problem = on.problem();
        EquilibriumDiagram equilibria = EquilibriumDiagram.of(problem, parameters, 0, range, on::standstills, SLICES);
        progress.reached(study.name(), 0.2);
        boolean smooth = on.equations().resets().isEmpty();
        CycleDiagram cycles = study.cycles() && smooth ? CycleDiagram.of(problem, parameters, 0, range, equilibria, ORBITS) : CycleDiagram.NONE;
        progress.reached(study.name(), 1);
        Telling telling = new Telling(study);
        List<Result.Branch> branches = new ArrayList<>();
        equilibria.lines().forEach(line -> branches.add(new Result.Branch("equilibria", telling.ending(line.begin()), telling.ending(line.end()), BranchSeries.ofEquilibria(study, line.points()))));
        cycles.lines().forEach(line -> branches.add(new Result.Branch("cycles", telling.ending(line.begin()), telling.ending(line.end()), BranchSeries.ofCycles(study, line.points()))));
        String sentences = searched(equilibria) + (study.cycles() ? " " + (smooth ? searched(cycles) : "Resets are no part of it, and cycles of equations with resets are not followed.") : "");
        return new Result.Diagram(study, outcome(branches), new Result.Procedure("pseudo-arclength continuation, cycles by collocation", CITES, TOLERANCE, Double.NaN), branches,
                new Landmarks(study, telling).of(equilibria, cycles), sentences);
    }

    private Outcome outcome(List<Result.Branch> branches) {
        if (Thread.currentThread().isInterrupted()) return new Outcome.Stopped("interrupted", Double.NaN, "stopped on request; the branches found until then are kept");
        long equilibria = branches.stream().filter(b -> b.kind().equals("equilibria")).count();
        return new Outcome.Completed(counted(equilibria, "branch", "branches") + " of equilibria, " + counted(branches.size() - equilibria, "branch", "branches") + " of cycles");
    }

    static String counted(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    private String searched(EquilibriumDiagram equilibria) {
        if (equilibria.searched().isEmpty()) return "Nothing was searched.";
        boolean sampled = equilibria.searched().getFirst().completeness() instanceof Equilibria.Completeness.Sampled;
        String first = on.equations().states().getFirst().name();
        return "Equilibria were sought at " + equilibria.searched().size() + " values of " + study.vary().name() + " by " + (sampled ? "sampling the steady-state balance over " + first : "Newton's method with deflation")
                + ", and every branch found was followed both ways; one that lies between those values altogether would be missed. No step is longer than an 80th of the range: what begins and ends within one may be missed, and a narrower range shows it.";
    }

    private static String searched(CycleDiagram cycles) {
        if (!cycles.whole()) return "Following cycles was stopped when it had cost as much as one study may; a smaller range costs less. Cycles that are not in the picture would be missed.";
        String settled = cycles.simulated() == 0 ? "" : ", and at " + cycles.simulated() + " values where none of those is stable orbits that leave equilibria, or are kicked from them, were simulated";
        return "Cycles were followed from every Hopf point" + settled + "; cycles apart from all of these would be missed."
                + (cycles.unconfirmed() == 0 ? "" : " Signs of " + counted(cycles.unconfirmed(), "more special point", "more special points") + " of cycles were not confirmed on a finer mesh.");
    }
}
