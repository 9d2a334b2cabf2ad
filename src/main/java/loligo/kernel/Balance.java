package loligo.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How fast the first unknown moves where every other one sits at its steady state, as formulas of the first alone; inputs rest. Immutable.
public final class Balance {
    private final Graph graph;
    private final double[] parameters; // membrane units // [parameters]
    private final double[] inputs;     // where they rest // [inputs]
    private final Course value;
    private final Course slope;

    /// The nodes on the way to a result, in an order in which they can be computed.
    ///
    /// @param places where in that order a node stands // [nodes]
    private record Course(int[] nodes, int[] places) {
        static Course to(Graph graph, int result) {
            int[] uses = graph.uses(new int[] {result});
            int[] places = new int[uses.length];
            int count = 0;
            int[] nodes = new int[uses.length];
            for (int node = 0; node <= result; node++) {
                if (uses[node] == 0) continue;
                places[node] = count;
                nodes[count++] = node;
            }
            return new Course(Arrays.copyOf(nodes, count), places);
        }
    }

    Balance(Graph graph, int value, int slope, double[] parameters, double[] inputs) {
        this.graph = graph;
        this.parameters = parameters;
        this.inputs = inputs;
        this.value = Course.to(graph, value);
        this.slope = Course.to(graph, slope);
    }

    /// The rate of change of the first unknown, membrane units per ms.
    public <T> T value(Domain<T> domain, T first) {
        return along(value, domain, first);
    }

    /// The derivative of that by the first unknown, per ms.
    public <T> T slope(Domain<T> domain, T first) {
        return along(slope, domain, first);
    }

    private <T> T along(Course course, Domain<T> domain, T first) {
        List<T> found = new ArrayList<>(course.nodes.length);
        for (int node : course.nodes) {
            Op op = graph.op(node);
            int leaf = graph.operand(node, 0);
            found.add(switch (op) {
                case CONSTANT -> domain.number(graph.value(node));
                case PARAMETER -> domain.number(parameters[leaf]);
                case INPUT -> domain.number(inputs[leaf]);
                case TIME, SLOPE -> domain.number(0);
                case STATE -> first;
                default -> domain.value(op, operands(course, node, op.arity(), found));
            });
        }
        return found.getLast();
    }

    private <T> List<T> operands(Course course, int node, int arity, List<T> found) {
        List<T> operands = new ArrayList<>(arity);
        for (int k = 0; k < arity; k++) operands.add(found.get(course.places[graph.operand(node, k)]));
        return operands;
    }
}
