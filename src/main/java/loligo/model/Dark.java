package loligo.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import loligo.notation.Expr;
import loligo.quantity.Dimension;

/// What a membrane would do without the currents through channels that light opens or closes.
final class Dark {
    private static final String IION = "Iion";

    private Dark() {}

    /// The rate of change of the potential without those currents; empty where light drives none.
    static Optional<Expr> rate(Equations equations) {
        Optional<Expr> all = equations.definitions().stream().filter(d -> d.name().equals(IION)).map(Equations.Definition::expr).findFirst();
        if (all.isEmpty()) return Optional.empty();
        Set<String> lit = lit(equations);
        if (Tree.names(all.get()).stream().noneMatch(lit::contains)) return Optional.empty();
        Expr others = Tree.replace(all.get(), n -> lit.contains(n.id()) ? none(n.id(), equations) : n, (_, _) -> {});
        return Optional.of(Tree.replace(equations.states().getFirst().derivative(), n -> n.id().equals(IION) ? others : n, (_, _) -> {}));
    }

    /// All that follows light, but not by way of a potential or a concentration: those the membrane moves as well.
    private static Set<String> lit(Equations equations) {
        Set<String> lit = new HashSet<>(Set.of("light"));
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
        return equations.definitions().stream().filter(d -> d.name().equals(current)).<Expr>map(d -> new Expr.Literal(0, d.unit())).findFirst().orElseThrow();
    }
}
