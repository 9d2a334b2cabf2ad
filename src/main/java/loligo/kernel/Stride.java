package loligo.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import loligo.solver.Method;
import org.jspecify.annotations.Nullable;

/// One step of a fixed-step method as formulas: the state after it from the state before it. The operations and their order are those of the
/// stepper in `solver`, so the bits are the same. What the steps of all cells share comes as inputs: at each stage the membrane's inputs and
/// the time, then the length of the step and its half. Where something is looked at within the step, it is seen at its four quarters: their inputs and times
/// follow those of the stages, and behind the lengths stands which part of the step the first three are.
final class Stride {
    /// At so many times within a step something is looked at, the last of them its end.
    static final int QUARTERS = 4;

    private final List<Store> derivatives;   // then the diagonal
    private final Graph field;
    private final int n;
    private final int inputs;
    private final int lengths;               // behind so many stages and quarters stand the lengths
    private final Graph graph = new Graph();

    /// The states after a step, and those at a part `x` of it.
    private record Taken(int[] next, IntFunction<int[]> within) {}

    /// @param field the derivatives, and their diagonal behind them where the method needs it
    /// @param lengths number of stages and quarters
    private Stride(Reduction.Reduced field, int n, int inputs, int lengths) {
        this.field = field.graph();
        this.derivatives = field.stores();
        this.n = n;
        this.inputs = inputs;
        this.lengths = lengths;
    }

    /// Times at which the inputs are looked at, in parts of the step // [stages]
    static double[] stages(Method method) {
        return switch (method) {
            case Method.RungeKutta m when !m.adaptive() -> m.c().clone();
            case Method.ExponentialEuler _ -> new double[] {0};
            case Method.RushLarsen m -> m.order() == 1 ? new double[] {0} : new double[] {0, 0.5};
            default -> throw new IllegalArgumentException(method.name() + " chooses its own steps; cells step together by rk4, exponential_euler, rush_larsen or rush_larsen2");
        };
    }

    /// Whether the method's steps are known here: it chooses none itself.
    static boolean known(Method method) {
        return !method.adaptive() && !(method instanceof Method.Rosenbrock);
    }

    /// Whether the method asks for the slope of each unknown by itself.
    static boolean slopes(Method method) {
        return !(method instanceof Method.RungeKutta);
    }

    /// Place of an input at a stage among the inputs of a step; that of the time follows the membrane's own.
    static int place(int stage, int input, int inputs) {
        return stage * (inputs + 1) + input;
    }

    /// @param exponential whose own slope is used // [n]
    /// @param seen what is looked at; its results follow the states, each with its four quarters side by side. Null for nothing
    static Reduction.Reduced of(Reduction.Reduced field, Method method, int n, int inputs, boolean[] exponential, Reduction.@Nullable Reduced seen) {
        int stages = stages(method).length;
        Stride stride = new Stride(field, n, inputs, stages + (seen == null ? 0 : QUARTERS));
        int[] y = stride.states();
        Taken taken = switch (method) {
            case Method.RungeKutta m -> stride.explicit(m, y);
            case Method.RushLarsen m when m.order() == 2 -> stride.relaxing(y, stride.halfway(y, exponential), exponential);
            default -> stride.relaxing(y, stride.stage(0, y), exponential);
        };
        List<Store> stores = stride.stores(taken.next);
        if (seen != null) stride.look(seen, stages, taken, stores);
        return new Reduction.Reduced(stride.graph, stores);
    }

    /// The derivatives themselves, as a step whose result they are.
    static Reduction.Reduced slope(Reduction.Reduced field, int n, int inputs) {
        Stride stride = new Stride(field, n, inputs, 1);
        return new Reduction.Reduced(stride.graph, stride.stores(stride.stage(0, stride.states())));
    }

