package loligo.kernel;

import java.util.ArrayList;
import java.util.List;
import loligo.solver.Method;

/// One step of a fixed-step method as formulas: the state after it from the state before it. The operations and their order are those of the
/// stepper in `solver`, so the bits are the same. What the steps of all cells share comes as inputs: at each stage the membrane's inputs and
/// the time, then the length of the step and its half.
final class Stride {
    private final List<Store> derivatives;   // then the diagonal
    private final Graph field;
    private final int n;
    private final int inputs;
    private final Graph graph = new Graph();

    /// @param field the derivatives, and their diagonal behind them where the method needs it
    private Stride(Reduction.Reduced field, int n, int inputs) {
        this.field = field.graph();
        this.derivatives = field.stores();
        this.n = n;
        this.inputs = inputs;
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

    /// Whether the method asks for the slope of each unknown by itself.
    static boolean slopes(Method method) {
        return !(method instanceof Method.RungeKutta);
    }

    /// Place of an input at a stage among the inputs of a step; that of the time follows the membrane's own.
    static int place(int stage, int input, int inputs) {
        return stage * (inputs + 1) + input;
    }

    /// @param exponential whose own slope is used // [n]
    static Reduction.Reduced of(Reduction.Reduced field, Method method, int n, int inputs, boolean[] exponential) {
        Stride stride = new Stride(field, n, inputs);
        int[] y = stride.states();
        int[] next = switch (method) {
            case Method.RungeKutta m -> stride.explicit(m, y);
            case Method.RushLarsen m when m.order() == 2 -> stride.halfway(y, exponential);
            default -> stride.relaxed(stride.length(stages(method).length, 0), y, stride.stage(0, y), exponential);
        };
        return new Reduction.Reduced(stride.graph, stride.stores(next));
    }

    /// The derivatives themselves, as a step whose result they are.
    static Reduction.Reduced slope(Reduction.Reduced field, int n, int inputs) {
        Stride stride = new Stride(field, n, inputs);
        return new Reduction.Reduced(stride.graph, stride.stores(stride.stage(0, stride.states())));
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

    /// The length of the step, or its half: behind the inputs of all stages.
    private int length(int stages, int half) {
        return graph.leaf(Op.INPUT, place(stages, half, inputs));
    }

    /// The field at a stage where the states are `y`: derivatives, then the diagonal if the field has one.
    private int[] stage(int stage, int[] y) {
        int[] results = derivatives.stream().mapToInt(Store::node).toArray();
        int[] needed = field.uses(results);
        int[] copies = new int[needed.length];
        for (int node = 0; node < needed.length; node++) if (needed[node] > 0) copies[node] = copy(node, copies, stage, y);
        for (int i = 0; i < results.length; i++) results[i] = copies[results[i]];
        return results;
    }

    private int copy(int node, int[] copies, int stage, int[] y) {
        Op op = field.op(node);
        int index = field.operand(node, 0);
        return switch (op) {
            case CONSTANT -> graph.number(field.value(node));
            case PARAMETER -> graph.leaf(op, index);
            case TIME -> graph.leaf(Op.INPUT, place(stage, inputs, inputs));
            case INPUT -> graph.leaf(op, place(stage, index, inputs));
            case STATE -> y[index];
            default -> switch (op.arity()) {
                case 1 -> graph.unary(op, copies[index]);
                case 2 -> graph.binary(op, copies[index], copies[field.operand(node, 1)]);
                default -> graph.ternary(op, copies[index], copies[field.operand(node, 1)], copies[field.operand(node, 2)]);
            };
        };
    }

    private int[] explicit(Method.RungeKutta method, int[] y) {
        int stages = method.b().length;
        int h = length(stages, 0);
        int[][] k = new int[stages][];
        for (int s = 0; s < stages; s++) k[s] = stage(s, s == 0 ? y : combined(y, h, method.a()[s], s, k));
        return combined(y, h, method.b(), stages, k);
    }

    /// As `Combination.onto` in `solver` does it, but for slopes that have no weight.
    private int[] combined(int[] y, int h, double[] weights, int count, int[][] k) {
        int first = 0;
        while (weights[first] == 0 && first < count - 1) first++;
        boolean half = weights[first] == 0.5 && first == count - 1; // h/2 is exact
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            if (half) {
                out[i] = graph.ternary(Op.FMA, length(k.length, 1), k[first][i], y[i]);
                continue;
            }
            int sum = weights[first] == 1 ? k[first][i] : graph.binary(Op.MULTIPLY, graph.number(weights[first]), k[first][i]);
            for (int j = first + 1; j < count; j++) sum = graph.ternary(Op.FMA, graph.number(weights[j]), k[j][i], sum);
            out[i] = graph.ternary(Op.FMA, h, sum, y[i]);
        }
        return out;
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

    private int[] halfway(int[] y, boolean[] exponential) {
        int[] middle = relaxed(length(2, 1), y, stage(0, y), exponential);
        int[] f = stage(1, middle).clone();
        for (int i = 0; i < n; i++) {
            if (!exponential[i]) continue;
            int moved = graph.ternary(Op.FMA, f[n + i], graph.binary(Op.SUBTRACT, y[i], middle[i]), f[i]);
            f[i] = graph.ternary(Op.SELECT, equal(middle[i], y[i]), f[i], moved);
        }
        return relaxed(length(2, 0), y, f, exponential);
    }
}
