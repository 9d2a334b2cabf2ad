package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import loligo.dynamics.Equilibrium;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Equations;

/// Finds what each gate does to the potential beside an equilibrium, from the Jacobian of the formulas.
final class GateFeedback {
    private static final String CURRENT = "I";
    private static final double ROUNDED = 1e-13;

    private GateFeedback() {}

    /// Of each gate that depends on the potential alone, at each of the equilibria; empty lists for equations that are not those of a membrane.
    static List<List<Result.Feedback>> of(Preparation on, List<Equilibrium> found) {
        if (found.isEmpty() || !SteadyCurve.membrane(on.equations())) return found.stream().map(_ -> List.<Result.Feedback>of()).toList();
        List<String> instant = instant(on);
        Equations slowed = on.equations();
        for (String gate : instant) slowed = slowed.relaxing(gate);
        Kernel kernel = Kernel.compile(slowed);
        KernelField field = ProblemOf.field(kernel);
        return found.stream().map(e -> at(e, kernel.equations(), field, instant)).toList();
    }

    /// Gates that follow the potential at once.
    private static List<String> instant(Preparation on) {
        List<String> computed = on.equations().definitions().stream().map(Equations.Definition::name).toList();
        return on.model().channels().stream().flatMap(c -> c.gates().stream().map(g -> c.name() + "." + g.name())).filter(computed::contains).toList();
    }

    private static List<Result.Feedback> at(Equilibrium equilibrium, Equations equations, KernelField field, List<String> instant) {
        double[] moved = equilibrium.state().clone();
        for (int i = 0; i < moved.length; i++) moved[i] += equilibrium.error()[i];
        List<Result.Feedback> here = through(completed(equilibrium.state(), field), equations, field, instant);
        List<Result.Feedback> beside = through(completed(moved, field), equations, field, instant);
        List<Result.Feedback> all = new ArrayList<>();
        for (int k = 0; k < here.size(); k++) {
            Result.Feedback f = here.get(k);
            double error = Math.abs(f.conductance() - beside.get(k).conductance()) + ROUNDED * Math.abs(f.conductance());
            all.add(new Result.Feedback(f.gate(), f.conductance(), error, f.tau()));
        }
        return all;
    }

    /// The state with the gates that follow at once behind it: from 0 such a gate moves to its steady state within one ms at its first speed.
    private static double[] completed(double[] state, KernelField field) {
        double[] whole = Arrays.copyOf(state, field.dimension()); // [n + gates that follow at once]
        double[] speed = new double[whole.length];
        for (int pass = state.length; pass < whole.length; pass++) { // one gate may open by another
            field.evaluate(0, whole, speed);
            for (int i = state.length; i < whole.length; i++) whole[i] += speed[i];
        }
        return whole;
    }

    private static List<Result.Feedback> through(double[] state, Equations equations, KernelField field, List<String> instant) {
        int n = state.length;
        double[] jacobian = new double[n * n]; // 1/ms, row by row
        double[] driven = new double[n]; // by I
        field.jacobian(0, state, jacobian);
        field.derivativeBy(CURRENT, 0, state, driven);
        List<Result.Feedback> gates = new ArrayList<>();
        for (int i = 1; i < n; i++) {
            String name = equations.states().get(i).name();
            double own = jacobian[i * n + i];
            if (!(own < 0) || jacobian[i] == 0 || !alone(jacobian, n, i)) continue;
            gates.add(new Result.Feedback(name, jacobian[i] * jacobian[i * n] / own / driven[0], 0, instant.contains(name) ? 0 : -1 / own));
        }
        return gates;
    }

    /// Whether an unknown follows the potential and nothing else.
    private static boolean alone(double[] jacobian, int n, int i) {
        return jacobian[i * n] != 0 && IntStream.range(1, n).allMatch(j -> j == i || jacobian[i * n + j] == 0);
    }
}
