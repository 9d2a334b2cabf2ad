package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loligo.dynamics.Problem;
import loligo.dynamics.Range;
import loligo.dynamics.Reduction;
import loligo.kernel.Balance;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.kernel.Probe;
import loligo.model.Equations;
import loligo.notation.Expr;
import org.jspecify.annotations.Nullable;

/// The equilibrium equations of a membrane as one equation in V: every other unknown sits at the steady state that belongs to V.
final class SteadyStates implements Reduction {
    private static final int LOOKS = 9;            // potentials at which the elimination is tried
    private static final double SETTLED = 1e-8;    // of a size and of the unknown

    private final KernelField field;
    private final Probe steady;
    private final Map<String, Expr> rules; // steady states by name
    private final int n;
    private final double[] settled; // [n]
    private final double[] found;   // [n]
    private final double[] slope;   // [n]

    private SteadyStates(KernelField field, Probe steady, Map<String, Expr> rules) {
        this.field = field;
        this.rules = rules;
        this.steady = steady;
        this.n = field.dimension();
        settled = new double[n];
        found = new double[n];
        slope = new double[n];
    }

    /// Empty where some unknown has no steady state of its own, or steady states depend on each other in a circle.
    static Optional<SteadyStates> of(Kernel kernel, KernelField field, Problem problem, Range over) {
        List<Expr> steady = new ArrayList<>();
        Map<String, Expr> rules = new LinkedHashMap<>();
        steady.add(new Expr.Name(kernel.equations().states().getFirst().name()));
        for (Equations.State state : kernel.equations().states().subList(1, field.dimension())) {
            Expr rule = rule(state, kernel.equations());
            if (rule == null) return Optional.empty();
            steady.add(rule);
            rules.put(state.name(), rule);
        }
        SteadyStates states = new SteadyStates(field, kernel.probe(steady), rules);
        for (int k = 0; k < LOOKS; k++) if (!states.hold(over.at((k + 0.5) / LOOKS), problem)) return Optional.empty();
        return Optional.of(states);
    }

    /// The steady state of an unknown: that of its relaxation, or what the model defines as `X.inf`.
    static @Nullable Expr rule(Equations.State state, Equations equations) {
        if (state.relaxation() != null) return state.relaxation().inf();
        String inf = state.name() + ".inf";
        return equations.definitions().stream().anyMatch(d -> d.name().equals(inf)) ? new Expr.Name(inf) : null;
    }

    /// Whether nothing but V moves there: no unknown by more than rounding within its own time.
    private boolean hold(double v, Problem problem) {
        double[] y = state(v);
        double[] jacobian = new double[n * n];
        field.evaluate(0, y, slope);
        field.jacobian(0, y, jacobian);
        for (int i = 1; i < n; i++) {
            double most = SETTLED * Math.abs(jacobian[i * n + i]) * (problem.size()[i] + Math.abs(y[i]));
            if (!(Math.abs(slope[i]) <= most)) return false;
        }
        return true;
    }

    /// The balance as formulas.
    Balance formulas() {
        return field.balance(rules);
    }

    /// The same with a balance on intervals, so that no equilibrium is missed.
    Reduction enclosed() {
        Enclosed enclosed = new Enclosed(formulas());
        return new Reduction() {
            @Override
            public double balance(double v) {
                return SteadyStates.this.balance(v);
            }

            @Override
            public double[] state(double v) {
                return SteadyStates.this.state(v);
            }

            @Override
            public Optional<Enclosure> enclosure() {
                return Optional.of(enclosed);
            }
        };
    }

    @Override
    public double[] state(double v) {
        settled[0] = v;
        for (int round = 0; round < n; round++) { // one steady state may need another
            steady.observe(field, 0, settled, found);
            found[0] = v;
            System.arraycopy(found, 0, settled, 0, n);
        }
        return settled.clone();
    }

    @Override
    public double balance(double v) {
        field.evaluate(0, state(v), slope);
        return slope[0];
    }
}
