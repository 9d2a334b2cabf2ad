package loligo.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All equilibria of one field, as far as the way of searching can tell, and how far that is.
///
/// @param found in the order of their first unknown
public record Equilibria(List<Equilibrium> found, Completeness completeness) {
    private static final double NARROW = 1e-7; // of the range: what interval bisection leaves undecided
    private static final double OPEN = 1e-3; // of the range: how much may stay undecided
    private static final double NEAR = 1e-3; // sizes: how far Newton's method may polish
    private static final double VANISHES = 1e-6; // of the balance a size away: what a jump through zero does not
    private static final double SAME = 1e-6; // sizes: two roots nearer than this are one

    public Equilibria {
        found = found.stream().sorted(Comparator.comparingDouble(e -> e.state()[0])).toList();
    }

    /// What is known about equilibria that were not found.
    public sealed interface Completeness {
        /// The same for a person.
        String sentence();

        /// Interval arithmetic excludes every other one, but for the intervals of which it could decide nothing.
        record Proven(List<Interval> undecided) implements Completeness {
            @Override
            public String sentence() {
                if (undecided.isEmpty()) return "Interval arithmetic proves that there is no other equilibrium in the range.";
                return "Interval arithmetic proves that there is no other equilibrium in the range, except perhaps in " + undecided
                        + ", where two are about to meet, a formula has a corner, or the range ends.";
            }
        }

        /// Sampling saw every sign change wider than the spacing; pairs closer than that are seen only where the curve bends towards zero.
        record Sampled(double spacing) implements Completeness {
            @Override
            public String sentence() {
                return "The balance was sampled every " + spacing + " and finer where it bends towards zero; a pair of equilibria closer than that could be missed.";
            }
        }

        /// Newton's method from many places found no further one in a row of starts.
        record ManyStarts(int starts, int inVain) implements Completeness {
            @Override
            public String sentence() {
                return "Newton's method with deflation from " + starts + " places; the last " + inVain + " found nothing new. This is evidence, not proof, that none is missing.";
            }
        }
    }

    /// By one equation in one unknown.
    public static Equilibria reduced(Problem problem, double[] parameters, Reduction reduction, Range range) {
        Optional<Reduction.Enclosure> enclosure = reduction.enclosure();
        return enclosure.flatMap(e -> proven(problem, parameters, reduction, e, range)).orElseGet(() -> sampled(problem, parameters, reduction, range));
    }

    /// Empty where the enclosure is too wide to prove much.
    private static Optional<Equilibria> proven(Problem problem, double[] parameters, Reduction reduction, Reduction.Enclosure enclosure, Range range) {
        Roots.Proven roots = Roots.proven(enclosure, new Interval(range.low(), range.high()), NARROW * range.width());
        List<Equilibrium> found = new ArrayList<>();
        if (roots.undecided().stream().mapToDouble(Interval::width).sum() > OPEN * range.width()) return Optional.empty();
        for (Interval root : roots.roots()) found.add(polished(problem, reduction.state(root.middle()), parameters));
        for (Interval open : roots.undecided()) {
            double[] middle = reduction.state(open.middle());
            Optional<double[]> y = Equilibrium.newton(problem, middle, parameters).filter(r -> Math.abs(r[0] - open.middle()) <= open.width() && problem.distance(r, middle) < NEAR);
            y.ifPresent(root -> found.add(Equilibrium.at(problem, root, parameters)));
        }
        return Optional.of(new Equilibria(found, new Completeness.Proven(roots.undecided())));
    }

    private static Equilibria sampled(Problem problem, double[] parameters, Reduction reduction, Range range) {
        if (!range.bounded()) throw new IllegalArgumentException("sampling needs a bounded range, got " + range);
        List<Equilibrium> found = new ArrayList<>();
        for (double v : Roots.sampled(reduction::balance, range)) {
            if (vanishes(reduction, v, problem.size()[0])) found.add(polished(problem, reduction.state(v), parameters));
        }
        return new Equilibria(found, new Completeness.Sampled(Roots.spacing(range)));
    }

    /// Whether the balance goes through zero there, and does not jump over it.
    private static boolean vanishes(Reduction reduction, double v, double size) {
        double beside = Math.max(Math.abs(reduction.balance(v - size)), Math.abs(reduction.balance(v + size)));
        return Math.abs(reduction.balance(v)) <= VANISHES * beside;
    }

    /// Newton's method may only polish what the one equation found: it must not wander off to another equilibrium.
    private static Equilibrium polished(Problem problem, double[] state, double[] parameters) {
        Optional<double[]> y = Equilibrium.newton(problem, state, parameters);
        boolean near = y.isPresent() && problem.distance(y.get(), state) < NEAR;
        return Equilibrium.at(problem, near ? y.get() : state, parameters);
    }

    /// By Newton's method with deflation (Farrell, Birkisson & Funke 2015, SIAM J. Sci. Comput. 37:A2026) from the points of a Halton sequence in the problem's box.
    ///
    /// @param patience how many starts in a row may find nothing new
    /// @throws IllegalArgumentException when the box is not bounded
    public static Equilibria search(Problem problem, double[] parameters, int patience) {
        List<double[]> roots = new ArrayList<>();
        int starts = 0;
        int inVain = 0;
        while (inVain < patience && !Thread.currentThread().isInterrupted()) {
            double[] start = Halton.point(++starts, problem.box());
            Optional<double[]> y = Deflation.newton(problem, start, parameters, roots).filter(r -> isNew(problem, r, roots));
            y.ifPresent(roots::add);
            inVain = y.isPresent() ? 0 : inVain + 1;
        }
        List<Equilibrium> found = roots.stream().filter(problem::inBox).map(r -> Equilibrium.at(problem, r, parameters)).toList();
        return new Equilibria(found, new Completeness.ManyStarts(starts, inVain));
    }

    private static boolean isNew(Problem problem, double[] y, List<double[]> roots) {
        return roots.stream().noneMatch(r -> problem.distance(r, y) < SAME);
    }
}
