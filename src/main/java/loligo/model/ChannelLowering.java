package loligo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.notation.Diagnostics;
import loligo.notation.Expr;
import loligo.notation.Function;
import loligo.notation.Span;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// Writes channels down: their numbers, gates, conductances and currents, and at the end the equation of the membrane potential.
final class ChannelLowering {
    private final Model model;
    private final Ledger ledger;
    private final Proof proof;
    private final Line.Home home;
    private final Diagnostics diagnostics;

    ChannelLowering(Model model, Ledger ledger, Proof proof, Line.Home home, Diagnostics diagnostics) {
        this.model = model;
        this.ledger = ledger;
        this.proof = proof;
        this.home = home;
        this.diagnostics = diagnostics;
    }

    private static Line.Scope scope(Channel channel) {
        String ion = channel.ion();
        return new Line.Scope(ion == null ? List.of(channel.name(), "") : List.of(channel.name(), ion, ""));
    }

    /// Numbers and gates of a channel; its current waits for [#writeCurrents(Basis)].
    void write(Channel channel) {
        String prefix = channel.name() + ".";
        Named conduction = switch (channel.conduction()) {
            case Channel.Conduction.Ohmic(var g) -> g;
            case Channel.Conduction.Permeable(var permeability) -> permeability;
        };
        value(prefix, conduction, null, scope(channel), Line.Sign.NOT_NEGATIVE);
        Named reversal = channel.reversal();
        if (reversal != null) value(prefix, reversal, Dimension.POTENTIAL, scope(channel), Line.Sign.ANY);
        numbers(prefix, channel.numbers(), scope(channel));
        String pace = pace(prefix, channel.numbers(), scope(channel), null);
        for (Gate gate : channel.gates()) write(channel, gate, pace);
    }

    private void write(Channel channel, Gate gate, @Nullable String pace) {
        String prefix = channel.name() + "." + gate.name() + ".";
        List<String> prefixes = new ArrayList<>(scope(channel).prefixes());
        prefixes.addFirst(channel.name() + "." + gate.name());
        var scope = new Line.Scope(List.copyOf(prefixes));
        numbers(prefix, gate.head().numbers(), scope);
        new GateLowering(ledger, home, channel.name(), gate, scope, pace(prefix, gate.head().numbers(), scope, pace)).write();
        boolean thermal = switch (gate) {
            case Gate.TwoState g -> g.steepness().name().equals("charge");
            case Gate.Boltzmann g -> g.steepness().name().equals("charge");
            default -> false;
        };
        if (thermal) needTemperature(Whereabouts.of(home, prefix + "charge"), "The charge of gate " + channel.name() + "." + gate.name());
    }

    private void numbers(String prefix, List<Named> numbers, Line.Scope scope) {
        for (Named f : numbers) {
            switch (f.name()) {
                case "q10" -> value(prefix, f, Dimension.NONE, scope, Line.Sign.POSITIVE);
                case "reference" -> value(prefix, f, Dimension.TEMPERATURE, scope, Line.Sign.POSITIVE);
                default -> value(prefix, f, null, scope, Line.Sign.ANY);
            }
        }
    }

    private void value(String prefix, Named f, @Nullable Dimension expected, Line.Scope scope, Line.Sign sign) {
        ledger.put(new Line(prefix + f.name(), Line.Role.VALUE, f.value(), scope, expected, sign, f.bounds(), null, home));
    }

    private void generated(String name, Expr expr, @Nullable Dimension dimension) {
        ledger.put(new Line(name, Line.Role.VALUE, expr, Line.Scope.TOP, dimension, Line.Sign.ANY, null, null, home));
    }

    /// Defines `speed`, `q10^((temperature - reference)/10 K)`, where numbers name q10 or a reference; else what is around holds.
    /// The reference, unless given, is the temperature that the model was written for, not the one at which it runs.
    private @Nullable String pace(String prefix, List<Named> numbers, Line.Scope scope, @Nullable String around) {
        boolean q10 = numbers.stream().anyMatch(f -> f.name().equals("q10"));
        boolean reference = numbers.stream().anyMatch(f -> f.name().equals("reference"));
        if (!q10 && !reference) return around;
        Optional<Named> temperature = model.numbers().stream().filter(f -> f.name().equals("temperature")).findFirst();
        if (temperature.isEmpty()) {
            needTemperature(Whereabouts.of(home, prefix + (q10 ? "q10" : "reference")), "A q10");
            return around;
        }
        String factor = first(scope, "q10");
        if (factor == null) {
            ledger.mistake(home, Whereabouts.of(home, prefix + "reference"), "a reference without q10", "Write q10 = 3 (or what it is) beside the reference of " + prefix.substring(0, prefix.length() - 1) + ".");
            return around;
        }
        String inherited = first(scope, "reference");
        if (inherited == null) value(prefix, new Named("reference", temperature.get().value()), Dimension.TEMPERATURE, scope, Line.Sign.POSITIVE);
        Expr above = Algebra.minus(Algebra.name("temperature"), Algebra.name(inherited == null ? prefix + "reference" : inherited));
        generated(prefix + "speed", new Expr.Power(Algebra.name(factor), Algebra.over(above, Algebra.number(10, Algebra.KELVIN))), Dimension.NONE);
        return prefix + "speed";
    }

