package loligo.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import loligo.notation.Expr;
import loligo.quantity.Dimension;

/// What a membrane would do without what stimuli drive: injected currents, and currents through channels that light opens or closes.
final class Undriven {
    private static final String IION = "Iion";
    private static final String LIGHT = "light";

    private Undriven() {}

    /// The rate of change of the potential without them; empty where it depends on none.
    ///
    /// @param driven `light`, and injected currents: `I`, `NAME.I` of a dynamic clamp
    static Optional<Expr> rate(Equations equations, Set<String> driven) {
        Expr all = equations.states().getFirst().derivative();
        Set<String> currents = new HashSet<>(driven);
        currents.remove(LIGHT);
        Optional<Expr> ionic = driven.contains(LIGHT) ? unlit(equations) : Optional.empty();
        if (ionic.isEmpty() && Tree.names(all).stream().noneMatch(currents::contains)) return Optional.empty();
        return Optional.of(Tree.replace(all, n -> currents.contains(n.id()) ? none(n.id(), equations) : n.id().equals(IION) ? ionic.orElse(n) : n, (_, _) -> {}));
    }

    /// The ionic current without those that light drives; empty where there are none.
    private static Optional<Expr> unlit(Equations equations) {
        Set<String> lit = lit(equations);
        return equations.definitions().stream().filter(d -> d.name().equals(IION)).map(Equations.Definition::expr).filter(e -> Tree.names(e).stream().anyMatch(lit::contains))
                .findFirst().map(e -> Tree.replace(e, n -> lit.contains(n.id()) ? none(n.id(), equations) : n, (_, _) -> {}));
    }

    /// All that follows light, but not by way of a potential or a concentration: those the membrane moves as well.
    private static Set<String> lit(Equations equations) {
        Set<String> lit = new HashSet<>(Set.of(LIGHT));
        int before = 0;
        while (lit.size() > before) {
            before = lit.size();
            for (Equations.Definition d : equations.definitions()) if (!d.name().equals(IION) && Tree.names(d.expr()).stream().anyMatch(lit::contains)) lit.add(d.name());
            for (Equations.State s : equations.states()) {
                boolean shared = s.dimension().equals(Dimension.POTENTIAL) || s.dimension().equals(Dimension.CONCENTRATION);
                if (!shared && Tree.names(s.derivative()).stream().anyMatch(lit::contains)) lit.add(s.name());
            }
        }
        return lit;
    }

    private static Expr none(String current, Equations equations) {
        Optional<Expr> input = equations.inputs().stream().filter(i -> i.name().equals(current)).<Expr>map(i -> new Expr.Literal(0, i.unit())).findFirst();
        return input.or(() -> equations.definitions().stream().filter(d -> d.name().equals(current)).<Expr>map(d -> new Expr.Literal(0, d.unit())).findFirst()).orElseThrow();
    }
}
