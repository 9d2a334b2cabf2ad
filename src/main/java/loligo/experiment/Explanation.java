package loligo.experiment;

import java.util.List;
import java.util.stream.Stream;
import loligo.dynamics.Basins;
import loligo.model.Equations;
import loligo.notation.Printer;
import loligo.protocol.Kind;
import loligo.protocol.Protocol;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Tells what an experiment will do before it does it: equations, numbers and their ranges, protocols, methods and tolerances.
public final class Explanation {
    private final StringBuilder out = new StringBuilder();

    private Explanation() {}

    /// The explanation as text.
    public static String of(Experiment experiment) {
        Explanation explanation = new Explanation();
        if (experiment.preparations().isEmpty() && experiment.studies().isEmpty()) experiment.models().forEach(m -> explanation.equations("model " + m.name(), m.lower()));
        else explanation.line(experiment.title());
        experiment.preparations().forEach(explanation::preparation);
        experiment.protocols().forEach(explanation::protocol);
        experiment.studies().forEach(explanation::study);
        return explanation.out.toString();
    }

    /// What a preparation is made of, as text.
    public static String of(Preparation preparation) {
        Explanation explanation = new Explanation();
        explanation.preparation(preparation);
        return explanation.out.toString();
    }

    /// What is done in an experiment, as text.
    public static String protocols(Experiment experiment) {
        Explanation explanation = new Explanation();
        experiment.protocols().forEach(explanation::protocol);
        return explanation.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void preparation(Preparation preparation) {
        line("");
        equations(preparation.geometry().word() + " " + preparation.name() + ": " + preparation.model().name(), preparation.equations());
    }

    private void equations(String heading, Equations equations) {
        line(heading);
        line("  equations");
        for (Equations.State s : equations.states()) line("    " + s.name() + "' = " + Printer.text(s.derivative()));
        line("  where");
        for (Equations.Definition d : equations.definitions()) line("    " + d.name() + " = " + Printer.text(d.expr()) + bracket(d.unit()));
        line("  beginning at");
        for (Equations.State s : equations.states()) line("    " + s.name() + " = " + Printer.text(s.initial()) + bracket(s.unit()));
        if (!equations.resets().isEmpty()) line("  with resets");
        for (Equations.Reset r : equations.resets()) {
            line("    when " + Printer.text(r.when()) + ": " + String.join(", ", r.assignments().stream().map(a -> a.state() + " becomes " + Printer.text(a.value())).toList()));
        }
        line("  inputs");
        for (Equations.Input i : equations.inputs()) line("    " + i.name() + " rests at " + number(i.value(), i.unit()) + range(i.range(), i.unit()));
        line("  numbers");
        for (Equations.Parameter p : equations.parameters()) line("    " + p.name() + " = " + number(p.value(), p.unit()) + range(p.range(), p.unit()));
    }

    private static String bracket(Unit unit) {
        return unit.pure() ? "" : "   in " + unit.symbol();
    }

    private static String number(double inside, Unit unit) {
        return Digits.value(unit.outside(inside), 0) + unit.bracketed();
    }

    private static String range(Equations.@Nullable Range range, Unit unit) {
        return range == null ? "" : ", from " + number(range.from(), unit) + " to " + number(range.to(), unit);
    }

    private void protocol(Protocol protocol) {
        line("");
        line("protocol " + protocol.name() + ": " + protocol.kind().word() + (protocol.of() == null ? "" : " of " + protocol.of()) + ", " + Digits.counted(protocol.count(), "member"));
        if (protocol.kind() == Kind.VOLTAGE) line("  an ideal clamp: V follows the command exactly, without series resistance or delay; I is what the amplifier supplies, all ionic currents and C dV/dt, inward negative");
        if (protocol.kind() == Kind.DYNAMIC) line("  an ideal dynamic clamp: injects " + protocol.name() + ".I = " + protocol.name() + ".g * (" + protocol.name() + ".E - V) with the potential of the same instant");
        protocol.settings().forEach(s -> {
            String all = s.values().size() == 1 ? Digits.value(s.values().getFirst(), 0) : Digits.value(s.values().getFirst(), 0) + " ... " + Digits.value(s.values().getLast(), 0) + " (" + s.values().size() + " values)";
            line("  " + s.name() + " = " + all + s.unit().bracketed());
        });
    }

    private void study(Study study) {
        line("");
        switch (study) {
            case Study.Simulate s -> run(s.word(), s);
            case Study.Ensemble s -> {
                run(s.word(), s.run());
                line("  of each of " + s.cells().count() + " cells, drawn with seed " + s.cells().seed() + ": " + String.join("; ", s.cells().draws().stream().map(Draw::words).toList()));
                line("  tells the distributions of " + String.join(", ", s.measure()));
            }
            case Study.Clamp c -> {
                run(c.word(), c.run());
                line("  tells " + String.join(", ", c.measure()) + " over the number that is varied");
            }
            case Study.Threshold s -> line("threshold " + s.name() + " of " + s.of().name() + ": the " + s.vary().name() + " from " + number(s.from(), s.vary().unit()) + " to " + number(s.to(), s.vary().unit())
                    + " at which " + s.when().text() + " begins to hold, enclosed within " + Digits.value(s.within() / s.vary().unit().scale(), 0) + s.vary().unit().bracketed() + along(s.along()));
            case Study.Impedance s -> {
                line("impedance " + s.name() + " on " + s.run().on().name() + ": where it rests by itself, a chirp from " + number(s.from(), ImpedanceChirp.HZ) + " to " + number(s.to(), ImpedanceChirp.HZ)
                        + " and the same turned over, each until the membrane has settled; beside them what the linearised equations say");
                s.run().under().forEach(this::protocol);
                stepped(s.run().scheme());
            }
            case Study.Equilibria s -> line("equilibria " + s.name() + " on " + s.on().name() + ": " + s.on().equations().states().getFirst().name() + " from " + number(s.over().low(), s.on().equations().states().getFirst().unit())
                    + " to " + number(s.over().high(), s.on().equations().states().getFirst().unit()) + "; inputs rest");
            case Study.Continue s -> continuation(s);
            case Study.PhaseDiagram s -> diagram(s);
            case Study.Plane s -> {
                plane("plane", s);
                line("  nullclines are followed from every crossing of a grid; equilibria where they cross; manifolds of saddles and cycles by orbits, forwards and backwards in time; of stable cycles the adjoint equation gives the phase response, orbits backwards in time the isochrons");
            }
            case Study.Basin s -> {
                plane("basin", s.plane());
                line("  orbits, to a relative tolerance of " + Digits.value(Basins.TOLERANCE, Double.NaN) + ", begin at points of the plane and are followed in all unknowns until they enter a bowl around an equilibrium or pass a gate of a cycle from which none was seen to come back; every eighth of " + (BasinSearch.PIECES + 1) + " by " + (BasinSearch.PIECES + 1)
                        + " points first, then finer where neighbours differ; borders are halved to a 256th of a piece");
            }
            case Study.Chord s -> line("chord " + s.name() + " on " + s.on().name() + ": gates at the steady states that belong to V from " + number(s.over().low(), Unit.parse("mV")) + " to " + number(s.over().high(), Unit.parse("mV"))
                    + "; the potential that their conductances imply" + (ChordCurve.injected(s.on().equations()) == 0 ? "" : " together with the injected current") + ", and where it is V itself");
            case Study.Fi s -> {
                line("fi " + s.name() + " on " + s.run().on().name() + ": " + s.vary().name() + " over " + Digits.counted(s.over().length, "value") + " from " + number(s.over()[0], s.vary().unit()) + " to "
                        + number(s.over()[s.over().length - 1], s.vary().unit()) + ", constant from t = 0, where the membrane rests with its own " + s.vary().name());
                line("  runs of " + Digits.value(s.run().until(), 0) + " ms; frequency of what comes after " + Digits.value(s.run().after(), 0) + " ms; onset enclosed within " + Digits.value(s.within() / s.vary().unit().scale(), 0) + s.vary().unit().bracketed());
                line("  method " + s.run().scheme().method().name() + ": " + s.run().scheme().method().sentence());
                line("  " + accuracy(s.run().scheme()));
            }
            case Study.Sweep s -> line("sweep " + s.name() + " of " + s.of().name() + ": " + s.vary().name() + " over " + Digits.counted(s.over().length, "value") + " from " + number(s.over()[0], s.vary().unit()) + " to "
                    + number(s.over()[s.over().length - 1], s.vary().unit()) + "; measures " + String.join(", ", s.measure()));
        }
    }

    private void plane(String word, Study.Plane s) {
        List<Equations.State> sides = PlaneTable.states(s);
        line(word + " " + s.name() + " on " + s.on().name() + ": " + sides.getFirst().name() + " from " + number(s.x().range().low(), sides.getFirst().unit()) + " to " + number(s.x().range().high(), sides.getFirst().unit()) + ", " + sides.getLast().name()
                + " from " + number(s.y().range().low(), sides.getLast().unit()) + " to " + number(s.y().range().high(), sides.getLast().unit()) + "; inputs rest");
    }

    private void diagram(Study.PhaseDiagram s) {
        line("diagram " + s.name() + " on " + s.on().name() + ": " + between(s.x()) + ", " + between(s.y()) + "; inputs rest");
        line("  saddle-nodes and Hopf points are sought along lines through the rectangle and followed in both numbers by pseudo-arclength; cusps, Bogdanov-Takens, generalised Hopf, zero-Hopf and double Hopf points are located on the curves");
        if (s.on().equations().resets().isEmpty()) line("  folds of cycles, loops of saddles and saddle-nodes on cycles by collocation, the last two by cycles of one long period; saddle-node-loop points are extrapolated");
        line("  regions by the equilibria and stable cycles found at the points of a grid, without the curves, and more closely where neighbours differ");
    }

    private static String between(Study.Free free) {
        return free.vary().name() + " from " + number(free.over().low(), free.vary().unit()) + " to " + number(free.over().high(), free.vary().unit());
    }

    private void continuation(Study.Continue s) {
        line("continue " + s.name() + " on " + s.on().name() + ": " + s.vary().name() + " from " + number(s.over().low(), s.vary().unit()) + " to " + number(s.over().high(), s.vary().unit()) + "; inputs rest");
        line("  equilibria are sought at several values and followed by pseudo-arclength, with the Jacobian of the formulas" + (s.cycles() ? "; cycles from every Hopf point, and those that simulated orbits settle on, by collocation on a mesh that adapts" : ""));
        line("  saddle-nodes, Hopf points, branch points" + (s.cycles() ? ", folds, doublings and tori of cycles" : "") + " are located on the branch; steps and meshes choose themselves");
    }

    private void run(String word, Study.Simulate s) {
        line(word + " " + s.name() + " on " + s.on().name() + (s.under().isEmpty() ? "" : " under " + String.join(", ", s.under().stream().map(Protocol::name).toList())) + ", 0 to " + Digits.value(s.until(), 0) + " ms");
        line("  " + Digits.counted(Targets.count(s.under()), "run") + "; features of what comes after " + Digits.value(s.after(), 0) + " ms; series every " + Digits.value(s.every(), 0) + " ms");
        line("  records " + String.join(", ", s.record().stream().map(Study.Recorded::name).toList()));
        stepped(s.scheme());
    }

    private void stepped(Study.Scheme scheme) {
        line("  method " + scheme.method().name() + ": " + scheme.method().sentence());
        line("  " + accuracy(scheme));
    }

    private static String along(Study.@Nullable Along along) {
        return along == null ? "" : "; for " + Digits.counted(along.at().length, "value") + " of " + along.vary().name() + " from " + number(along.at()[0], along.vary().unit()) + " to " + number(along.at()[along.at().length - 1], along.vary().unit());
    }

    private static String accuracy(Study.Scheme scheme) {
        String own = scheme.adaptive() ? "relative tolerance " + Digits.value(scheme.tolerance(), Double.NaN) : "step " + Digits.value(scheme.step(), Double.NaN) + " ms";
        String finer = String.join(" and ", Stream.of(scheme.finer(), scheme.finest()).map(f -> Digits.value(scheme.adaptive() ? f.tolerance() : f.step(), Double.NaN)).toList());
        return own + "; errors by solving twice more, with " + finer + (scheme.adaptive() ? "" : " ms") + " (--fast leaves that out)";
    }
}
