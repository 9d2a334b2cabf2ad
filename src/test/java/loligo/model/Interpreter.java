package loligo.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loligo.notation.Expr;

/// Walks equations as trees: slow, and independent of the compiler that it checks.
final class Interpreter {
    private final Equations equations;
    private final Map<String, Double> given = new LinkedHashMap<>();

    Interpreter(Equations equations) {
        this.equations = equations;
        for (Equations.Parameter p : equations.parameters()) given.put(p.name(), p.value());
        for (Equations.Input i : equations.inputs()) given.put(i.name(), i.value());
    }

    /// Sets an input or a parameter, in membrane units.
    Interpreter with(String name, double value) {
        if (!given.containsKey(name)) throw new IllegalArgumentException("no number " + name);
        given.put(name, value);
        return this;
    }

    double[] initial() {
        Map<String, Double> env = new LinkedHashMap<>(given);
        env.put("t", 0.0);
        double[] y = new double[equations.states().size()];
        for (int i = 0; i < y.length; i++) {
            defineKnown(env);
            y[i] = value(equations.states().get(i).initial(), env);
            env.put(equations.states().get(i).name(), y[i]);
        }
        return y;
    }

    /// All names at a state.
    Map<String, Double> all(double t, double[] y) {
        Map<String, Double> env = new LinkedHashMap<>(given);
        env.put("t", t);
        for (int i = 0; i < y.length; i++) env.put(equations.states().get(i).name(), y[i]);
        define(env);
        return env;
    }

    double at(String name, double[] y) {
        Double value = all(0, y).get(name);
        if (value == null) throw new IllegalArgumentException("no value " + name);
        return value;
    }

    /// The value at the beginning, with V (the first state) moved.
    double atPotential(String name, double v) {
        double[] y = initial();
        y[0] = v;
        return at(name, y);
    }

    private void define(Map<String, Double> env) {
        for (Equations.Definition d : equations.definitions()) env.put(d.name(), value(d.expr(), env));
    }

    /// Before all states have begun, only some definitions have values.
    private void defineKnown(Map<String, Double> env) {
        for (Equations.Definition d : equations.definitions()) {
            if (known(d.expr(), env)) env.put(d.name(), value(d.expr(), env));
        }
    }

    private static boolean known(Expr expr, Map<String, Double> env) {
        return env.keySet().containsAll(Tree.names(expr));
    }

    double[] derivative(double t, double[] y) {
        Map<String, Double> env = all(t, y);
        double[] dy = new double[y.length];
        for (int i = 0; i < y.length; i++) dy[i] = value(equations.states().get(i).derivative(), env);
        return dy;
    }

    /// Classical Runge-Kutta steps with resets at their ends.
    double[] run(double until, double h) {
        double[] y = initial();
        long steps = StrictMath.round(until / h);
        for (long s = 0; s < steps; s++) {
            double t = s * h;
            double[] k1 = derivative(t, y);
            double[] k2 = derivative(t + h / 2, moved(y, k1, h / 2));
            double[] k3 = derivative(t + h / 2, moved(y, k2, h / 2));
            double[] k4 = derivative(t + h, moved(y, k3, h));
            for (int i = 0; i < y.length; i++) y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            reset(y);
        }
        return y;
    }

    private void reset(double[] y) {
        Map<String, Double> env = all(0, y);
        for (Equations.Reset r : equations.resets()) {
            if (value(r.when(), env) == 0) continue;
            for (Equations.Assignment a : r.assignments()) y[index(a.state())] = value(a.value(), env);
        }
    }

    int index(String state) {
        return equations.states().stream().map(Equations.State::name).toList().indexOf(state);
    }

    private static double[] moved(double[] y, double[] k, double h) {
        double[] moved = y.clone();
        for (int i = 0; i < y.length; i++) moved[i] += h * k[i];
        return moved;
    }

    private static double truth(boolean b) {
        return b ? 1 : 0;
    }

    static double value(Expr expr, Map<String, Double> env) {
        return switch (expr) {
            case Expr.Literal l -> l.inside();
            case Expr.Name(var id) -> {
                Double v = env.get(id);
                if (v == null) throw new IllegalStateException("not defined yet: " + id);
                yield v;
            }
            case Expr.Negation(var a) -> -value(a, env);
            case Expr.Sum(var a, var b) -> value(a, env) + value(b, env);
            case Expr.Difference(var a, var b) -> value(a, env) - value(b, env);
            case Expr.Product(var a, var b) -> value(a, env) * value(b, env);
            case Expr.Quotient(var a, var b) -> value(a, env) / value(b, env);
            case Expr.Power(var a, var b) -> StrictMath.pow(value(a, env), value(b, env));
            case Expr.Comparison(var relation, var a, var b) -> truth(compare(relation, value(a, env), value(b, env)));
            case Expr.Not(var a) -> truth(value(a, env) == 0);
            case Expr.And(var a, var b) -> truth(value(a, env) != 0 && value(b, env) != 0);
            case Expr.Or(var a, var b) -> truth(value(a, env) != 0 || value(b, env) != 0);
            case Expr.Call(var function, var arguments) -> call(function, arguments.stream().map(a -> value(a, env)).toList());
        };
    }

    private static boolean compare(Expr.Relation relation, double a, double b) {
        return switch (relation) {
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case MORE -> a > b;
            case AT_LEAST -> a >= b;
            case EQUAL -> a == b;
            case UNEQUAL -> a != b;
        };
    }

    private static double call(loligo.notation.Function function, List<Double> x) {
        double a = x.getFirst();
        return switch (function) {
            case EXP -> StrictMath.exp(a);
            case EXPM1 -> StrictMath.expm1(a);
            case EXPREL -> a == 0 ? 1 : StrictMath.expm1(a) / a;
            case LOG -> StrictMath.log(a);
            case LOG10 -> StrictMath.log10(a);
            case SQRT -> StrictMath.sqrt(a);
            case ABS -> StrictMath.abs(a);
            case MIN -> x.stream().reduce(a, StrictMath::min);
            case MAX -> x.stream().reduce(a, StrictMath::max);
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TAN -> StrictMath.tan(a);
            case SINH -> StrictMath.sinh(a);
            case COSH -> StrictMath.cosh(a);
            case TANH -> StrictMath.tanh(a);
            case ATAN -> StrictMath.atan(a);
            case ERF -> throw new IllegalArgumentException("no error function here");
            case IF -> a != 0 ? x.get(1) : x.get(2);
        };
    }
}
