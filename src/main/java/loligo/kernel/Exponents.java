package loligo.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which exponentials of a membrane are powers of one another: `e^(V/10)` is the eighth power of `e^(V/80)`, and `e^((V+65)/20)` a number
/// times its fourth. Such a family costs one exponential and some products. A power adds at most an ulp per factor, so up to the sixteenth
/// the error stays below 1e-14 of the value (`ReductionTest`). Where the shift and the rest leave the doubles one by one but not together,
/// beyond e^644, a value becomes infinite or zero early.
final class Exponents {
    private static final int HIGHEST = 16;
    private static final double FARTHEST = 64;
    private static final double SAME = 8 * Math.ulp(1.0);    // relative; what rounding does to a ratio of rates

    private final Graph graph;
    private final Map<Integer, List<Family>> families;       // by the node that is exponentiated

    /// The argument of an exponential as `rate * of + shift`.
    private record Argument(int of, double rate, double shift) {}

    /// Exponentials of `rate * of` and its multiples.
    private record Family(double rate, List<Argument> members) {
        boolean has(double other) {
            double ratio = other / rate;
            return ratio > 0.5 && ratio < HIGHEST + 0.5 && Math.abs(ratio - Math.rint(ratio)) <= SAME * ratio;
        }
    }

    /// An exponential as `e^shift * (e^(rate * of))^power`.
    record Power(int of, double rate, int power, double shift) {}

    private Exponents(Graph graph, Map<Integer, List<Family>> families) {
        this.graph = graph;
        this.families = families;
    }

    /// The families among the exponentials that these results need.
    static Exponents of(Graph graph, int[] results) {
        int[] uses = graph.uses(results);
        Map<Integer, List<Argument>> found = new HashMap<>();
        for (int node = 0; node < uses.length; node++) {
            if (uses[node] == 0 || !exponential(graph.op(node))) continue;
            Argument argument = argument(graph, graph.operand(node, 0));
            if (near(argument) && graph.level(argument.of()) > Graph.PARAMETER) found.computeIfAbsent(argument.of(), k -> new ArrayList<>()).add(argument);
        }
        Map<Integer, List<Family>> families = new HashMap<>();
        found.forEach((of, arguments) -> families.put(of, families(arguments)));
        return new Exponents(graph, families);
    }

    private static boolean exponential(Op op) {
        return op == Op.EXP || op == Op.EXPREL || op == Op.BERNOULLI;
    }

    private static boolean near(Argument argument) {
        return Math.abs(argument.shift()) <= FARTHEST;
    }

    /// The slowest exponential begins a family; one that stands alone is left as it is.
    private static List<Family> families(List<Argument> arguments) {
        List<Family> families = new ArrayList<>();
        arguments.sort(Comparator.comparingDouble(a -> Math.abs(a.rate())));
        for (Argument argument : arguments) {
            Optional<Family> known = families.stream().filter(f -> f.has(argument.rate())).findFirst();
            if (known.isEmpty()) families.add(new Family(argument.rate(), new ArrayList<>()));
            known.orElseGet(families::getLast).members().add(argument);
        }
        return families.stream().filter(f -> f.members().size() > 1).toList();
    }

    /// The exponential of a node as a power, when its family has others; else null.
    @Nullable Power power(int node) {
        Argument argument = argument(graph, node);
        if (!near(argument)) return null;
        for (Family family : families.getOrDefault(argument.of(), List.of())) {
            if (family.has(argument.rate())) return new Power(argument.of(), family.rate(), (int) Math.rint(argument.rate() / family.rate()), argument.shift());
        }
        return null;
    }

    private static Argument argument(Graph graph, int node) {
        int a = graph.operand(node, 0);
        int b = graph.operand(node, 1);
        return switch (graph.op(node)) {
            case NEGATE -> scaled(argument(graph, a), -1);
            case MULTIPLY -> graph.constant(a) ? scaled(argument(graph, b), graph.value(a)) : graph.constant(b) ? scaled(argument(graph, a), graph.value(b)) : plain(node);
            case ADD -> graph.constant(a) ? shifted(argument(graph, b), graph.value(a)) : graph.constant(b) ? shifted(argument(graph, a), graph.value(b)) : plain(node);
            case SUBTRACT -> graph.constant(a) ? shifted(scaled(argument(graph, b), -1), graph.value(a)) : graph.constant(b) ? shifted(argument(graph, a), -graph.value(b)) : plain(node);
            default -> plain(node);
        };
    }

    private static Argument plain(int node) {
        return new Argument(node, 1, 0);
    }

    private static Argument scaled(Argument a, double factor) {
        return new Argument(a.of(), a.rate() * factor, a.shift() * factor);
    }

    private static Argument shifted(Argument a, double by) {
        return new Argument(a.of(), a.rate(), a.shift() + by);
    }
}