    private @Nullable String first(Line.Scope scope, String name) {
        for (String prefix : scope.prefixes()) {
            if (!prefix.isEmpty() && ledger.line(prefix + "." + name) != null) return prefix + "." + name;
        }
        return null;
    }

    private void needTemperature(Span at, String who) {
        if (model.numbers().stream().noneMatch(f -> f.name().equals("temperature"))) {
            ledger.missing(home, at, "temperature", "no temperature", who + " needs one. Write temperature = 20 [degC] (or what it was) into the model.");
        }
    }

    /// The equation of the membrane potential, `(I - Iion)/C`; tells what currents are counted per. It stands before whatever depends on V.
    Basis writePotential(Membrane membrane) {
        Basis basis = basis(membrane);
        Expr net = Algebra.minus(Algebra.name("I"), Algebra.name("Iion"));
        Expr.Literal start = Named.literal(membrane.potential().value());
        ledger.put(new Ledger.Draft("V", Dimension.POTENTIAL, start == null ? Algebra.MV : start.unit(), null,
                basis == Basis.CAPACITANCE ? net : Algebra.over(net, Algebra.name("C")), null));
        return basis;
    }

    /// Conductances in force, currents, `Iion`, and the input `I`.
    void writeCurrents(Basis basis) {
        Dimension density = basis.current().dimension();
        Expr total = null;
        for (Channel channel : model.channels()) {
            writeCurrent(channel, basis);
            Expr current = Algebra.name(channel.name() + ".I");
            total = total == null ? current : Algebra.sum(total, current);
        }
        generated("Iion", total == null ? Algebra.product(Algebra.number(0), Algebra.number(1, basis.current())) : total, density);
        Named injected = model.inputs().stream().filter(f -> f.name().equals("I")).findFirst().orElse(new Named("I", Algebra.number(0, basis.current())));
        ledger.put(new Line("I", Line.Role.INPUT, injected.value(), Line.Scope.TOP, density, Line.Sign.ANY, injected.bounds(), null, home));
    }

    private Basis basis(Membrane membrane) {
        Named c = membrane.capacitance();
        if (c == null) return Basis.CAPACITANCE;
        Dimension dimension = proof.dimension("C");
        Optional<Basis> basis = dimension == null ? Optional.empty() : Basis.ofCapacitance(dimension);
        if (basis.isEmpty() && dimension != null) {
            mistake(c.value(), "C is no capacitance", "C is " + dimension.phrase() + " here. Write C = 1 [uF/cm^2], or C = 100 [pF] for a whole cell.");
        }
        return basis.orElse(Basis.AREA);
    }

    private void mistake(Expr expr, String problem, String remedy) {
        Span at = home.document().place(expr, home.at());
        diagnostics.add(home.document().source(), at, problem, remedy);
    }

    private void writeCurrent(Channel channel, Basis basis) {
        String prefix = channel.name() + ".";
        Expr open = null;
        for (Gate gate : channel.gates()) {
            Expr factor = Algebra.power(Algebra.name(prefix + gate.name()), gate.head().power());
            open = open == null ? factor : Algebra.product(open, factor);
        }
        switch (channel.conduction()) {
            case Channel.Conduction.Ohmic(var g) -> {
                Expr conductance = gated(converted(channel, g, basis, "a conductance", Basis::ofConductance), open, basis.conductance().dimension());
                generated(prefix + "conductance", conductance, basis.conductance().dimension());
                String reversal = channel.reversal() != null ? prefix + "E" : channel.ion() + ".E";
                if (channel.reversal() == null && channel.ion() == null) return;
                generated(prefix + "I", Algebra.product(Algebra.name(prefix + "conductance"), Algebra.minus(Algebra.name("V"), Algebra.name(reversal))), basis.current().dimension());
            }
            case Channel.Conduction.Permeable(var permeability) -> {
                Expr factor = gated(converted(channel, permeability, basis, "a permeability", Basis::ofPermeability), open, Dimension.LENGTH.power(3).over(Dimension.TIME).over(basis.per()));
                for (Ion ion : model.ions()) {
                    if (!ion.name().equals(channel.ion())) continue;
                    generated(prefix + "conductance", chord(factor, ion), basis.conductance().dimension());
                    generated(prefix + "I", goldman(factor, ion), basis.current().dimension());
                }
            }
        }
    }

