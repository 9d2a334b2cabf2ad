package loligo.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import loligo.notation.Diagnostics;
import loligo.notation.Expr;
import loligo.notation.Function;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.quantity.Decimal;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// From biology to mathematics: writes a model down line by line with full names, then has the lines proved and put in order.
final class Lowering {
    private final Model model;
    private final Line.Home home;
    private final Diagnostics diagnostics;
    private final Ledger ledger;
    private final boolean partial;
    private final Proof proof;

    /// @param home where the model stands
    /// @param elsewhere where the overrides stand
    /// @param partial the model was read with mistakes: it is proved as far as it goes, and has no equations
    Lowering(Model model, Line.Home home, List<Item.Entry> overrides, Line.Home elsewhere, boolean partial, Diagnostics diagnostics) {
        this.model = model;
        this.home = home;
        this.diagnostics = diagnostics;
        this.ledger = new Ledger(overrides, elsewhere, diagnostics);
        this.partial = partial;
        this.proof = new Proof(ledger, partial, diagnostics);
    }

    /// The equations; null when mistakes were found.
    @Nullable Equations lower() {
        int before = diagnostics.count();
        Membrane membrane = model.membrane();
        if (membrane != null) writeMembrane(membrane);
        for (Named f : model.numbers()) value("", f, f.name().equals("temperature") ? Dimension.TEMPERATURE : null, Line.Scope.TOP);
        writeInputs();
        model.ions().forEach(this::writeIon);
        model.goldmans().forEach(this::writeGoldman);
        var channels = new ChannelLowering(model, ledger, proof, home, diagnostics);
        Basis basis = membrane == null ? null : channels.writePotential(membrane);
        writeEquations();
        model.channels().forEach(channels::write);
        if (basis != null) channels.writeCurrents(basis);
        writeEvents();
        ledger.refuseOverrides();
        if (partial || diagnostics.count() > before) {
            proof.holds(); // what else is wrong, as far as it goes
            return null;
        }
        Equations equations = new Assembly(ledger, proof).equations(model.name(), basis);
        return diagnostics.count() > before ? null : equations;
    }

    private void value(String prefix, Named f, @Nullable Dimension expected, Line.Scope scope) {
        value(prefix, f, expected, scope, Line.Sign.ANY);
    }

    private void value(String prefix, Named f, @Nullable Dimension expected, Line.Scope scope, Line.Sign sign) {
        Line.Sign proper = f.name().equals("temperature") ? Line.Sign.POSITIVE : sign;
        ledger.put(new Line(prefix + f.name(), Line.Role.VALUE, f.value(), scope, expected, proper, f.bounds(), null, home));
    }

    private void generated(String name, Expr expr, Dimension dimension) {
        ledger.put(new Line(name, Line.Role.VALUE, expr, Line.Scope.TOP, dimension, Line.Sign.ANY, null, null, home));
    }

    private void writeMembrane(Membrane membrane) {
        Named c = membrane.capacitance();
        if (c != null) value("", c, null, Line.Scope.TOP, Line.Sign.POSITIVE);
        Named area = membrane.area();
        Named unset = new Named("area", Algebra.number(1, Unit.parse("cm^2")));
        boolean there = model.numbers().stream().anyMatch(f -> f.name().equals("area"));
        if (area != null) value("", area, Dimension.AREA, Line.Scope.TOP, Line.Sign.POSITIVE);
        else if (!there && ledger.overrides("area")) value("", unset, Dimension.AREA, Line.Scope.TOP, Line.Sign.POSITIVE);
        initial(membrane.potential(), Dimension.POTENTIAL);
    }

    private void initial(Named f, @Nullable Dimension expected) {
        ledger.put(new Line(Equations.beginning(f.name()), Line.Role.INITIAL, f.value(), Line.Scope.TOP, expected, Line.Sign.ANY, f.bounds(), null, home));
    }

    private void input(Named f, @Nullable Dimension expected) {
        ledger.put(new Line(f.name(), Line.Role.INPUT, f.value(), Line.Scope.TOP, expected, Line.Sign.ANY, f.bounds(), null, home));
    }

    /// The inputs of the text; a membrane's own, `I` and `light`, are there in any case (`I` as soon as its dimension is known).
    private void writeInputs() {
        for (Named f : model.inputs()) {
            boolean light = model.membrane() != null && f.name().equals("light");
            if (model.membrane() == null || !f.name().equals("I")) input(f, light ? Dimension.IRRADIANCE : null);
        }
        boolean light = model.inputs().stream().anyMatch(f -> f.name().equals("light"));
        if (model.membrane() != null && !light) input(new Named("light", Algebra.number(0, Dimension.IRRADIANCE.unit())), Dimension.IRRADIANCE);
    }

    private void writeIon(Ion ion) {
        String prefix = ion.name() + ".";
        var scope = new Line.Scope(List.of(ion.name(), ""));
        Named reversal = ion.reversal();
        Named inside = ion.inside();
        Named outside = ion.outside();
        Named valence = ion.valence();
        if (reversal != null) value(prefix, reversal, Dimension.POTENTIAL, scope);
        if (valence != null) writeValence(ion.name(), valence, scope);
        if (inside != null) value(prefix, inside, Dimension.CONCENTRATION, scope, Line.Sign.POSITIVE);
        if (outside != null) value(prefix, outside, Dimension.CONCENTRATION, scope, Line.Sign.POSITIVE);
        if (reversal != null || inside == null || outside == null) return;
        needTemperature(Whereabouts.of(home, ion.name()), "Nernst's equation of ion " + ion.name());
        Expr ratio = Algebra.call(Function.LOG, Algebra.over(Algebra.name(prefix + "outside"), Algebra.name(prefix + "inside")));
        generated(prefix + "E", Algebra.product(Algebra.over(Algebra.thermal(), valence(ion)), ratio), Dimension.POTENTIAL);
    }

