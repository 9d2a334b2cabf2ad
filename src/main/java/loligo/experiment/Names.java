package loligo.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.notation.Scope;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// What the names of a preparation stand for.
final class Names {
    private Names() {}

    /// Dimensions by full name, `t` included.
    static Scope of(Equations equations) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        dimensions.put("t", Dimension.TIME);
        equations.states().forEach(s -> dimensions.put(s.name(), s.dimension()));
        equations.inputs().forEach(i -> dimensions.put(i.name(), i.dimension()));
        equations.definitions().forEach(d -> dimensions.put(d.name(), d.dimension()));
        equations.parameters().forEach(p -> dimensions.put(p.name(), p.dimension()));
        return Scope.of(dimensions);
    }

    /// The unit in which an expression is shown: that of a name is its own, that of a formula follows its dimension.
    static Unit unit(Expr expr, Equations equations, Dimension dimension) {
        Optional<Unit> own = expr instanceof Expr.Name name ? known(name.id(), equations) : Optional.empty();
        return own.orElseGet(() -> dimension.unit());
    }

    /// The unit of a name; that of a pure number for one that is not known.
    static Unit unit(String name, Equations equations) {
        return known(name, equations).orElse(Unit.ONE);
    }

    private static Optional<Unit> known(String name, Equations equations) {
        if (name.equals("t")) return Optional.of(Dimension.TIME.unit());
        for (Equations.State s : equations.states()) if (s.name().equals(name)) return Optional.of(s.unit());
        for (Equations.Definition d : equations.definitions()) if (d.name().equals(name)) return Optional.of(d.unit());
        for (Equations.Input i : equations.inputs()) if (i.name().equals(name)) return Optional.of(i.unit());
        for (Equations.Parameter p : equations.parameters()) if (p.name().equals(name)) return Optional.of(p.unit());
        return Optional.empty();
    }
}