    /// @param stages of the method
    private void look(Reduction.Reduced seen, int stages, Taken taken, List<Store> stores) {
        int[] formulas = seen.stores().stream().mapToInt(Store::node).toArray();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int[] y = quarter == QUARTERS - 1 ? taken.next : taken.within.apply(graph.leaf(Op.INPUT, place(lengths, 2 + quarter, inputs)));
            int[] values = copied(seen.graph(), formulas, stages + quarter, y);
            for (int c = 0; c < values.length; c++) stores.add(new Store(values[c], Store.Place.A, n + c * QUARTERS + quarter));
        }
    }

    private int[] states() {
        int[] y = new int[n];
        for (int i = 0; i < n; i++) y[i] = graph.leaf(Op.STATE, i);
        return y;
    }

    private List<Store> stores(int[] nodes) {
        List<Store> stores = new ArrayList<>(n);
        for (int i = 0; i < n; i++) stores.add(new Store(nodes[i], Store.Place.A, i));
        return stores;
    }

    private int length() {
        return graph.leaf(Op.INPUT, place(lengths, 0, inputs));
    }

    private int halfLength() {
        return graph.leaf(Op.INPUT, place(lengths, 1, inputs));
    }

    /// The field at a stage where the states are `y`: derivatives, then the diagonal if the field has one.
    private int[] stage(int stage, int[] y) {
        return copied(field, derivatives.stream().mapToInt(Store::node).toArray(), stage, y);
    }

    /// Formulas over inputs, time and states as they are at a stage where the states are `y`.
    private int[] copied(Graph from, int[] formulas, int stage, int[] y) {
        int[] needed = from.uses(formulas);
        int[] copies = new int[needed.length];
        for (int node = 0; node < needed.length; node++) if (needed[node] > 0) copies[node] = copy(from, node, copies, stage, y);
        return IntStream.of(formulas).map(node -> copies[node]).toArray();
    }

    private int copy(Graph from, int node, int[] copies, int stage, int[] y) {
        Op op = from.op(node);
        int index = from.operand(node, 0);
        return switch (op) {
            case CONSTANT -> graph.number(from.value(node));
            case PARAMETER -> graph.leaf(op, index);
            case TIME -> graph.leaf(Op.INPUT, place(stage, inputs, inputs));
            case INPUT -> graph.leaf(op, place(stage, index, inputs));
            case STATE -> y[index];
            default -> switch (op.arity()) {
                case 1 -> graph.unary(op, copies[index]);
                case 2 -> graph.binary(op, copies[index], copies[from.operand(node, 1)]);
                default -> graph.ternary(op, copies[index], copies[from.operand(node, 1)], copies[from.operand(node, 2)]);
            };
        };
    }

    private Taken explicit(Method.RungeKutta method, int[] y) {
        int stages = method.b().length;
        int h = length();
        int[][] k = new int[stages][];
        for (int s = 0; s < stages; s++) k[s] = stage(s, s == 0 ? y : combined(y, h, method.a()[s], s, k));
        int[] next = combined(y, h, method.b(), stages, k);
        return new Taken(next, x -> hermite(y, next, k[0], stage(stages + QUARTERS - 1, next), x));
    }

    /// The cubic through the states and slopes at both ends, as `ExplicitScheme` in `solver` computes it.
    private int[] hermite(int[] y, int[] next, int[] first, int[] last, int x) {
        int back = graph.binary(Op.SUBTRACT, graph.number(1), x);
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            int rise = graph.binary(Op.SUBTRACT, next[i], y[i]);
            int start = graph.binary(Op.SUBTRACT, graph.binary(Op.MULTIPLY, length(), first[i]), rise);
            int swing = graph.binary(Op.SUBTRACT, graph.binary(Op.SUBTRACT, rise, graph.binary(Op.MULTIPLY, length(), last[i])), start);
            int bent = graph.ternary(Op.FMA, x, graph.ternary(Op.FMA, back, graph.number(0), swing), start);
            out[i] = graph.ternary(Op.FMA, x, graph.ternary(Op.FMA, back, bent, rise), y[i]);
        }
        return out;
    }

    /// As `Combination.onto` in `solver` does it, but for slopes that have no weight.
    private int[] combined(int[] y, int h, double[] weights, int count, int[][] k) {
        int first = 0;
        while (weights[first] == 0 && first < count - 1) first++;
        boolean half = weights[first] == 0.5 && first == count - 1; // h/2 is exact
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            if (half) {
                out[i] = graph.ternary(Op.FMA, halfLength(), k[first][i], y[i]);
                continue;
            }
            int sum = weights[first] == 1 ? k[first][i] : graph.binary(Op.MULTIPLY, graph.number(weights[first]), k[first][i]);
            for (int j = first + 1; j < count; j++) sum = graph.ternary(Op.FMA, graph.number(weights[j]), k[j][i], sum);
            out[i] = graph.ternary(Op.FMA, h, sum, y[i]);
        }
        return out;
    }

    private Taken relaxing(int[] y, int[] f, boolean[] exponential) {
        return new Taken(relaxed(length(), y, f, exponential), x -> relaxed(graph.binary(Op.MULTIPLY, x, length()), y, f, exponential));
    }

    /// As `ExponentialScheme` in `solver` does it: `y + h phi(h d) f`, and y where f is 0.
    private int[] relaxed(int h, int[] y, int[] f, boolean[] exponential) {
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            int part = h;
            if (exponential[i]) part = graph.binary(Op.MULTIPLY, h, graph.unary(Op.PHI, graph.binary(Op.MULTIPLY, h, f[n + i])));
            out[i] = graph.ternary(Op.SELECT, equal(f[i], graph.number(0)), y[i], graph.ternary(Op.FMA, part, f[i], y[i]));
        }
        return out;
    }

    private int equal(int a, int b) {
        return graph.binary(Op.EQUAL, a, b);
    }

    /// The equations linearised half a step on, of which the whole step is made.
    private int[] halfway(int[] y, boolean[] exponential) {
        int[] middle = relaxed(halfLength(), y, stage(0, y), exponential);
        int[] f = stage(1, middle);
        for (int i = 0; i < n; i++) {
            if (!exponential[i]) continue;
            int moved = graph.ternary(Op.FMA, f[n + i], graph.binary(Op.SUBTRACT, y[i], middle[i]), f[i]);
            f[i] = graph.ternary(Op.SELECT, equal(middle[i], y[i]), f[i], moved);
        }
        return f;
    }
}
