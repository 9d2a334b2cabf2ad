package loligo.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.solver.Method;
import org.jspecify.annotations.Nullable;

/// A membrane as byte code over arrays. Parameters are an array, so sliders, sweeps and continuation never recompile.
/// Immutable as seen from outside and safe to share; the parts beyond the derivatives are compiled when first asked for.
public final class Kernel {
    /// The parts that every kernel has; each is a class of its own.
    enum Section { DERIVATIVES, DIAGONAL, JACOBIAN, TIME, RELAXATIONS, INITIAL, TRIGGERS }

    private final Equations equations;
    private final Formulas formulas;
    private final Map<Section, Part> sections = new EnumMap<>(Section.class);
    private final @Nullable Part[] resets;
    private final Map<String, Part> byNumber = new HashMap<>();
    private final Map<Key, Reading> probes = new HashMap<>();
    private boolean @Nullable [] relaxing;

    private Kernel(Equations equations) {
        this.equations = equations;
        this.formulas = new Formulas(equations);
        this.resets = new @Nullable Part[equations.resets().size()];
        part(Section.DERIVATIVES);
    }

    /// Compiles equations.
    ///
    /// @throws IllegalArgumentException when an expression mentions a name that the equations do not have
    public static Kernel compile(Equations equations) {
        return new Kernel(equations);
    }

    public Equations equations() {
        return equations;
    }

    /// The parameters as the model has them, in the order of [Equations#parameters()] and membrane units; a fresh array // [parameters]
    public double[] parameters() {
        List<Equations.Parameter> parameters = equations.parameters();
        double[] values = new double[parameters.size()];
        for (int i = 0; i < values.length; i++) values[i] = parameters.get(i).value();
        return values;
    }

    /// The membrane as a vector field with these parameters (copied) and these inputs. Cheap; each thread takes its own.
    ///
    /// @param parameters in the order of [Equations#parameters()] // [parameters]
    /// @throws IllegalArgumentException when their number is another
    public KernelField field(double[] parameters, Drive drive) {
        int expected = equations.parameters().size();
        if (parameters.length != expected) throw new IllegalArgumentException(parameters.length + " parameters; the equations have " + expected);
        return new KernelField(this, parameters.clone(), drive);
    }

    /// A reader of expressions over the names of the equations. The same list gives the same probe, compiled once.
    ///
    /// @throws IllegalArgumentException when an expression mentions a name that the equations do not have
    public Probe probe(List<Expr> expressions) {
        return probe(expressions, List.of());
    }

    /// A reader of expressions, and behind them of how far rounding may have some of them off, at first order: infinite where nothing is left of them.
    ///
    /// @throws IllegalArgumentException when an expression mentions a name that the equations do not have
    public synchronized Probe probe(List<Expr> expressions, List<Expr> rounded) {
        List<Store> stores = formulas.probe(expressions, rounded);
        int[] nodes = new int[stores.size()];
        for (int i = 0; i < nodes.length; i++) nodes[i] = stores.get(i).node();
        Key key = new Key(nodes);
        Reading known = probes.get(key);
        if (known != null) return known;
        Reading made = new Reading(compile(stores), nodes.length);
        probes.put(key, made);
        return made;
    }

    /// Whether digits may be lost where an expression is computed, so that its rounding is worth to be looked at.
    ///
    /// @throws IllegalArgumentException when it mentions a name that the equations do not have
    public synchronized boolean loses(Expr expression) {
        return formulas.loses(expression);
    }

    /// The equations of what stands still as one equation in the first unknown.
    ///
    /// @param steady the steady state of each other unknown, by its name; may mention others, but not in a circle
    synchronized Balance balance(Map<String, Expr> steady, double[] parameters, double[] inputs) {
        return formulas.balance(steady, parameters, inputs);
    }

    synchronized Part part(Section section) {
        Part known = sections.get(section);
        if (known != null) return known;
        Part made = compile(switch (section) {
            case DERIVATIVES -> formulas.derivatives();
            case DIAGONAL -> formulas.derivativesWithDiagonal();
            case JACOBIAN -> formulas.jacobian();
            case TIME -> formulas.timeDerivatives();
            case RELAXATIONS -> formulas.relaxations();
            case INITIAL -> formulas.initial();
            case TRIGGERS -> formulas.triggers();
        });
        sections.put(section, made);
        return made;
    }

    synchronized Part reset(int k) {
        Part known = resets[k];
        if (known != null) return known;
        Part made = compile(formulas.reset(k));
        resets[k] = made;
        return made;
    }

    synchronized Part by(String number) {
        Part known = byNumber.get(number);
        if (known != null) return known;
        Part made = compile(formulas.derivativesBy(number));
        byNumber.put(number, made);
        return made;
    }

    synchronized boolean[] relaxing() {
        boolean[] known = relaxing;
        if (known == null) known = formulas.relaxing();
        relaxing = known;
        return known.clone();
    }

    /// One step of a fixed-step method as formulas.
    ///
    /// @param exponential whose own slope is used // [n]
    /// @param seen what is looked at in the step
    /// @param rounded and how far rounding may have that off
    synchronized Reduction.Reduced stride(Method method, boolean[] exponential, List<Expr> seen, List<Expr> rounded) {
        return Stride.of(formulas.reduced(Stride.slopes(method) ? formulas.derivativesWithDiagonal() : formulas.derivatives()), method,
                equations.states().size(), equations.inputs().size(), exponential, seen.isEmpty() ? null : formulas.reduced(formulas.probe(seen, rounded)));
    }

    /// The derivatives as formulas of the form of a step.
    synchronized Reduction.Reduced slope() {
        return Stride.slope(formulas.reduced(formulas.derivatives()), equations.states().size(), equations.inputs().size());
    }

    private Part compile(List<Store> stores) {
        Reduction.Reduced reduced = formulas.reduced(stores);
        return Part.compile(reduced.graph(), equations.parameters().size(), reduced.stores());
    }

    /// A list of nodes as the key of a map.
    private record Key(int[] nodes) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Arrays.equals(nodes, key.nodes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nodes);
        }
    }
}
