package loligo.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Branches of cycles in a range of one parameter: those born at Hopf points, and those to which orbits from unstable equilibria settle.
///
/// @param simulated at so many values of the parameter orbits were simulated in search of cycles that no branch shows
public record CycleDiagram(List<Line> lines, int simulated) {
    private static final double SAME_POINT = 1e-6; // of the parameter
    private static final double SAME_PERIOD = 0.05;
    private static final double SAME_HEIGHT = 2;   // sizes
    private static final double SETTLING = 10;     // times the slowest time constant of the equilibrium

    /// A branch from one end to the other.
    ///
    /// @param points in order along the branch
    public record Line(List<CycleBranch.Point> points, Ending begin, Ending end) {
        /// What happens along it.
        public List<Bifurcation> special() {
            return points.stream().flatMap(p -> p.special().stream()).toList();
        }
    }

    /// Follows the cycles of every Hopf point of a diagram; then, where no stable cycle is known, those that orbits settle on.
    ///
    /// @param parameters the active one is of no account
    /// @param slices at how many values of the parameter orbits are simulated where no stable cycle is known
    public static CycleDiagram of(Problem problem, double[] parameters, int active, Range range, EquilibriumDiagram equilibria, int slices) {
        List<Line> lines = new ArrayList<>();
        for (EquilibriumDiagram.Line line : equilibria.lines()) {
            for (Bifurcation special : line.special()) {
                if (stopped()) break;
                if (special instanceof Bifurcation.Hopf hopf && lines.stream().noneMatch(l -> ends(problem, l, hopf))) {
                    lines.add(walk(new Ending.AtHopf(hopf), Cycles.from(problem, hopf, active, range)));
                }
            }
        }
        int simulated = 0;
        for (int k = 0; k < slices && !stopped(); k++) {
            double[] p = parameters.clone();
            p[active] = range.at((k + 0.5) / slices);
            if (lines.stream().anyMatch(l -> stableAt(l, p[active]))) continue;
            simulated++;
            for (Equilibrium e : equilibria.at(problem, p, active)) {
                if (e.growing() > 0) settle(lines, problem, e, active, range);
            }
        }
        return new CycleDiagram(List.copyOf(lines), simulated);
    }

    private static boolean stopped() {
        return Thread.currentThread().isInterrupted();
    }

    private static boolean ends(Problem problem, Line line, Bifurcation.Hopf hopf) {
        for (Ending ending : List.of(line.begin(), line.end())) {
            if (ending instanceof Ending.AtHopf(Bifurcation.Hopf other) && Math.abs(other.parameter() - hopf.parameter()) < SAME_POINT * (1 + Math.abs(hopf.parameter()))
                    && problem.distance(other.at().state(), hopf.at().state()) < 1) return true;
        }
        return false;
    }

    private static Line walk(Ending begin, CycleBranch branch) {
        List<CycleBranch.Point> points = new ArrayList<>();
        branch.forEachRemaining(points::add);
        return new Line(List.copyOf(points), begin, branch.ending().orElseThrow());
    }

    private static boolean stableAt(Line line, double parameter) {
        for (int k = 1; k < line.points().size(); k++) {
            CycleBranch.Point a = line.points().get(k - 1), b = line.points().get(k);
            if ((a.parameter() - parameter) * (b.parameter() - parameter) <= 0 && (a.cycle().stable() || b.cycle().stable())) return true;
        }
        return false;
    }

    /// Orbits that leave an equilibrium to either side of the first unknown.
    private static void settle(List<Line> lines, Problem problem, Equilibrium e, int active, Range range) {
        double slowest = Double.POSITIVE_INFINITY;
        for (double[] pair : e.eigenvalues()) slowest = Math.min(slowest, Math.hypot(pair[0], pair[1]));
        if (!(slowest > 0)) return;
        for (int side = -1; side <= 1 && !stopped(); side += 2) {
            double[] state = e.state().clone();
            state[0] += side * problem.size()[0];
            Optional<Cycle> cycle = Cycles.settled(problem, state, e.parameters(), SETTLING / slowest);
            if (cycle.isEmpty() || lines.stream().anyMatch(l -> passes(problem, l, cycle.get(), active))) continue;
            Line up = walk(new Ending.Interrupted(e.parameters()[active]), Cycles.from(problem, cycle.get(), active, range, true));
            if (up.end() instanceof Ending.ClosedLoop) {
                lines.add(new Line(up.points(), up.end(), up.end()));
            } else {
                Line down = walk(up.begin(), Cycles.from(problem, cycle.get(), active, range, false));
                List<CycleBranch.Point> points = new ArrayList<>(down.points().reversed());
                points.addAll(up.points().subList(1, up.points().size()));
                lines.add(new Line(List.copyOf(points), down.end(), up.end()));
            }
        }
    }

    private static boolean passes(Problem problem, Line line, Cycle cycle, int active) {
        double parameter = cycle.parameters()[active];
        double high = cycle.extent(0)[1];
        for (int k = 1; k < line.points().size(); k++) {
            CycleBranch.Point a = line.points().get(k - 1), b = line.points().get(k);
            if ((a.parameter() - parameter) * (b.parameter() - parameter) > 0) continue;
            double fraction = a.parameter() == b.parameter() ? 0 : (parameter - a.parameter()) / (b.parameter() - a.parameter());
            double period = a.cycle().period() + fraction * (b.cycle().period() - a.cycle().period());
            double top = a.cycle().extent(0)[1] + fraction * (b.cycle().extent(0)[1] - a.cycle().extent(0)[1]);
            if (Math.abs(period / cycle.period() - 1) < SAME_PERIOD && Math.abs(top - high) < SAME_HEIGHT * problem.size()[0]) return true;
        }
        return false;
    }
}