    private void writeValence(String ion, Named valence, Line.Scope scope) {
        value(ion + ".", valence, Dimension.NONE, scope);
        Line line = ledger.line(ion + ".valence");
        Expr.Literal number = line == null ? null : line.literal();
        if (line == null || number == null || !number.unit().dimension().equals(Dimension.NONE)) return;
        OptionalInt known = Ion.known(ion);
        boolean whole = number.inside() != 0 && number.inside() == Math.rint(number.inside());
        if (!whole) proof.mistake(line, line.expr(), "a valence of " + Decimal.text(number.inside()), "An ion carries a whole number of elementary charges, such as 1, 2 or -1.");
        else if (known.isPresent() && known.getAsInt() != number.inside()) {
            proof.mistake(line, line.expr(), ion + " has the valence " + known.getAsInt(), "Write that, or leave it out; an ion of another valence has another name.");
        }
    }

    /// The valence of an ion, as a number where it is known.
    static Expr valence(Ion ion) {
        return ion.valence() != null ? Algebra.name(ion.name() + ".valence") : Algebra.number(Ion.known(ion.name()).orElse(1));
    }

    private void needTemperature(Span at, String who) {
        if (model.numbers().stream().noneMatch(f -> f.name().equals("temperature"))) {
            ledger.missing(home, at, "temperature", "no temperature", who + " needs one. Write temperature = 37 [degC] (or what it was) into the model.");
        }
    }

    /// `R T/F log(sum of P times outside over sum of P times inside)`, anions the other way round.
    private void writeGoldman(Goldman goldman) {
        needTemperature(Whereabouts.of(home, goldman.name()), "Goldman's equation");
        List<Expr> above = new ArrayList<>();
        List<Expr> below = new ArrayList<>();
        for (Named p : goldman.permeabilities()) {
            value(goldman.name() + ".", p, Dimension.NONE, Line.Scope.TOP, Line.Sign.NOT_NEGATIVE);
            boolean cation = Ion.known(p.name()).orElse(1) > 0;
            Expr permeability = Algebra.name(goldman.name() + "." + p.name());
            above.add(Algebra.product(permeability, Algebra.name(p.name() + (cation ? ".outside" : ".inside"))));
            below.add(Algebra.product(permeability, Algebra.name(p.name() + (cation ? ".inside" : ".outside"))));
        }
        Expr ratio = Algebra.over(Algebra.sum(above.toArray(Expr[]::new)), Algebra.sum(below.toArray(Expr[]::new)));
        generated(goldman.name() + ".E", Algebra.product(Algebra.thermal(), Algebra.call(Function.LOG, ratio)), Dimension.POTENTIAL);
    }

    /// Primed equations: every one has a beginning in `state`, and the other way round.
    private void writeEquations() {
        for (Named start : model.states()) {
            if (model.equations().stream().noneMatch(e -> e.name().equals(start.name()))) {
                ledger.missing(home, place(start), start.name(), start.name() + " has no equation", "Write " + start.name() + "' = ..., or make it a plain number.");
            }
            initial(start, null);
        }
        List<Named> equations = new ArrayList<>(model.equations());
        equations.sort(Comparator.comparing(e -> !beginsAtNumber(e.name()))); // other beginnings may mention these
        for (Named equation : equations) {
            String name = equation.name();
            Line start = ledger.line(Equations.beginning(name));
            if (start == null) {
                ledger.missing(home, place(equation), name, name + " has no beginning", "Write state { " + name + " = ... }; the unit there is the unit of " + name + ".");
                continue;
            }
            Expr.Literal number = start.literal();
            Dimension dimension = proof.dimension(Equations.beginning(name));
            ledger.put(new Ledger.Draft(name, dimension, number == null ? null : number.unit(), null, null, null));
            ledger.put(new Line(name + "'", Line.Role.DERIVATIVE, equation.value(), Line.Scope.TOP, dimension == null ? null : dimension.over(Dimension.TIME),
                    Line.Sign.ANY, null, null, home));
        }
    }

    private boolean beginsAtNumber(String state) {
        Line start = ledger.line(Equations.beginning(state));
        return start != null && start.literal() != null;
    }

    private void writeEvents() {
        for (Event event : model.events()) {
            ledger.put(new Line("on " + event.name(), Line.Role.CONDITION, event.when(), Line.Scope.TOP, null, Line.Sign.ANY, null, null, home));
            for (Named f : event.assignments()) {
                Ledger.Draft state = ledger.state(f.name());
                if (state == null) {
                    ledger.mistake(home, place(f), f.name() + " is no state", "An event sets states. "
                            + Spelling.proposal(f.name(), ledger.states().stream().map(Ledger.Draft::name).toList()));
                    continue;
                }
                ledger.put(new Line("on " + event.name() + " " + f.name(), Line.Role.ASSIGNMENT, f.value(), Line.Scope.TOP, state.dimension(),
                        Line.Sign.ANY, null, null, home));
            }
        }
    }

    private Span place(Named f) {
        return home.document().place(f.value(), home.at());
    }
}
