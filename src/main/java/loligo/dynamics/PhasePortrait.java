package loligo.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What organises a flow in the plane: nullclines, equilibria, the manifolds of saddles, cycles.
///
/// @param still, level where the first and where the second unknown stands still
/// @param equilibria in the order of their first unknown
public record PhasePortrait(Nullcline still, Nullcline level, List<Equilibrium> equilibria, List<Manifold> manifolds, List<Closed> cycles) {
    private static final double[] NONE = {0};
    private static final int PATIENCE = 40;      // starts in vain
    private static final double SAME = 1e-3;     // sizes
    private static final double BESIDE = 10;     // sizes
    private static final double SETTLING = 10;   // times the slowest time constant of an equilibrium
    private static final double LONGEST = 40;    // the same, of manifolds
    private static final double SAME_PERIOD = 1e-4;
    private static final int MOST_CYCLES = 20;
    private static final int POINTS = 400;       // of a cycle at least

    /// A cycle of the plane.
    ///
    /// @param orbit of the flow, or, where it is not stable, of the flow backwards in time
    /// @param points once round // [points][2]
    public record Closed(Cycle orbit, boolean stable, double[][] points) {}

    /// @param planar of two unknowns and an idle parameter, see [Plane#system]
    public static PhasePortrait of(Problem planar, Range across, Range up) {
        Plane plane = Plane.held(0, 1, across, up, new double[2]);
        Nullcline still = Nullcline.of(planar, NONE, 0, plane);
        Nullcline level = Nullcline.of(planar, NONE, 1, plane);
        List<Equilibrium> equilibria = equilibria(planar, still, across, up);
        List<Closed> cycles = cycles(planar, equilibria);
        List<Manifold> manifolds = new ArrayList<>();
        for (Equilibrium e : equilibria) if (e.stability() == Stability.SADDLE) manifolds.addAll(Manifold.of(planar, e, LONGEST * slowest(e)));
        return new PhasePortrait(still, level, equilibria, List.copyOf(manifolds), List.copyOf(cycles));
    }

    /// Where the second unknown stands still on the nullcline of the first; and what Newton's method finds from many places.
    private static List<Equilibrium> equilibria(Problem planar, Nullcline still, Range across, Range up) {
        List<Equilibrium> found = new ArrayList<>();
        double[] rate = new double[2];
        for (double[][] piece : still.pieces()) {
            double[] rates = new double[piece.length]; // of the second unknown
            for (int k = 0; k < piece.length; k++) {
                planar.evaluate(piece[k], NONE, rate);
                rates[k] = rate[1];
                if (k > 0 && rates[k - 1] * rates[k] <= 0) add(found, planar, Equilibrium.near(planar, middle(piece[k - 1], piece[k], rates[k - 1], rates[k]), NONE), across, up);
            }
            for (int k = 1; k < piece.length - 1; k++) if (turnsTowardsZero(rates, k)) pair(found, planar, piece[k], across, up);
        }
        for (Equilibrium e : Equilibria.search(planar, NONE, PATIENCE).found()) add(found, planar, Optional.of(e), across, up);
        found.sort(Comparator.comparingDouble(e -> e.state()[0]));
        return List.copyOf(found);
    }

    private static boolean turnsTowardsZero(double[] rates, int k) {
        double here = Math.abs(rates[k]);
        return here <= Math.abs(rates[k - 1]) && here <= Math.abs(rates[k + 1]);
    }

    /// Two crossings between neighbouring points leave no change of sign: Newton's method finds the one, with the one found deflated the other.
    private static void pair(List<Equilibrium> found, Problem planar, double[] from, Range across, Range up) {
        List<double[]> roots = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            Optional<double[]> root = Deflation.newton(planar, from, NONE, roots).filter(r -> planar.distance(r, from) < BESIDE);
            if (root.isEmpty()) return;
            roots.add(root.get());
            add(found, planar, Optional.of(Equilibrium.at(planar, root.get(), NONE)), across, up);
        }
    }

    private static double[] middle(double[] a, double[] b, double at, double bt) {
        double part = at == bt ? 0.5 : at / (at - bt);
        return new double[] {a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])};
    }

    private static void add(List<Equilibrium> found, Problem planar, Optional<Equilibrium> candidate, Range across, Range up) {
        candidate.filter(e -> across.contains(e.state()[0]) && up.contains(e.state()[1]))
                .filter(e -> found.stream().noneMatch(f -> planar.distance(f.state(), e.state()) < SAME)).ifPresent(found::add);
    }

    private static double slowest(Equilibrium e) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] pair : e.eigenvalues()) least = Math.min(least, StrictMath.hypot(pair[0], pair[1]));
        return 1 / least;
    }

    /// Where orbits settle that leave equilibria, and then those that leave the cycles found: forwards to stable cycles, backwards to unstable ones.
    private static List<Closed> cycles(Problem planar, List<Equilibrium> equilibria) {
        Problem backwards = backwards(planar);
        List<Closed> cycles = new ArrayList<>();
        for (Equilibrium e : equilibria) {
            if (!(slowest(e) < Double.POSITIVE_INFINITY)) continue;
            if (e.growing() > 0) settle(planar, e.state(), SETTLING * slowest(e), true, cycles);
            if (e.growing() < 2) settle(backwards, e.state(), SETTLING * slowest(e), false, cycles);
        }
        for (int k = 0; k < cycles.size() && k < MOST_CYCLES; k++) {
            Closed from = cycles.get(k);
            settle(from.stable() ? backwards : planar, from.points()[0], 2 * from.orbit().period(), !from.stable(), cycles);
        }
        return List.copyOf(cycles);
    }

    /// Orbits from beside a state.
    private static void settle(Problem flow, double[] from, double time, boolean stable, List<Closed> cycles) {
        for (int side = -1; side <= 1; side += 2) {
            double[] state = from.clone();
            state[0] += side * flow.size()[0];
            Optional<Cycle> cycle = Cycles.settled(flow, state, NONE, time).filter(Cycle::stable); // a weak one may seem to attract in both directions
            if (cycle.isEmpty() || cycles.stream().anyMatch(l -> l.stable() == stable && Math.abs(l.orbit().period() / cycle.get().period() - 1) < SAME_PERIOD)) continue;
            if (!flow.inBox(cycle.get().at(0))) continue;
            cycles.add(new Closed(Cycles.doubled(flow, cycle.get()), stable, outline(cycle.get())));
        }
    }

    private static double[][] outline(Cycle cycle) {
        double[] phases = new double[POINTS + 1];
        for (int k = 0; k <= POINTS; k++) phases[k] = (double) k / POINTS;
        double[] across = cycle.extent(0), up = cycle.extent(1);
        return Polyline.of(cycle::at, phases, new double[] {across[1] - across[0], up[1] - up[0]}).toArray(double[][]::new);
    }

    private static Problem backwards(Problem planar) {
        Family flow = new Family() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public int parameters() {
                return 1;
            }

            @Override
            public void evaluate(double[] y, double[] p, double[] dy) {
                planar.evaluate(y, p, dy);
                for (int i = 0; i < 2; i++) dy[i] = -dy[i];
            }

            @Override
            public boolean jacobian(double[] y, double[] p, double[] jacobian) {
                planar.jacobian(y, p, jacobian);
                for (int i = 0; i < 4; i++) jacobian[i] = -jacobian[i];
                return true;
            }

            @Override
            public boolean byParameter(int j, double[] y, double[] p, double[] dfdp) {
                return planar.family().byParameter(j, y, p, dfdp);
            }
        };
        return new Problem(flow, planar.size(), planar.parameterSize(), planar.box());
    }
}
