package loligo.notation;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A place where a formula is 0/0, or infinity less infinity, and yet has a value: `log(1 + x)/x` and `x^2/(exp(x) - 1 - x)` at 0. It is found by unfolding the
/// formula into a power series about the zero of one of its parts; near it that series is the formula, and nothing cancels.
///
/// @param u what vanishes at the hole
/// @param scale what the series is multiplied by: powers of subexpressions
/// @param series of the whole formula in u
record Hole(Expr u, Map<Expr, Integer> scale, Series series) {
    private static final int FEW = 8;             // powers that tell whether there is a hole
    private static final int MANY = 64;           // powers from which the radius is told
    private static final int MOST_TERMS = 44;     // of the polynomial
    private static final int MOST_PLACES = 12;    // at which a hole is looked for
    private static final int MOST_NODES = 200;    // of a formula that is looked at, definitions written out
    private static final double SMALL = 0x1p-56;  // relative, of what is left out
    private static final double WIDEST = 4;
    private static final int STEPS = 4;           // in which a radius is halved
    private static final int NARROWEST = 60;      // steps

    /// A hole of a quotient, or of a product with one.
    static @Nullable Hole of(Expr above, Expr below, Map<String, Expr> definitions) {
        Expr whole = new Expr.Quotient(above, below);
        for (Expr u : places(whole, definitions)) {
            Expansion few = new Expansion(u, definitions, FEW);
            Series divisor = few.of(below).series();
            if (divisor.from() <= 0 || divisor.zero() || few.of(above).series().from() < divisor.from()) continue;
            Expansion.Unfolded many = new Expansion(u, definitions, MANY).of(whole);
            if (!many.series().zero()) return new Hole(u, many.scale(), many.series());
        }
        return null;
    }

    /// A hole of a sum, in which two poles cancel.
    static @Nullable Hole of(Expr sum, Expr left, Expr right, Map<String, Expr> definitions) {
        if (!divides(left) || !divides(right)) return null;
        for (Expr u : places(sum, definitions)) {
            Expansion few = new Expansion(u, definitions, FEW);
            if (few.of(left).series().from() >= 0 || few.of(right).series().from() >= 0) continue;
            Expansion.Unfolded many = new Expansion(u, definitions, MANY).of(sum);
            if (many.series().from() >= 0 && !many.series().zero()) return new Hole(u, many.scale(), many.series());
        }
        return null;
    }

    private static boolean divides(Expr expr) {
        return switch (expr) {
            case Expr.Quotient(Expr a, Expr b) -> !(b instanceof Expr.Literal) || divides(a);
            case Expr.Product(Expr a, Expr b) -> divides(a) || divides(b);
            case Expr.Sum(Expr a, Expr b) -> divides(a) || divides(b);
            case Expr.Difference(Expr a, Expr b) -> divides(a) || divides(b);
            case Expr.Negation(Expr a) -> divides(a);
            case Expr.Power(_, Expr p) -> !(p instanceof Expr.Literal l && l.inside() >= 0);
            case Expr.Literal _, Expr.Name _, Expr.Call _, Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> false;
        };
    }

    /// What may vanish at a hole: arguments of functions first, as these are pure numbers.
    private static Set<Expr> places(Expr expr, Map<String, Expr> definitions) {
        Set<Expr> places = new LinkedHashSet<>();
        if (room(expr, definitions, MOST_NODES) < 0) return places;
        arguments(expr, definitions, places);
        factors(expr, places);
        places.removeIf(place -> Form.of(place, definitions).constant());
        return places;
    }

    /// How many nodes more there might be; below 0 where there are too many.
    private static int room(Expr expr, Map<String, Expr> definitions, int room) {
        if (room < 0) return room;
        return switch (expr) {
            case Expr.Literal _ -> room - 1;
            case Expr.Name e -> definitions.containsKey(e.id()) ? room(definitions.get(e.id()), definitions, room - 1) : room - 1;
            case Expr.Negation(Expr a) -> room(a, definitions, room - 1);
            case Expr.Not(Expr a) -> room(a, definitions, room - 1);
            case Expr.Sum(Expr a, Expr b) -> room(a, definitions, room(b, definitions, room - 1));
            case Expr.Difference(Expr a, Expr b) -> room(a, definitions, room(b, definitions, room - 1));
            case Expr.Product(Expr a, Expr b) -> room(a, definitions, room(b, definitions, room - 1));
            case Expr.Quotient(Expr a, Expr b) -> room(a, definitions, room(b, definitions, room - 1));
            case Expr.Power(Expr a, Expr b) -> room(a, definitions, room(b, definitions, room - 1));
            case Expr.Comparison(_, Expr a, Expr b) -> room(a, definitions, room(b, definitions, room - 1));
            case Expr.And(Expr a, Expr b) -> room(a, definitions, room(b, definitions, room - 1));
            case Expr.Or(Expr a, Expr b) -> room(a, definitions, room(b, definitions, room - 1));
            case Expr.Call(_, var arguments) -> {
                int left = room - 1;
                for (Expr argument : arguments) left = room(argument, definitions, left);
                yield left;
            }
        };
    }