    /// A maximal conductance times the open fraction; after a mistake a zero of the right kind, so that nothing follows from the mistake.
    private static Expr gated(@Nullable Expr conductance, @Nullable Expr open, Dimension dimension) {
        if (conductance == null) return Algebra.number(0, dimension.unit());
        return open == null ? conductance : Algebra.product(conductance, open);
    }

    /// Goldman's current (Goldman 1943): `P z F (inside - outside exp(-u))/exprel(-u)`, `u = z V/(R T/F)`; at V = 0 exactly `P z F (inside - outside)`.
    private static Expr goldman(Expr permeability, Ion ion) {
        Expr valence = Lowering.valence(ion);
        Expr minusU = Algebra.negative(Algebra.over(Algebra.product(valence, Algebra.name("V")), Algebra.thermal()));
        Expr difference = Algebra.minus(
                Algebra.name(ion.name() + ".inside"), Algebra.product(Algebra.name(ion.name() + ".outside"), Algebra.call(Function.EXP, minusU)));
        return Algebra.over(Algebra.product(permeability, valence, Algebra.faraday(), difference), Algebra.call(Function.EXPREL, minusU));
    }

    /// Goldman's current over `V - E`, by the identity `inside - outside exp(-u) = inside (1 - exp(uE - u))`, in which nothing cancels at V = E.
    private static Expr chord(Expr permeability, Ion ion) {
        Expr valence = Lowering.valence(ion);
        Expr minusU = Algebra.negative(Algebra.over(Algebra.product(valence, Algebra.name("V")), Algebra.thermal()));
        Expr minusAbove = Algebra.negative(Algebra.over(Algebra.product(valence, Algebra.minus(Algebra.name("V"), Algebra.name(ion.name() + ".E"))), Algebra.thermal()));
        Expr perVolt = Algebra.over(Algebra.product(permeability, valence, valence, Algebra.faraday(), Algebra.name(ion.name() + ".inside")), Algebra.thermal());
        return Algebra.over(Algebra.product(perVolt, Algebra.call(Function.EXPREL, minusAbove)), Algebra.call(Function.EXPREL, minusU));
    }

    /// A conductance or permeability in the membrane's basis: exactly converted by the area or the capacitance; null after a mistake that says
    /// which is missing.
    private @Nullable Expr converted(Channel channel, Named f, Basis to, String what, java.util.function.Function<Dimension, Optional<Basis>> reader) {
        Expr value = Algebra.name(channel.name() + "." + f.name());
        Dimension dimension = proof.dimension(channel.name() + "." + f.name());
        if (dimension == null) return value;
        Optional<Basis> found = reader.apply(dimension);
        if (found.isEmpty()) {
            mistake(f.value(), f.name() + " of " + channel.name() + " is not " + what, "It is " + dimension.phrase() + " here. Conductances are in mS/cm^2, nS or nS/pF, permeabilities in cm/s.");
            return null;
        }
        Basis from = found.get();
        boolean capacitance = ledger.line("C") != null;
        boolean area = ledger.line("area") != null;
        if (from == to) return value;
        if (from == Basis.CAPACITANCE && capacitance) return Algebra.product(value, Algebra.name("C"));
        if (from == Basis.CELL && to == Basis.AREA && area) return Algebra.over(value, Algebra.name("area"));
        if (from == Basis.AREA && to == Basis.CELL && area) return Algebra.product(value, Algebra.name("area"));
        String cure = to == Basis.CAPACITANCE
                ? "Write the capacitance into the membrane: C = 1 [uF/cm^2] with mS/cm^2, C = 100 [pF] with nS."
                : "Write area = 1000 [um^2] into the membrane, or use one way everywhere.";
        mistake(f.value(), "conductances are counted in two ways", f.name() + " of " + channel.name() + " is " + from.words() + ", the membrane " + to.words() + ". " + cure);
        return null;
    }
}
