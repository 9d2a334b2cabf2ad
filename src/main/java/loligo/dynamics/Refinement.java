package loligo.dynamics;

import java.util.Optional;
import java.util.stream.IntStream;

/// A special point of a branch of cycles, located once more on a mesh of twice as many intervals: what moves is the error of the coarser one.
final class Refinement {
    private static final double NEAR = 1e-3;
    private static final double FIRST = 1e-3; // sizes: how far beside the point the search begins

    private Refinement() {}

    /// @param error of the parameter: what the finer mesh changed; infinite when the point was not found again
    /// @param work see [CycleCurve#work()]
    record Refined(Cycle cycle, double error, long work) {}

    static Refined of(Problem problem, int active, Range range, CycleCurve.Point at, Cycle coarse, int test) {
        Mesh mesh = at.mesh().adapted(at.mesh().density(at.x(), at.n()), 2 * at.mesh().intervals());
        CycleCurve curve = new CycleCurve(problem, coarse.parameters(), active, range, CycleBranch.ACCURACY, mesh, new double[mesh.nodes() * at.n() + 2]);
        Corrector<CycleCurve.Point> corrector = new Corrector<>(curve);
        CycleCurve.Point guess = curve.on(mesh, at); // its tests are not used
        Optional<CycleCurve.Point> middle = corrector.onto(guess.x(), guess.tangent(), 1, 1e-9).or(() -> corrector.ahead(guess, FIRST)); // beside it where branches cross
        if (middle.isEmpty()) return new Refined(coarse, Double.POSITIVE_INFINITY, curve.work());
        CycleCurve.Point found = located(corrector, middle.get(), test);
        double moved = (found.parameter() - at.parameter()) * problem.parameterSize()[active];
        boolean zero = confirmed(found, test);
        double rounding = 1e-13 * (Math.abs(found.parameter()) + 1) * problem.parameterSize()[active];
        return new Refined(curve.cycle(found).finerThan(coarse.period()), zero ? error(moved) + rounding : Double.POSITIVE_INFINITY, curve.work());
    }

    /// Whether there is a multiplier where the sign change says that there is one. A product of all of them, of which some are huge, may change its sign by rounding.
    private static boolean confirmed(CycleCurve.Point at, int test) {
        Multipliers m = at.multipliers();
        return switch (test) {
            case CycleCurve.DOUBLING -> at.n() > 2 && IntStream.range(0, m.size()).anyMatch(k -> StrictMath.hypot(m.real()[k] + 1, m.imaginary()[k]) < NEAR);
            case CycleCurve.BRANCH -> IntStream.range(0, m.size()).anyMatch(k -> StrictMath.hypot(m.real()[k] - 1, m.imaginary()[k]) < NEAR);
            case CycleCurve.TORUS -> at.n() > 2;
            default -> Math.abs(at.tests()[test]) < NEAR;
        };
    }

    /// The error falls with the eighth power of the mesh width once it is fine, so the finer mesh is better by 256; so much less is claimed.
    private static final double SAFE = 8;
    /// Relative: to which Newton's method finds a period, and the place on a branch.
    static final double EXACT = 1e-9;

    /// What is left of a difference to a mesh of half as many intervals.
    static double error(double moved) {
        return Math.abs(moved) / SAFE;
    }

    private static CycleCurve.Point located(Corrector<CycleCurve.Point> corrector, CycleCurve.Point middle, int test) {
        double sign = Math.signum(middle.tests()[test]);
        for (double beside = FIRST; beside < 10; beside *= 4) {
            for (double way : new double[] {beside, -beside}) {
                Optional<CycleCurve.Point> other = corrector.ahead(middle, way);
                if (other.isEmpty() || Math.signum(other.get().tests()[test]) == sign) continue;
                return way > 0 ? corrector.zero(middle, other.get(), test) : corrector.zero(other.get(), middle, test); // forwards, as tangents are
            }
        }
        return middle;
    }
}
