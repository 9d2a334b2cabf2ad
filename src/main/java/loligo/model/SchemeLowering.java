package loligo.model;

import java.util.List;
import loligo.notation.Expr;
import loligo.notation.Function;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Writes a Markov scheme down: a state for each of its states but the last, which is what the others leave of one, and where they begin.
final class SchemeLowering {
    /// A state that has no way out, as in the dark, leaves this slowly towards the states before it: so slowly that it keeps everything.
    private static final Expr HARDLY = Algebra.number(1e-30, Algebra.PER_MS);

    private final Ledger ledger;
    private final Line.Home home;
    private final String channel;
    private final Gate.Scheme scheme;
    private final Line.Scope scope;
    private final @Nullable String factor;
    private final List<String> states;
    private final int n;

    SchemeLowering(Ledger ledger, Line.Home home, String channel, Gate.Scheme scheme, Line.Scope scope, @Nullable String factor) {
        this.ledger = ledger;
        this.home = home;
        this.channel = channel;
        this.scheme = scheme;
        this.scope = scope;
        this.factor = factor;
        this.states = scheme.states();
        this.n = states.size();
    }

    void write() {
        for (Gate.Transition t : scheme.transitions()) {
            Line.Pace pace = factor == null ? null : new Line.Pace(factor, false);
            ledger.put(new Line(rateName(t), Line.Role.VALUE, t.rate(), scope, Dimension.RATE, Line.Sign.NOT_NEGATIVE, null, pace, home));
        }
        for (int i = 0; i < n - 1; i++) {
            ledger.put(new Ledger.Draft(full(i), Dimension.NONE, Unit.ONE, Algebra.name(full(i) + ".inf"), derivative(i), null));
        }
        Expr rest = Algebra.number(1);
        for (int i = 0; i < n - 1; i++) rest = Algebra.minus(rest, Algebra.name(full(i)));
        follows(full(n - 1), rest, Dimension.NONE);
        Named open = scheme.open();
        if (open != null) {
            ledger.put(new Line(channel + "." + scheme.name(), Line.Role.VALUE, open.value(), scope, Dimension.NONE, Line.Sign.ANY, null, null, home));
        }
        writeSteady();
    }

    private String full(int state) {
        return channel + "." + states.get(state);
    }

    private String rateName(Gate.Transition t) {
        return channel + "." + t.from() + "_" + t.to();
    }

    private void follows(String name, Expr expr, Dimension dimension) {
        ledger.put(new Line(name, Line.Role.FOLLOWS, expr, Line.Scope.TOP, dimension, Line.Sign.ANY, null, null, home));
    }

    /// What flows in minus what flows out.
    private Expr derivative(int state) {
        String name = states.get(state);
        Expr in = null;
        Expr out = null;
        for (Gate.Transition t : scheme.transitions()) {
            Expr rate = ledger.inForce(rateName(t));
            if (t.to().equals(name)) in = plus(in, Algebra.product(rate, Algebra.name(channel + "." + t.from())));
            if (t.from().equals(name)) out = plus(out, rate);
        }
        Expr leaving = out == null ? null : Algebra.product(out, Algebra.name(full(state)));
        if (leaving == null) return in == null ? Algebra.number(0, Algebra.PER_MS) : in;
        return in == null ? Algebra.negative(leaving) : Algebra.minus(in, leaving);
    }

    private static Expr plus(@Nullable Expr sum, Expr term) {
        return sum == null ? term : Algebra.sum(sum, term);
    }

    private static @Nullable Expr plusAny(@Nullable Expr sum, @Nullable Expr term) {
        return term == null ? sum : plus(sum, term);
    }

    /// Steady occupancies `STATE.inf` by elimination without subtractions (Grassmann, Taksar & Heyman 1985): the last state is taken out, and
    /// what passes through it becomes a direct way, until one state is left; then the weights are found backwards. Exact to rounding, and positive.
    private void writeSteady() {
        @Nullable Expr[][] q = rates(); // q[i][j]: rate from i to j, 1/ms
        for (int k = n - 1; k > 0; k--) {
            Expr exit = null;
            for (int j = 0; j < k; j++) exit = plusAny(exit, q[k][j]);
            follows(step("exit", k), exit == null ? HARDLY : Algebra.call(Function.MAX, exit, HARDLY), Dimension.RATE);
            takeOut(q, k);
        }
        Expr total = Algebra.number(1);
        follows(step("weight", 0), total, Dimension.NONE);
        for (int k = 1; k < n; k++) {
            Expr inflow = null;
            for (int i = 0; i < k; i++) {
                Expr in = q[i][k];
                if (in != null) inflow = plus(inflow, Algebra.product(Algebra.name(step("weight", i)), in));
            }
            follows(step("weight", k), inflow == null ? Algebra.number(0) : Algebra.over(inflow, Algebra.name(step("exit", k))), Dimension.NONE);
            total = Algebra.sum(total, Algebra.name(step("weight", k)));
        }
        follows(channel + "." + scheme.name() + ".weights", total, Dimension.NONE);
        for (int k = 0; k < n; k++) {
            follows(full(k) + ".inf", Algebra.over(Algebra.name(step("weight", k)), Algebra.name(channel + "." + scheme.name() + ".weights")), Dimension.NONE);
        }
    }

    private @Nullable Expr[][] rates() {
        @Nullable Expr[][] q = new @Nullable Expr[n][n];
        for (Gate.Transition t : scheme.transitions()) q[states.indexOf(t.from())][states.indexOf(t.to())] = ledger.inForce(rateName(t));
        return q;
    }

    /// Replaces every way through state k by a direct one, written down as a definition so that expressions stay short.
    private void takeOut(@Nullable Expr[][] q, int k) {
        for (int i = 0; i < k; i++) {
            Expr in = q[i][k];
            if (in == null) continue;
            for (int j = 0; j < k; j++) {
                Expr out = q[k][j];
                if (out == null || i == j) continue;
                String name = step("via", k) + "." + states.get(i) + "_" + states.get(j);
                follows(name, plus(q[i][j], Algebra.over(Algebra.product(in, out), Algebra.name(step("exit", k)))), Dimension.RATE);
                q[i][j] = Algebra.name(name);
            }
        }
    }

    private String step(String what, int state) {
        return full(state) + "." + what;
    }
}
