package loligo.dynamics;

import java.util.ArrayDeque;
import java.util.Optional;

/// Watches periods grow along a branch, and tells how they become infinite: like `1/sqrt(distance)` at a saddle-node on the cycle,
/// like `-log(distance)` at a homoclinic orbit of a saddle (Kuznetsov 2004, ch. 6 and 7.1).
final class LongPeriods {
    private static final double LONG = 40; // times the shortest period seen
    private static final double CLOSE = 1e-5; // sizes of the parameter: a homoclinic orbit located better than this is the end
    private static final double AGREES = 0.2; // the law of a saddle-node: where the periods point to, and how steeply they grow
    private static final int FINER = 3; // times as many intervals for the last cycle: the mesh's error hides what the period still adds
    private static final double HOPELESS = 5_000; // the same

    private final Problem problem;
    private final int active;
    private final ArrayDeque<Cycle> last = new ArrayDeque<>(); // at most three
    private double shortest = Double.POSITIVE_INFINITY;

    LongPeriods(Problem problem, int active) {
        this.problem = problem;
        this.active = active;
    }

    /// Notes the next cycle of the branch; the ending, if this is one.
    Optional<Ending> add(Cycle cycle) {
        last.addLast(cycle);
        if (last.size() > 3) last.removeFirst();
        shortest = Math.min(shortest, cycle.period());
        if (cycle.period() < LONG * shortest && !stands()) return Optional.empty();
        Optional<Ending> ending = ending();
        if (ending.isEmpty() && cycle.period() > HOPELESS * shortest) {
            return Optional.of(new Ending.InfinitePeriod(cycle.parameters()[active], cycle.period()));
        }
        return ending;
    }

    /// Whether the parameter moves no more although the period grows.
    private boolean stands() {
        if (last.size() < 3 || last.getLast().period() < 2 * shortest) return false;
        Cycle[] three = last.toArray(Cycle[]::new);
        double moved = Math.abs(three[2].parameters()[active] - three[1].parameters()[active]);
        double grown = StrictMath.log(three[2].period() / three[1].period());
        return grown > 0 && moved < CLOSE * problem.parameterSize()[active] * grown;
    }

    /// What the last cycles say, if their periods grow and they rest near an equilibrium.
    Optional<Ending> ending() {
        if (last.size() < 3 || last.getLast().period() < 2 * shortest) return Optional.empty();
        Cycle[] three = last.toArray(Cycle[]::new);
        if (!(three[0].period() < three[1].period() && three[1].period() < three[2].period())) return Optional.empty();
        double[] slowest = slowest(problem, three[2]);
        Optional<Ending> snic = snic(three, slowest);
        return snic.isPresent() ? snic : homoclinic(three, slowest);
    }

    /// Where the orbit moves least, in sizes // [n]
    static double[] slowest(Problem problem, Cycle cycle) {
        double[] phases = cycle.phases();
        double[] slope = new double[problem.dimension()];
        double[] best = cycle.at(0);
        double least = Double.POSITIVE_INFINITY;
        for (double phase : phases) {
            double[] y = cycle.at(phase);
            problem.evaluate(y, cycle.parameters(), slope);
            double square = 0;
            for (int i = 0; i < slope.length; i++) square += slope[i] / problem.size()[i] * (slope[i] / problem.size()[i]);
            if (square < least) {
                least = square;
                best = y;
            }
        }
        return best;
    }

    private Optional<Ending> snic(Cycle[] three, double[] slowest) {
        double p1 = three[1].parameters()[active], p2 = three[2].parameters()[active];
        Optional<Bifurcation.SaddleNode> fold = FoldSystem.near(problem, slowest, three[2].parameters(), active);
        if (fold.isEmpty()) return Optional.empty();
        double at = fold.get().parameter();
        boolean ahead = (p2 - p1) * (at - p2) > 0;
        double predicted = fold.get().bottleneck() / Math.sqrt(Math.abs(p2 - at));
        double ratio = three[2].period() / predicted;
        if (!ahead || !(ratio > 0.7 && ratio < 1.5)) return Optional.empty();
        double extrapolated = rootLaw(three);
        double away = Math.abs(p2 - at);
        if (!(Math.abs(extrapolated - at) < AGREES * away)) return Optional.empty();
        double coefficient = (three[2].period() - three[1].period()) / (1 / Math.sqrt(Math.abs(p2 - at)) - 1 / Math.sqrt(Math.abs(p1 - at)));
        if (!(Math.abs(coefficient / fold.get().bottleneck() - 1) < AGREES)) return Optional.empty();
        return Optional.of(new Ending.Snic(fold.get(), extrapolated, coefficient, three[2].period()));
    }

    /// p* of `T = a / sqrt|p - p*| + b` through three points.
    private double rootLaw(Cycle[] three) {
        double[] p = new double[3], t = new double[3];
        for (int k = 0; k < 3; k++) {
            p[k] = three[k].parameters()[active];
            t[k] = three[k].period();
        }
        double ahead = Math.signum(p[2] - p[1]);
        double wanted = (t[2] - t[1]) / (t[1] - t[0]);
        java.util.function.DoubleUnaryOperator mismatch = logarithm -> {
            double star = p[2] + ahead * StrictMath.exp(logarithm);
            double[] r = new double[3];
            for (int k = 0; k < 3; k++) r[k] = 1 / Math.sqrt(Math.abs(p[k] - star));
            return (r[2] - r[1]) / (r[1] - r[0]) - wanted;
        };
        double low = StrictMath.log(Math.abs(p[2] - p[1])) - 20, high = low + 30;
        double fLow = mismatch.applyAsDouble(low), fHigh = mismatch.applyAsDouble(high);
        if (!(fLow * fHigh < 0)) return Double.NaN;
        return p[2] + ahead * StrictMath.exp(Zero.between(mismatch, low, high, fLow, fHigh, 1e-12));
    }

    /// The rates of the slowest growth and the slowest decay beside a saddle // [2]
    static double[] leading(Equilibrium saddle) {
        double grows = Double.POSITIVE_INFINITY, decays = Double.NEGATIVE_INFINITY;
        for (double re : saddle.spectrum().real()) {
            if (re > 0) grows = Math.min(grows, re);
            else decays = Math.max(decays, re);
        }
        return new double[] {grows, decays};
    }

    private Optional<Ending> homoclinic(Cycle[] three, double[] slowest) {
        Optional<Equilibrium> saddle = Equilibrium.near(problem, slowest, three[2].parameters())
                .filter(e -> e.stability() == Stability.SADDLE && problem.distance(e.state(), slowest) < 1);
        if (saddle.isEmpty()) return Optional.empty();
        double[] leading = leading(saddle.get());
        double grows = leading[0], decays = leading[1];
        double rate = Math.min(grows, -decays);
        double p1 = three[1].parameters()[active], p2 = three[2].parameters()[active];
        double shrink = StrictMath.exp(-rate * (three[2].period() - three[1].period()));
        double ahead = (p2 - p1) * shrink / (1 - shrink);
        Optional<Cycle> finer = Cycles.refined(problem, three[2], active, FINER);
        double moved = finer.map(f -> f.parameters()[active] - p2).orElse(0.0);
        double error = Math.abs(ahead) + (finer.isPresent() ? Math.abs(moved) / 8 : CLOSE) + 16 * Math.ulp(p2);
        return Optional.of(new Ending.Homoclinic(saddle.get(), p2 + moved + ahead, error, grows + decays, three[2].period()));
    }
}
