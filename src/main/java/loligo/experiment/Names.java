package loligo.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.notation.Scope;
import loligo.protocol.Protocol;
import loligo.quantity.Dimension;
import loligo.quantity.Nearest;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// What the names of a preparation stand for.
final class Names {
    private static final int MOST_TOLD = 24;

    private Names() {}

    /// Dimensions by full name, `t` included.
    static Scope of(Equations equations) {
        return of(equations, Map.of());
    }

    /// The same; who looks for something of a protocol is told where it is.
    static Scope of(Equations equations, Map<String, Protocol> protocols) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        dimensions.put("t", Dimension.TIME);
        equations.states().forEach(s -> dimensions.put(s.name(), s.dimension()));
        equations.inputs().forEach(i -> dimensions.put(i.name(), i.dimension()));
        equations.definitions().forEach(d -> dimensions.put(d.name(), d.dimension()));
        equations.parameters().forEach(p -> dimensions.put(p.name(), p.dimension()));
        return new Scope() {
            @Override
            public @Nullable Dimension dimension(String name) {
                return dimensions.get(name);
            }

            @Override
            public Collection<String> names() {
                return dimensions.keySet();
            }

            @Override
            public String advice(String unknown) {
                Protocol protocol = protocols.get(unknown.substring(0, Math.max(0, unknown.indexOf('.'))));
                if (protocol != null) return seenOf(protocol);
                Optional<String> near = Nearest.to(unknown, names());
                if (near.isPresent() && !unknown.endsWith("." + near.get())) return "Did you mean " + near.get() + "?";
                String within = unknown.substring(unknown.indexOf('.') + 1);
                if (dimensions.containsKey(within)) return "Write " + within + "; of which preparation is said by `on`.";
                return "There is " + seen(equations) + ".";
            }
        };
    }

    /// Where what a protocol does is seen.
    private static String seenOf(Protocol protocol) {
        String name = protocol.name();
        return switch (protocol.kind()) {
            case CURRENT -> "What protocol " + name + " injects is part of I, all current from outside: write I.";
            case VOLTAGE -> "V follows protocol " + name + ", and I is what its amplifier supplies: write V or I.";
            case DYNAMIC -> "Under protocol " + name + " there are " + name + ".I, its current, and " + name + ".g, its conductance.";
            case LIGHT, SET -> "Write " + Targets.target(protocol) + ": it follows protocol " + name + ".";
        };
    }

    /// What is looked at most: unknowns and currents.
    private static String seen(Equations equations) {
        List<String> seen = new ArrayList<>();
        equations.states().forEach(s -> seen.add(s.name()));
        equations.definitions().stream().map(Equations.Definition::name).filter(d -> d.endsWith(".I")).forEach(seen::add);
        equations.inputs().stream().map(Equations.Input::name).filter(i -> !i.equals(Equations.SLOPE)).forEach(seen::add);
        int more = seen.size() - MOST_TOLD;
        return String.join(", ", seen.subList(0, Math.min(seen.size(), MOST_TOLD))) + (more > 0 ? " and " + more + " more" : "");
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
