package loligo.dynamics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All branches of equilibria in a range of one parameter, as far as they pass through the slices that were searched or cross a branch that does.
///
/// @param searched what is known about equilibria that were not found, slice by slice
public record EquilibriumDiagram(List<Line> lines, List<Slice> searched) {
    private static final double SAME = 1e-3; // sizes

    /// A branch from one end to the other.
    ///
    /// @param points in order along the branch
    public record Line(List<EquilibriumBranch.Point> points, Ending begin, Ending end) {
        /// What happens along it.
        public List<Bifurcation> special() {
            return points.stream().flatMap(p -> p.special().stream()).toList();
        }
    }

    /// Where all equilibria were sought.
    public record Slice(double parameter, int found, Equilibria.Completeness completeness) {}

    /// Seeks equilibria at evenly spaced values of the parameter, follows each that is not on a branch already, both ways, and every branch that crosses one.
    ///
    /// @param find all equilibria at a setting of the parameters, see [Equilibria]
    /// @param slices how many values, at least 2
    public static EquilibriumDiagram of(Problem problem, double[] parameters, int active, Range range, Function<double[], Equilibria> find, int slices) {
        List<Line> lines = new ArrayList<>();
        List<Slice> searched = new ArrayList<>();
        ArrayDeque<Bifurcation.BranchPoint> crossings = new ArrayDeque<>();
        List<Bifurcation.BranchPoint> known = new ArrayList<>();
        for (int k = 0; k < slices && !Thread.currentThread().isInterrupted(); k++) {
            double[] p = parameters.clone();
            p[active] = range.at((k + 0.5 / slices) / slices + 0.25 / slices); // beside round numbers, at which special points like to be
            Equilibria all = find.apply(p);
            searched.add(new Slice(p[active], all.found().size(), all.completeness()));
            for (Equilibrium e : all.found()) {
                if (!problem.inBox(e.state())) continue;
                if (!covered(problem, lines, e, p[active])) add(lines, known, crossings, problem, through(problem, e, p, active, range));
                while (!crossings.isEmpty()) across(lines, known, crossings, problem, crossings.poll(), active, range);
            }
        }
        return new EquilibriumDiagram(List.copyOf(lines), List.copyOf(searched));
    }

    private static void add(List<Line> lines, List<Bifurcation.BranchPoint> known, ArrayDeque<Bifurcation.BranchPoint> crossings, Problem problem, Line line) {
        lines.add(line);
        for (Bifurcation b : line.special()) {
            if (!(b instanceof Bifurcation.BranchPoint point)) continue;
            boolean old = known.stream().anyMatch(c -> Math.abs(c.parameter() - point.parameter()) < 1e-6 * (1 + Math.abs(c.parameter()))
                    && problem.distance(c.at().state(), point.at().state()) < SAME);
            if (old) continue;
            known.add(point);
            crossings.add(point);
        }
    }

    private static Line through(Problem problem, Equilibrium e, double[] p, int active, Range range) {
        Half up = walk(EquilibriumBranch.from(problem, e.state(), p, active, range, true));
        if (up.ending() instanceof Ending.ClosedLoop) return new Line(up.points(), up.ending(), up.ending());
        Half down = walk(EquilibriumBranch.from(problem, e.state(), p, active, range, false));
        return joined(down, up);
    }

    private static void across(List<Line> lines, List<Bifurcation.BranchPoint> known, ArrayDeque<Bifurcation.BranchPoint> crossings, Problem problem,
            Bifurcation.BranchPoint at, int active, Range range) {
        Half one = walk(EquilibriumBranch.across(problem, at, active, range, true));
        EquilibriumBranch.Point beside = one.points().get(Math.min(3, one.points().size() - 1));
        if (covered(problem, lines, beside.equilibrium(), beside.parameter())) return;
        if (one.ending() instanceof Ending.ClosedLoop) add(lines, known, crossings, problem, new Line(one.points(), one.ending(), one.ending()));
        else add(lines, known, crossings, problem, joined(walk(EquilibriumBranch.across(problem, at, active, range, false)), one));
    }

    private record Half(List<EquilibriumBranch.Point> points, Ending ending) {}

    private static Half walk(EquilibriumBranch branch) {
        List<EquilibriumBranch.Point> points = new ArrayList<>();
        branch.forEachRemaining(points::add);
        return new Half(points, branch.ending().orElseThrow());
    }

    private static Line joined(Half down, Half up) {
        List<EquilibriumBranch.Point> points = new ArrayList<>(down.points().reversed());
        points.addAll(up.points().subList(1, up.points().size()));
        return new Line(List.copyOf(points), down.ending(), up.ending());
    }

    /// Whether a line passes through the equilibrium: Newton's method from where its points lead at that parameter arrives there.
    private static boolean covered(Problem problem, List<Line> lines, Equilibrium e, double parameter) {
        return passing(problem, lines, e.parameters(), parameter).anyMatch(y -> problem.distance(y, e.state()) < SAME);
    }

    /// Where the lines are at a setting of the parameters, in no order.
    List<Equilibrium> at(Problem problem, double[] parameters, int active) {
        return passing(problem, lines, parameters, parameters[active]).map(y -> Equilibrium.at(problem, y, parameters)).toList();
    }

    private static Stream<double[]> passing(Problem problem, List<Line> lines, double[] parameters, double parameter) {
        return lines.stream().flatMap(line -> IntStream.range(1, line.points().size()).mapToObj(k -> between(problem, line.points().get(k - 1), line.points().get(k), parameters, parameter)).flatMap(Optional::stream));
    }

    private static Optional<double[]> between(Problem problem, EquilibriumBranch.Point a, EquilibriumBranch.Point b, double[] parameters, double parameter) {
        if ((a.parameter() - parameter) * (b.parameter() - parameter) > 0) return Optional.empty();
        double fraction = a.parameter() == b.parameter() ? 0 : (parameter - a.parameter()) / (b.parameter() - a.parameter());
        double[] guess = a.equilibrium().state().clone();
        for (int i = 0; i < guess.length; i++) guess[i] += fraction * (b.equilibrium().state()[i] - guess[i]);
        return Equilibrium.newton(problem, guess, parameters);
    }
}
