package loligo.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.notation.Singularity;
import loligo.quantity.Dimension;

/// The equations of a membrane as one graph, and the results that are asked of it as lists of nodes with their places.
final class Formulas {
    private final Equations equations;
    private final Graph graph = new Graph();
    private final Algebra algebra = new Algebra(graph);
    private final Names now;
    private final Lowering lowering;
    private final Tangents tangents = new Tangents(algebra);
    private final Map<String, Expr> definitions = new HashMap<>();
    private final int[] slopes;      // node of each state's derivative
    private final Reduction reduction;
    private final Rounding rounding;

    Formulas(Equations equations) {
        this.equations = equations;
        for (Equations.Definition definition : equations.definitions()) definitions.put(definition.name(), definition.expr());
        this.now = new Names();
        this.lowering = new Lowering(algebra, now, definitions);
        List<Equations.State> states = equations.states();
        for (int i = 0; i < states.size(); i++) now.put(states.get(i).name(), graph.leaf(Op.STATE, i));
        slopes = new int[states.size()];
        for (int i = 0; i < slopes.length; i++) slopes[i] = lowering.value(states.get(i).derivative());
        reduction = new Reduction(graph, slopes);
        rounding = new Rounding(algebra, tangents, reduction);
    }

    /// Results as they are computed.
    Reduction.Reduced reduced(List<Store> stores) {
        return reduction.of(stores);
    }

    List<Store> derivatives() {
        List<Store> stores = new ArrayList<>();
        for (int i = 0; i < slopes.length; i++) stores.add(new Store(slopes[i], Store.Place.A, i));
        return stores;
    }

    List<Store> derivativesWithDiagonal() {
        List<Store> stores = derivatives();
        for (int i = 0; i < slopes.length; i++) stores.add(new Store(partial(i, i), Store.Place.B, i));
        return stores;
    }

