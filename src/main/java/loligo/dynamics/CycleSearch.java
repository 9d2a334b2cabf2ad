package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Seeks branches of cycles. Its work is bounded, by a count and not by a clock, so that the same is found on every machine.
final class CycleSearch {
    private static final long MOST_WORK = 160_000_000; // see CycleBranch.work
    private static final double SAME_POINT = 1e-6;     // of the parameter
    private static final double SAME_PERIOD = 0.05;
    private static final double SAME_HEIGHT = 2;       // sizes
    private static final double KICK = 50;             // sizes
    private static final double SETTLING = 10;         // times the slowest time constant of the equilibrium

    private final Problem problem;
    private final int active;
    private final Range range;
    private final long most; // work
    private final List<CycleDiagram.Line> lines = new ArrayList<>();
    private long work;
    private int unconfirmed;
    private boolean cut; // a branch that had cost too much

    CycleSearch(Problem problem, int active, Range range) {
        this(problem, active, range, MOST_WORK);
    }

    /// @param most what all branches may cost
    CycleSearch(Problem problem, int active, Range range, long most) {
        this.most = most;
        this.problem = problem;
        this.active = active;
        this.range = range;
    }

    CycleDiagram diagram(double[] parameters, EquilibriumDiagram equilibria, int slices) {
        for (EquilibriumDiagram.Line line : equilibria.lines()) {
            for (Bifurcation special : line.special()) if (special instanceof Bifurcation.Hopf hopf) born(hopf);
        }
        int simulated = 0;
        for (int k = 0; k < slices && problem.dimension() > 1; k++) {
            double[] p = parameters.clone();
            p[active] = range.at((k + 0.5) / slices);
            if (stopped() || lines.stream().anyMatch(l -> stableAt(l, p[active]))) continue;
            equilibria.at(problem, p, active).forEach(this::settle);
            simulated++;
        }
        return new CycleDiagram(List.copyOf(lines), simulated, unconfirmed, !cut && work < most);
    }

    private boolean stopped() {
        return work >= most || Thread.currentThread().isInterrupted();
    }

    private void born(Bifurcation.Hopf hopf) {
        if (stopped() || lines.stream().anyMatch(l -> ends(l.begin(), hopf) || ends(l.end(), hopf))) return;
        lines.add(walk(new Ending.AtHopf(hopf), Cycles.from(problem, hopf, active, range)));
    }

    private boolean ends(Ending ending, Bifurcation.Hopf hopf) {
        return ending instanceof Ending.AtHopf(Bifurcation.Hopf other) && Math.abs(other.parameter() - hopf.parameter()) < SAME_POINT * (1 + Math.abs(hopf.parameter()))
                && problem.distance(other.at().state(), hopf.at().state()) < 1;
    }

    private CycleDiagram.Line walk(Ending begin, CycleBranch branch) {
        List<CycleBranch.Point> points = new ArrayList<>();
        // half at most, so that a branch on which the parameter stands still starves no other
        while (branch.hasNext() && branch.work() < Math.min(most / 2, most - work)) points.add(branch.next());
        work += branch.work();
        cut |= branch.hasNext();
        unconfirmed += branch.unconfirmed();
        return new CycleDiagram.Line(points, begin, branch.ending().orElseGet(() -> new Ending.TooLong(points.size())));
    }

    /// Orbits that leave an equilibrium to either side of the first unknown, from beside it where it is unstable, and after a kick.
    private void settle(Equilibrium e) {
        for (double away : kicks(e)) {
            if (stopped()) return;
            Optional<Cycle> cycle = settled(problem, e, away);
            if (cycle.isPresent() && lines.stream().noneMatch(l -> passes(l, cycle.get()))) lines.add(bothWays(cycle.get()));
        }
    }

    /// How far from an equilibrium to begin, in sizes of the first unknown; nowhere where one of its directions stands still.
    static double[] kicks(Equilibrium e) {
        if (!(slowest(e) > 0)) return new double[0];
        return e.growing() > 0 ? new double[] {-1, 1, -KICK, KICK} : new double[] {-KICK, KICK};
    }

    /// The cycle on which an orbit settles that begins beside an equilibrium.
    static Optional<Cycle> settled(Problem problem, Equilibrium e, double away) {
        return Cycles.settled(problem, beside(problem, e, away), e.parameters(), time(e));
    }

    /// How long an orbit beside an equilibrium may take to settle, at first.
    static double time(Equilibrium e) {
        return SETTLING / slowest(e);
    }

    static double[] beside(Problem problem, Equilibrium e, double away) {
        double[] state = e.state().clone();
        state[0] += away * problem.size()[0];
        return state;
    }

    private static double slowest(Equilibrium e) {
        double slowest = Double.POSITIVE_INFINITY;
        for (double[] pair : e.eigenvalues()) slowest = Math.min(slowest, StrictMath.hypot(pair[0], pair[1]));
        return slowest;
    }

    private CycleDiagram.Line bothWays(Cycle cycle) {
        Ending begin = new Ending.Interrupted(cycle.parameters()[active]);
        CycleDiagram.Line up = walk(begin, Cycles.from(problem, cycle, active, range, true));
        if (up.end() instanceof Ending.ClosedLoop) return new CycleDiagram.Line(up.points(), up.end(), up.end());
        CycleDiagram.Line down = walk(begin, Cycles.from(problem, cycle, active, range, false));
        List<CycleBranch.Point> points = new ArrayList<>(down.points().reversed());
        points.addAll(up.points().subList(Math.min(1, up.points().size()), up.points().size()));
        return new CycleDiagram.Line(points, down.end(), up.end());
    }

    private static boolean stableAt(CycleDiagram.Line line, double parameter) {
        for (int k = 1; k < line.points().size(); k++) {
            CycleBranch.Point a = line.points().get(k - 1), b = line.points().get(k);
            if (between(a, b, parameter) && (a.cycle().stable() || b.cycle().stable())) return true;
        }
        return false;
    }

    private static boolean between(CycleBranch.Point a, CycleBranch.Point b, double parameter) {
        return (a.parameter() - parameter) * (b.parameter() - parameter) <= 0;
    }

    /// Whether a branch passes a cycle of about this period and height at its parameter.
    private boolean passes(CycleDiagram.Line line, Cycle cycle) {
        double parameter = cycle.parameters()[active];
        double high = cycle.extent(0)[1];
        for (int k = 1; k < line.points().size(); k++) {
            CycleBranch.Point a = line.points().get(k - 1), b = line.points().get(k);
            if (!between(a, b, parameter)) continue;
            double fraction = a.parameter() == b.parameter() ? 0 : (parameter - a.parameter()) / (b.parameter() - a.parameter());
            double period = a.cycle().period() + fraction * (b.cycle().period() - a.cycle().period());
            double top = a.cycle().extent(0)[1] + fraction * (b.cycle().extent(0)[1] - a.cycle().extent(0)[1]);
            if (Math.abs(period / cycle.period() - 1) < SAME_PERIOD && Math.abs(top - high) < SAME_HEIGHT * problem.size()[0]) return true;
        }
        return false;
    }
}
