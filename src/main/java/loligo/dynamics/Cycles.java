package loligo.dynamics;

import java.util.Arrays;
import java.util.Optional;

/// Ways to begin a branch of cycles.
public final class Cycles {
    private static final int INTERVALS = 24;

    private Cycles() {}

    /// From a Hopf point: the cycles that are born there.
    public static CycleBranch from(Problem problem, Bifurcation.Hopf hopf, int active, Range range) {
        int n = problem.dimension();
        Mesh mesh = Mesh.uniform(INTERVALS);
        double[] x = new double[mesh.nodes() * n + 2];
        double[] wave = new double[x.length];
        for (int k = 0; k < mesh.nodes(); k++) {
            double angle = 2 * Math.PI * mesh.node(k);
            double cos = StrictMath.cos(angle), sin = StrictMath.sin(angle);
            for (int i = 0; i < n; i++) {
                x[k * n + i] = hopf.at().state()[i] / problem.size()[i];
                wave[k * n + i] = Math.sqrt(2) * (hopf.right()[i] * cos - hopf.right()[n + i] * sin) / problem.size()[i];
            }
        }
        x[x.length - 2] = StrictMath.log(2 * Math.PI / hopf.frequency());
        x[x.length - 1] = hopf.parameter() / problem.parameterSize()[active];
        CycleCurve curve = new CycleCurve(problem, hopf.at().parameters(), active, range, CycleBranch.ACCURACY, mesh, wave);
        CycleCurve.Point start = curve.sample(x, wave, ofEquilibrium(hopf));
        boolean[] ignored = new boolean[start.tests().length];
        Arrays.fill(ignored, 0, CycleCurve.HOPF + 1, true);
        return new CycleBranch(problem, active, range, curve, start, ignored);
    }

    /// e^{lambda T} of the equilibrium, but for the one that becomes trivial.
    private static Multipliers ofEquilibrium(Bifurcation.Hopf hopf) {
        int n = hopf.at().state().length;
        double[] all = new double[2 * n];
        double period = 2 * Math.PI / hopf.frequency();
        for (int k = 0; k < n; k++) {
            double growth = StrictMath.exp(hopf.at().spectrum().real()[k] * period);
            double angle = hopf.at().spectrum().imaginary()[k] * period;
            boolean own = Math.abs(Math.abs(angle) - 2 * Math.PI) < 1e-6;
            all[k] = own ? 1 : growth * StrictMath.cos(angle);
            all[n + k] = own ? 0 : growth * StrictMath.sin(angle);
        }
        return Multipliers.of(all);
    }

    /// From one cycle, in the direction in which the parameter grows, or the other one.
    public static CycleBranch from(Problem problem, Cycle cycle, int active, Range range, boolean growing) {
        double[] x = unknowns(problem, cycle, active);
        CycleCurve curve = new CycleCurve(problem, cycle.parameters(), active, range, CycleBranch.ACCURACY, cycle.mesh(), x);
        double[] direction = new double[x.length];
        direction[x.length - 1] = growing ? 1 : -1;
        CycleCurve.Point start = new Corrector<>(curve).onto(x, direction, 10, 1e-9)
                .orElseThrow(() -> new IllegalArgumentException("no cycle of period near " + cycle.period() + " there"));
        boolean[] ignored = new boolean[start.tests().length];
        ignored[growing ? CycleCurve.LOW : CycleCurve.HIGH] = true;
        return new CycleBranch(problem, active, range, curve, start, ignored);
    }

    /// The cycle to which the orbit from a state settles: simulated until it comes back, then solved for.
    ///
    /// @param time how long to wait at first; up to 64 times as long, if it must be
    /// @return empty when the orbit does not settle on a cycle in that time
    public static Optional<Cycle> settled(Problem problem, double[] state, double[] parameters, double time) {
        return Orbit.settled(problem, state, parameters, time)
                .flatMap(orbit -> near(problem, orbit.mesh(), orbit.nodes(), parameters, orbit.period(), CycleBranch.ACCURACY));
    }

    /// The cycle of the same period on a mesh of so many times the intervals; the parameter adjusts.
    static Optional<Cycle> refined(Problem problem, Cycle cycle, int active, int factor) {
        return refined(problem, cycle, active, factor, 2);
    }

    /// A cycle once more on a mesh of twice as many intervals, its parameters held: by what moves, the error of its period is known. The cycle itself where
    /// the finer mesh does not hold it.
    public static Cycle doubled(Problem problem, Cycle cycle) {
        return refined(problem, cycle, 0, 2, 1).map(finer -> finer.finerThan(cycle.period())).orElse(cycle);
    }

    /// @param held which unknown, counted from the end, keeps its value: 1 for the parameter, 2 for the period
    private static Optional<Cycle> refined(Problem problem, Cycle cycle, int active, int factor, int held) {
        double[] x = unknowns(problem, cycle, active);
        CycleCurve curve = new CycleCurve(problem, cycle.parameters(), active, Range.ALL, CycleBranch.ACCURACY, cycle.mesh(), x);
        Mesh mesh = cycle.mesh().adapted(cycle.mesh().density(x, problem.dimension()), factor * cycle.mesh().intervals());
        CycleCurve.Point guess = curve.on(mesh, new CycleCurve.Point(x, x, new double[0], cycle.mesh(), problem.dimension(), cycle.multipliers()));
        double[] fixed = new double[guess.x().length];
        fixed[fixed.length - held] = 1;
        return new Corrector<>(curve).onto(guess.x(), fixed, 10, 1e-9).map(curve::cycle);
    }

    static double[] unknowns(Problem problem, Cycle cycle, int active) {
        int n = problem.dimension();
        double[] x = Arrays.copyOf(cycle.nodes(), cycle.nodes().length + 2);
        for (int k = 0; k < cycle.nodes().length; k++) x[k] /= problem.size()[k % n];
        x[x.length - 2] = StrictMath.log(cycle.period());
        x[x.length - 1] = cycle.parameters()[active] / problem.parameterSize()[active];
        return x;
    }

    /// The cycle through a guess of it at fixed parameters; the mesh is fitted to it until the estimated error is below `accuracy` sizes, or no finer mesh is allowed.
    ///
    /// @param nodes states at the nodes of the mesh // [nodes*n]
    static Optional<Cycle> near(Problem problem, Mesh mesh, double[] nodes, double[] parameters, double period, double accuracy) {
        System.arraycopy(nodes, 0, nodes, nodes.length - problem.dimension(), problem.dimension()); // closed, whatever the guess
        Cycle guess = new Cycle(mesh, nodes, problem.dimension(), parameters, period, new Multipliers(new double[0], new double[0], 1));
        for (int round = 0; round < 6; round++) {
            double[] x = unknowns(problem, guess, 0);
            CycleCurve curve = new CycleCurve(problem, parameters, 0, Range.ALL, accuracy, guess.mesh(), x.clone());
            double[] fixed = new double[x.length];
            fixed[x.length - 1] = 1;
            Optional<CycleCurve.Point> found = new Corrector<>(curve).onto(x, fixed, 1e3, 1e-9);
            if (found.isEmpty()) return Optional.empty();
            double[] density = guess.mesh().density(found.get().x(), problem.dimension());
            boolean fine = Mesh.error(guess.mesh(), density, guess.mesh().intervals()) <= accuracy;
            if (fine && round > 1) return Optional.of(curve.cycle(found.get()));
            guess = curve.cycle(curve.settle(found.get()));
        }
        return Optional.of(guess);
    }
}
