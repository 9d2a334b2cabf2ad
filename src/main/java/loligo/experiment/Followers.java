package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.dynamics.Plane;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.kernel.Probe;
import loligo.model.Equations;
import loligo.notation.Expr;

/// Completes a point of a plane to a full state: unknowns that follow sit at the steady states that belong to it, the others stay where a run begins.
final class Followers implements Plane.Completion {
    private final KernelField field;
    private final Study.Plane study;
    private final List<Integer> following = new ArrayList<>();
    private final Probe steady;
    private final double[] beginning; // [n]
    private final double[] found; // [following]

    Followers(Kernel kernel, KernelField field, Study.Plane study) {
        this.field = field;
        this.study = study;
        this.beginning = field.initial(0);
        List<Expr> rules = new ArrayList<>();
        List<Equations.State> states = kernel.equations().states();
        for (int i = 0; i < states.size(); i++) {
            Expr rule = SteadyStates.rule(states.get(i), kernel.equations());
            if (i == study.x().unknown() || i == study.y().unknown() || rule == null || study.held().contains(states.get(i).name())) continue;
            following.add(i);
            rules.add(rule);
        }
        this.steady = kernel.probe(rules);
        this.found = new double[following.size()];
    }

    @Override
    public void at(double x, double y, double[] state) {
        System.arraycopy(beginning, 0, state, 0, beginning.length);
        state[study.x().unknown()] = x;
        state[study.y().unknown()] = y;
        for (int round = 0; round < following.size(); round++) { // one steady state may need another
            steady.observe(field, 0, state, found);
            for (int k = 0; k < found.length; k++) state[following.get(k)] = found[k];
        }
    }

    /// What the unknowns beyond the plane do; empty when there are none.
    String sentence(List<Equations.State> states) {
        List<String> follow = following.stream().map(i -> states.get(i).name()).toList();
        List<String> hold = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            if (i == study.x().unknown() || i == study.y().unknown() || following.contains(i)) continue;
            hold.add(states.get(i).name() + " = " + Digits.value(states.get(i).unit().outside(beginning[i]), Double.NaN) + states.get(i).unit().after());
        }
        String first = follow.isEmpty() ? "" : String.join(", ", follow) + (follow.size() == 1 ? " follows its steady state" : " follow their steady states");
        String second = hold.isEmpty() ? "" : String.join(", ", hold) + (hold.size() == 1 ? " is held" : " are held");
        String both = first + (first.isEmpty() || second.isEmpty() ? "" : "; ") + second;
        return both.isEmpty() ? "" : both + ". ";
    }
}