    /// The entries of the matrix that are not zero everywhere.
    List<Store> jacobian() {
        int n = slopes.length;
        List<Store> stores = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            along(j);
            for (int i = 0; i < n; i++) {
                int entry = tangents.of(slopes[i]);
                if (!graph.constant(entry, 0)) stores.add(new Store(entry, Store.Place.A, i * n + j));
            }
        }
        return stores;
    }

    /// df/dt at fixed y: by `t` itself, and by the inputs as they move.
    List<Store> timeDerivatives() {
        tangents.clear();
        tangents.seed(graph.leaf(Op.TIME, 0), algebra.number(1));
        for (int i = 0; i < equations.inputs().size(); i++) tangents.seed(graph.leaf(Op.INPUT, i), graph.leaf(Op.SLOPE, i));
        List<Store> stores = new ArrayList<>();
        for (int i = 0; i < slopes.length; i++) stores.add(new Store(tangents.of(slopes[i]), Store.Place.A, i));
        return stores;
    }

    /// df/dx at fixed y and t, where x is a parameter or an input.
    ///
    /// @throws IllegalArgumentException when the equations have no such number
    List<Store> derivativesBy(String number) {
        int leaf = now.node(number);
        if (graph.op(leaf) != Op.PARAMETER && graph.op(leaf) != Op.INPUT) throw new IllegalArgumentException(number + " is no parameter and no input of " + equations.name());
        tangents.clear();
        tangents.seed(leaf, algebra.number(1));
        List<Store> stores = new ArrayList<>();
        for (int i = 0; i < slopes.length; i++) stores.add(new Store(tangents.of(slopes[i]), Store.Place.A, i));
        return stores;
    }

    List<Store> relaxations() {
        List<Store> stores = new ArrayList<>();
        for (int i = 0; i < slopes.length; i++) {
            Equations.Relaxation relaxation = equations.states().get(i).relaxation();
            stores.add(new Store(relaxation == null ? algebra.number(Double.NaN) : lowering.value(relaxation.inf()), Store.Place.A, i));
            stores.add(new Store(relaxation == null ? algebra.number(Double.NaN) : lowering.value(relaxation.tau()), Store.Place.B, i));
        }
        return stores;
    }

    List<Store> initial() {
        Names first = new Names();
        Lowering beginning = new Lowering(algebra, first, definitions);
        List<Store> stores = new ArrayList<>();
        for (int i = 0; i < slopes.length; i++) {
            Equations.State state = equations.states().get(i);
            int node = beginning.value(state.initial());
            first.put(state.name(), node);
            stores.add(new Store(node, Store.Place.A, i));
        }
        return stores;
    }

    List<Store> triggers() {
        List<Store> stores = new ArrayList<>();
        for (Equations.Reset reset : equations.resets()) stores.add(new Store(lowering.trigger(reset.when(), true), Store.Place.A, stores.size()));
        return stores;
    }

    /// The new values of the states that a reset assigns, in the order of its assignments.
    List<Store> reset(int k) {
        List<Store> stores = new ArrayList<>();
        for (Equations.Assignment assignment : equations.resets().get(k).assignments()) {
            stores.add(new Store(lowering.value(assignment.value()), Store.Place.A, stores.size()));
        }
        return stores;
    }

    /// Values, and behind them how far rounding may have some of them off.
    List<Store> probe(List<Expr> expressions, List<Expr> rounded) {
        List<Store> stores = new ArrayList<>();
        for (Expr expression : expressions) stores.add(new Store(lowering.value(expression), Store.Place.A, stores.size()));
        for (Expr expression : rounded) stores.add(new Store(rounding.of(lowering.value(expression)), Store.Place.A, stores.size()));
        return stores;
    }

    /// Whether digits may be lost where an expression is computed.
    boolean loses(Expr expression) {
        return rounding.loses(lowering.value(expression));
    }

    /// The slope of the first state where every other one sits at a steady state, and the derivative of that by the first state.
    ///
    /// @param steady the steady state of each other state, by its name; may mention others, but not in a circle
    Balance balance(Map<String, Expr> steady, double[] parameters, double[] inputs) {
        Map<String, Expr> settled = new HashMap<>(definitions);
        settled.putAll(steady);
        Names names = new Names(settled);
        int first = graph.leaf(Op.STATE, 0);
        names.put(equations.states().getFirst().name(), first);
        int value = new Lowering(algebra, names, settled).value(equations.states().getFirst().derivative());
        along(0);
        return new Balance(graph, value, tangents.of(value), parameters, inputs);
    }

    /// Which states relax as gates do: their derivatives are linear in them, so that the slope does not mention them. Membrane potentials never.
    boolean[] relaxing() {
        boolean[] relaxing = new boolean[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            int slope = partial(i, i);
            relaxing[i] = !equations.states().get(i).dimension().equals(Dimension.POTENTIAL) && !mentions(slope, graph.leaf(Op.STATE, i), new boolean[slope + 1]);
        }
        return relaxing;
    }

    private boolean mentions(int node, int leaf, boolean[] seen) {
        if (node == leaf) return true;
        if (graph.op(node).leaf() || seen[node]) return false;
        seen[node] = true;
        for (int k = 0; k < graph.op(node).arity(); k++) if (mentions(graph.operand(node, k), leaf, seen)) return true;
        return false;
    }

    private int partial(int i, int j) {
        along(j);
        return tangents.of(slopes[i]);
    }

    private void along(int j) {
        tangents.clear();
        tangents.seed(graph.leaf(Op.STATE, j), algebra.number(1));
    }

    /// The names of the equations: leaves at once, definitions when first asked for, states as they are put.
    private final class Names implements Scope {
        private static final int OPEN = -1;                      // a definition that is being lowered

        private final Map<String, Integer> nodes = new HashMap<>();
        private final Map<String, Expr> definitions;

        Names() {
            this(Formulas.this.definitions);
        }

        Names(Map<String, Expr> definitions) {
            this.definitions = definitions;
            nodes.put("t", graph.leaf(Op.TIME, 0));
            for (int i = 0; i < equations.parameters().size(); i++) put(equations.parameters().get(i).name(), graph.leaf(Op.PARAMETER, i));
            for (int i = 0; i < equations.inputs().size(); i++) put(equations.inputs().get(i).name(), graph.leaf(Op.INPUT, i));
        }

        void put(String name, int node) {
            nodes.put(name, node);
        }

        @Override
        public int node(String name) {
            Integer known = nodes.get(name);
            if (known != null && known != OPEN) return known;
            Expr definition = definitions.get(name);
            if (definition == null) throw new IllegalArgumentException(equations.name() + " has nothing called " + name + " here");
            if (known != null) throw new IllegalArgumentException("the definition of " + name + " leads back to itself");
            nodes.put(name, OPEN);
            int node = new Lowering(algebra, this, definitions).value(definition);
            nodes.put(name, node);
            return node;
        }
    }
}
