package loligo.dynamics;

import static loligo.dynamics.Multilinear.times;

import java.util.Arrays;
import java.util.Optional;
import loligo.linear.Spectrum;

/// Normal forms at the special points of an equilibrium branch.
final class SpecialEquilibria {
    private final Problem problem;
    private final int active;

    SpecialEquilibria(Problem problem, int active) {
        this.problem = problem;
        this.active = active;
    }

    Bifurcation.SaddleNode saddleNode(EquilibriumCurve.Point at) {
        return saddleNode(at.equilibrium(), uncertainty(at));
    }

    Bifurcation.SaddleNode saddleNode(Equilibrium e, double error) {
        int n = e.state().length;
        int k = nearestToZero(e.spectrum());
        double[] q = Arrays.copyOf(unit(e.spectrum().right()[k]), n);
        double[] p = e.spectrum().left()[k];
        double product = dot(p, q);
        Multilinear forms = new Multilinear(problem, e.state(), e.parameters());
        Differences.Estimate second = forms.second(q);
        double[] slope = new double[n];
        problem.byParameter(active, e.state(), e.parameters(), slope);
        double quadratic = dot(p, times(second.value(), q)) / product / 2;
        double quadraticError = 0;
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) quadraticError += Math.abs(p[i] * second.error()[i * n + j] * q[j] / product) / 2;
        double cubic = dot(p, times(forms.third(q).value(), q)) / product / 2;
        quadraticError += Math.abs(cubic) * displacement(forms.noise(q), p, q, product, quadratic) + 4 * Math.ulp(quadratic);
        double lost = 0;
        double[] field = Equilibrium.noise(problem, e.state(), e.parameters());
        for (int i = 0; i < n; i++) lost += Math.abs(p[i]) * field[i];
        return new Bifurcation.SaddleNode(e, e.parameters()[active], error + lost / Math.abs(dot(p, slope)), q, quadratic, quadraticError, dot(p, slope) / product);
    }

    /// How far a saddle-node may be from where it was found, in sizes along its null vector: there the eigenvalue, which vanishes and grows by `2 a` with each size, is lost in
    /// the rounding of the Jacobian.
    private static double displacement(double[] noise, double[] p, double[] q, double product, double quadratic) {
        int n = q.length;
        double lost = 0;
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) lost += Math.abs(p[i] * noise[i * n + j] * q[j] / product);
        return lost / Math.abs(2 * quadratic);
    }

    /// Empty where the two eigenvalues of opposite sign are real: a neutral saddle, at which nothing happens.
    Optional<Bifurcation.Hopf> hopf(EquilibriumCurve.Point at) {
        Equilibrium e = at.equilibrium();
        Spectrum s = e.spectrum();
        int k = nearestToAxis(s);
        if (k < 0) return Optional.empty();
        double[] q = unit(s.right()[k]);
        Lyapunov l1 = Lyapunov.of(problem, e, s.imaginary()[k], q, s.left()[k]);
        return Optional.of(new Bifurcation.Hopf(e, e.parameters()[active], uncertainty(at), s.imaginary()[k], l1.value(), l1.error(), q));
    }

    /// Rounding in the state moves the parameter by about as many sizes.
    private double uncertainty(EquilibriumCurve.Point at) {
        double[] t = at.tangent();
        double largest = 0;
        for (int i = 0; i < t.length - 1; i++) largest = Math.max(largest, at.equilibrium().jacobian().length * Math.ulp(at.x()[i]) / problem.size()[i]);
        return Math.max(largest * problem.parameterSize()[active], 16 * Math.ulp(at.x()[t.length - 1]));
    }

    private static int nearestToZero(Spectrum s) {
        int nearest = 0;
        for (int i = 1; i < s.size(); i++) if (s.modulus(i) < s.modulus(nearest)) nearest = i;
        return nearest;
    }

    /// The eigenvalue above the real axis whose real part is smallest, if it is smaller than any sum of two real ones; else -1.
    static int nearestToAxis(Spectrum s) {
        int nearest = -1;
        for (int i = 0; i < s.size(); i++) {
            if (s.imaginary()[i] > 0 && (nearest < 0 || Math.abs(s.real()[i]) < Math.abs(s.real()[nearest]))) nearest = i;
        }
        if (nearest < 0) return -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < s.size(); i++) {
            for (int j = i + 1; j < s.size(); j++) {
                if (s.imaginary()[i] == 0 && s.imaginary()[j] == 0) least = Math.min(least, Math.abs(s.real()[i] + s.real()[j]));
            }
        }
        return 2 * Math.abs(s.real()[nearest]) <= least ? nearest : -1;
    }

    /// Of length 1 in sizes // [2n]
    private double[] unit(double[] vector) {
        int n = vector.length / 2;
        double square = 0;
        for (int i = 0; i < 2 * n; i++) square += vector[i] / problem.size()[i % n] * (vector[i] / problem.size()[i % n]);
        double[] unit = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) unit[i] = vector[i] / Math.sqrt(square);
        return unit;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