    private static void arguments(Expr expr, Map<String, Expr> definitions, Set<Expr> places) {
        if (places.size() >= MOST_PLACES) return;
        switch (expr) {
            case Expr.Literal _, Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> {}
            case Expr.Name e -> {
                Expr definition = definitions.get(e.id());
                if (definition != null) arguments(definition, definitions, places);
            }
            case Expr.Negation(Expr a) -> arguments(a, definitions, places);
            case Expr.Sum(Expr a, Expr b) -> both(a, b, definitions, places);
            case Expr.Difference(Expr a, Expr b) -> both(a, b, definitions, places);
            case Expr.Product(Expr a, Expr b) -> both(a, b, definitions, places);
            case Expr.Quotient(Expr a, Expr b) -> both(a, b, definitions, places);
            case Expr.Power(Expr a, Expr b) -> {
                if (b instanceof Expr.Literal l && l.inside() == Math.rint(l.inside())) place(a, places);
                else beside(a, places);
                arguments(a, definitions, places);
            }
            case Expr.Call e -> {
                Expr a = e.arguments().getFirst();
                switch (e.function()) {
                    case LOG, LOG10, SQRT -> beside(a, places);
                    case EXP, EXPM1, EXPREL, SIN, COS, TAN, SINH, COSH, TANH, ATAN, ERF -> place(a, places);
                    case ABS, MIN, MAX, IF -> {}
                }
                arguments(a, definitions, places);
            }
        }
    }

    private static void both(Expr a, Expr b, Map<String, Expr> definitions, Set<Expr> places) {
        arguments(a, definitions, places);
        arguments(b, definitions, places);
    }

    private static void place(Expr expr, Set<Expr> places) {
        if (!(expr instanceof Expr.Literal)) places.add(expr);
    }

    /// Where an argument is a number, which it passes: what it says beside the number, or its distance from 1.
    private static void beside(Expr argument, Set<Expr> places) {
        switch (argument) {
            case Expr.Sum(Expr.Literal _, Expr rest) -> place(rest, places);
            case Expr.Sum(Expr rest, Expr.Literal _) -> place(rest, places);
            case Expr.Difference(Expr.Literal _, Expr rest) -> place(rest, places);
            case Expr.Difference(Expr rest, Expr.Literal _) -> place(rest, places);
            case Expr.Literal _ -> {}
            default -> places.add(new Expr.Difference(argument, Expr.number(1)));
        }
    }

    /// Factors that are names or sums.
    private static void factors(Expr expr, Set<Expr> places) {
        switch (expr) {
            case Expr.Product(Expr a, Expr b) -> {
                factors(a, places);
                factors(b, places);
            }
            case Expr.Quotient(Expr a, Expr b) -> {
                factors(a, places);
                factors(b, places);
            }
            case Expr.Negation(Expr a) -> factors(a, places);
            case Expr.Power(Expr a, _) -> factors(a, places);
            case Expr.Name _, Expr.Sum _, Expr.Difference _ -> places.add(expr);
            case Expr.Literal _, Expr.Call _, Expr.Comparison _, Expr.Not _, Expr.And _, Expr.Or _ -> {}
        }
    }

    /// The formula with its hole filled; null where its series is of no use.
    ///
    /// @param far the formula as it is written
    @Nullable Expr filled(Expr far) {
        double[] c = series.c();
        for (int k = 0; k <= NARROWEST; k++) {
            double radius = WIDEST * StrictMath.pow(2, -k / (double) STEPS);
            int count = count(c, radius);
            if (count > 0) return joined(radius, count, far);
        }
        return null;
    }

    /// How many coefficients make the series, to less than a rounding, where it stays within half of its first one; 0 where they are too many.
    private static int count(double[] c, double radius) {
        double size = Math.abs(c[0]);
        double beyond = 0;
        int count = 0;
        for (int k = c.length - 1; k > 0; k--) {
            beyond += Math.abs(c[k]) * StrictMath.pow(radius, k);
            if (count == 0 && beyond > SMALL * size) count = k + 1;
        }
        if (beyond > size / 2 || count > Math.min(MOST_TERMS, c.length - FEW)) return 0;
        return Math.max(count, 1);
    }

    private Expr joined(double radius, int count, Expr far) {
        Expr near = polynomial(count);
        for (int k = 0; k < series.from(); k++) near = new Expr.Product(near, u);
        for (Map.Entry<Expr, Integer> factor : scale.entrySet()) {
            Expr power = Simplifier.power(factor.getKey(), Expr.number(Math.abs(factor.getValue())));
            near = factor.getValue() > 0 ? new Expr.Product(power, near) : new Expr.Quotient(near, power);
        }
        Expr distance = new Expr.Call(Function.ABS, u);
        return new Expr.Call(Function.IF, new Expr.Comparison(Expr.Relation.LESS, distance, Expr.number(radius)), near, far);
    }

    /// By Horner's rule, in u^2 where the series is even.
    private Expr polynomial(int count) {
        double[] c = series.c();
        boolean even = true;
        for (int k = 1; k < count; k += 2) even &= c[k] == 0;
        int step = even ? 2 : 1;
        Expr x = even ? new Expr.Product(u, u) : u;
        int last = (count - 1) / step * step;
        Expr sum = Expr.number(c[last]);
        for (int k = last - step; k >= 0; k -= step) sum = new Expr.Sum(new Expr.Product(sum, x), Expr.number(c[k]));
        return sum;
    }
}
