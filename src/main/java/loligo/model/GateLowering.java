package loligo.model;

import loligo.notation.Expr;
import loligo.notation.Function;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Writes one gate of a channel down.
final class GateLowering {
    private final Ledger ledger;
    private final Line.Home home;
    private final String channel;
    private final Gate gate;
    private final Line.Scope scope;
    private final @Nullable String factor;
    private final String x;

    /// @param factor the definition by which temperature speeds its rates up, null where it does not
    GateLowering(Ledger ledger, Line.Home home, String channel, Gate gate, Line.Scope scope, @Nullable String factor) {
        this.ledger = ledger;
        this.home = home;
        this.channel = channel;
        this.gate = gate;
        this.scope = scope;
        this.factor = factor;
        this.x = channel + "." + gate.name();
    }

    void write() {
        switch (gate) {
            case Gate.Rates g -> {
                rate(g.alpha());
                rate(g.beta());
                byRates();
            }
            case Gate.Relaxation g -> {
                put(g.inf(), Dimension.NONE, Line.Sign.FRACTION, null);
                put(g.tau(), Dimension.TIME, Line.Sign.POSITIVE, factor == null ? null : new Line.Pace(factor, true));
                byRelaxation();
            }
            case Gate.Instantaneous g -> {
                put(g.inf(), Dimension.NONE, Line.Sign.FRACTION, null);
                generated(x, name("inf"), Dimension.NONE);
            }
            case Gate.TwoState g -> twoState(g);
            case Gate.Boltzmann g -> boltzmann(g);
            case Gate.Scheme g -> new SchemeLowering(ledger, home, channel, g, scope, factor).write();
        }
    }

    private Expr.Name name(String part) {
        return Algebra.name(x + "." + part);
    }

    private void put(Named f, Dimension dimension, Line.Sign sign, Line.@Nullable Pace pace) {
        ledger.put(new Line(x + "." + f.name(), Line.Role.VALUE, f.value(), scope, dimension, sign, f.bounds(), pace, home));
    }

    private void rate(Named f) {
        put(f, Dimension.RATE, Line.Sign.NOT_NEGATIVE, factor == null ? null : new Line.Pace(factor, false));
    }

    private void generated(String full, Expr expr, Dimension dimension) {
        ledger.put(new Line(full, Line.Role.VALUE, expr, Line.Scope.TOP, dimension, Line.Sign.ANY, null, null, home));
    }

    private void follows(String part, Expr expr, Dimension dimension) {
        ledger.put(new Line(x + "." + part, Line.Role.FOLLOWS, expr, Line.Scope.TOP, dimension, Line.Sign.ANY, null, null, home));
    }

    private void generatedRate(String part, Expr expr) {
        Line.Pace pace = factor == null ? null : new Line.Pace(factor, false);
        ledger.put(new Line(x + "." + part, Line.Role.VALUE, expr, Line.Scope.TOP, Dimension.RATE, Line.Sign.NOT_NEGATIVE, null, pace, home));
    }

    /// From `alpha` and `beta`: `inf`, `tau`, and the state.
    private void byRates() {
        Expr alpha = ledger.inForce(x + ".alpha");
        Expr beta = ledger.inForce(x + ".beta");
        follows("inf", Algebra.over(alpha, Algebra.sum(alpha, beta)), Dimension.NONE);
        follows("tau", Algebra.over(Algebra.number(1), Algebra.sum(alpha, beta)), Dimension.TIME);
        Expr closed = Algebra.minus(Algebra.number(1), Algebra.name(x));
        state(Algebra.minus(Algebra.product(alpha, closed), Algebra.product(beta, Algebra.name(x))));
    }

    private void byRelaxation() {
        state(Algebra.over(Algebra.minus(name("inf"), Algebra.name(x)), ledger.inForce(x + ".tau")));
    }

    private void state(Expr derivative) {
        var relaxation = new Equations.Relaxation(name("inf"), ledger.inForce(x + ".tau"));
        ledger.put(new Ledger.Draft(x, Dimension.NONE, Unit.ONE, name("inf"), derivative, relaxation));
    }

    private void twoState(Gate.TwoState g) {
        put(g.kf0(), Dimension.RATE, Line.Sign.NOT_NEGATIVE, null);
        put(g.kb0(), Dimension.RATE, Line.Sign.NOT_NEGATIVE, null);
        Named split = g.split();
        put(split == null ? new Named("split", Algebra.number(0.5)) : split, Dimension.NONE, Line.Sign.ANY, null);
        put(g.half(), Dimension.POTENTIAL, Line.Sign.ANY, null);
        steepness(g.steepness());
        Expr u = Algebra.over(Algebra.minus(Algebra.name("V"), name("V_half")), name("slope"));
        Expr back = Algebra.minus(name("split"), Algebra.number(1));
        generatedRate("alpha", Algebra.product(name("kf0"), Algebra.call(Function.EXP, Algebra.product(name("split"), u))));
        generatedRate("beta", Algebra.product(name("kb0"), Algebra.call(Function.EXP, Algebra.product(back, u))));
        byRates();
    }

    /// The slope is given, or follows from the charge: `kB T/(charge e)`.
    private void steepness(Named f) {
        boolean charge = f.name().equals("charge");
        put(f, charge ? Dimension.NONE : Dimension.POTENTIAL, Line.Sign.ANY, null);
        if (charge) generated(x + ".slope", Algebra.over(Algebra.thermal(), name("charge")), Dimension.POTENTIAL);
    }

    private void boltzmann(Gate.Boltzmann g) {
        steepness(g.steepness());
        boolean half = g.midpoint().name().equals("V_half");
        put(g.midpoint(), half ? Dimension.POTENTIAL : Dimension.NONE, half ? Line.Sign.ANY : Line.Sign.POSITIVE, null);
        Expr closed = half
                ? Algebra.call(Function.EXP, Algebra.over(Algebra.minus(name("V_half"), Algebra.name("V")), name("slope")))
                : Algebra.over(Algebra.call(Function.EXP, Algebra.negative(Algebra.over(Algebra.name("V"), name("slope")))), name("K"));
        generated(x + ".inf", Algebra.over(Algebra.number(1), Algebra.sum(Algebra.number(1), closed)), Dimension.NONE);
        Named tau = g.tau();
        if (tau == null) {
            generated(x, name("inf"), Dimension.NONE);
        } else {
            put(tau, Dimension.TIME, Line.Sign.POSITIVE, factor == null ? null : new Line.Pace(factor, true));
            byRelaxation();
        }
    }
}
