package loligo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loligo.notation.Expr;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// A membrane as mathematics: what lowering leaves of a model, and all that a kernel needs. Every name is full
/// (`V`, `NaV.m`, `NaV.g`, `Na.E`); every expression mentions only `t`, inputs, parameters, states and definitions that stand earlier.
/// Values are in membrane units. Immutable.
///
/// @param states the membrane potential `V` first, where there is one
/// @param inputs what a protocol may drive while time runs: `I`, `light`, and numbers moved by a `set` protocol
/// @param definitions everything computed on the way: rates, currents (`NaV.I`), conductances in force (`NaV.G`), instantaneous gates
public record Equations(
        String name,
        List<State> states,
        List<Input> inputs,
        List<Parameter> parameters,
        List<Definition> definitions,
        List<Reset> resets) {

    /// The same equations with a parameter made an input, so that it can follow a waveform. An input stays what it is.
    public Equations driving(String name) {
        Optional<Parameter> moved = parameters.stream().filter(p -> p.name().equals(name)).findFirst();
        if (moved.isEmpty()) return this;
        Parameter p = moved.get();
        List<Input> more = new ArrayList<>(inputs);
        more.add(new Input(p.name(), p.dimension(), p.value(), p.unit(), p.range()));
        return new Equations(this.name, states, List.copyOf(more), parameters.stream().filter(q -> !q.name().equals(name)).toList(), definitions, resets);
    }

    /// The same equations with something computed, such as an instantaneous gate, made an unknown that relaxes to what it was, with a time constant of 1 ms:
    /// it stands still where it did, and its part in the equations shows in their Jacobian.
    ///
    /// @throws IllegalArgumentException when nothing of this name is computed
    public Equations relaxing(String name) {
        Definition was = definitions.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(this.name + " computes no " + name));
        Expr speed = Algebra.minus(was.expr(), Algebra.name(name));
        State slowed = new State(name, was.dimension(), was.unit(), was.expr(), speed, new Relaxation(was.expr(), Algebra.number(1)));
        List<State> more = Stream.concat(states.stream(), Stream.of(slowed)).toList();
        return new Equations(this.name, more, inputs, parameters, definitions.stream().filter(d -> !d.name().equals(name)).toList(), resets);
    }

    /// Whether anything that is computed depends on what has this name.
    public boolean uses(String name) {
        Stream<Expr> rules = Stream.of(definitions.stream().map(Definition::expr), states.stream().map(State::derivative), states.stream().map(State::initial),
                resets.stream().flatMap(r -> Stream.concat(Stream.of(r.when()), r.assignments().stream().map(Assignment::value)))).flatMap(s -> s);
        return rules.anyMatch(e -> Tree.names(e).contains(name));
    }

    /// The rate of change of the first unknown without what stimuli drive; empty where it depends on nothing of that.
    ///
    /// @param driven `light`, for currents through channels that it opens or closes; injected currents, `I` and `NAME.I` of a dynamic clamp
    public Optional<Expr> rateWithout(Set<String> driven) {
        return Undriven.rate(this, driven);
    }

    /// The name of the number at which the unknown of this name begins.
    public static String beginning(String state) {
        return state + ".initial";
    }

    /// The name of the input that is the rate of change of a commanded `V`, mV/ms. No text can write it.
    public static final String SLOPE = "V'";

    /// Why the potential can not be commanded; empty when it can.
    public Optional<String> obstacle() {
        return Optional.ofNullable(new Clamp(this).obstacle());
    }

    /// Where `V` begins, in mV, as the numbers stand; empty where that depends on other unknowns.
    public Optional<Double> beginning() {
        return new Clamp(this).beginning();
    }

    /// The same membrane under an ideal voltage clamp: `V` is an input that rests where it began, beside its rate of change [#SLOPE]; and `I`
    /// is no input any more but a definition, what the amplifier must supply: all ionic currents and `C dV/dt`. Equations that are not
    /// those of a membrane have no such `I`.
    ///
    /// @throws IllegalArgumentException when there is an [#obstacle()]
    public Equations commanded() {
        return new Clamp(this).commanded();
    }

    /// The same membrane under dynamic clamp: besides `I`, an amplifier injects `NAME.I`, which is `NAME.g (NAME.E - V)`, converted by the `area` or `C` of the
    /// membrane where `NAME.g` is counted otherwise than its current; `NAME.g` is an input that rests at zero, `NAME.E` a parameter.
    ///
    /// @param conductance the unit of `NAME.g`
    /// @param reversal in mV
    /// @throws IllegalArgumentException when there is no input `I`, or it does not [#admits] the conductance
    public Equations injected(String name, Unit conductance, double reversal) {
        return new Clamp(this).injected(name, conductance, new Parameter(name + ".E", Dimension.POTENTIAL, reversal, Unit.parse("mV"), null));
    }

    /// Whether a conductance of this dimension can be [#injected]: it is counted as the membrane's current is, or `area` or `C` tells how it would be.
    public boolean admits(Dimension conductance) {
        return new Clamp(this).counted(conductance).isPresent();
    }

    /// A number that a user may change without anything being compiled again.
    ///
    /// @param value in membrane units
    /// @param unit as the text wrote it, for display and for bare numbers in `--set`
    public record Parameter(String name, Dimension dimension, double value, Unit unit, @Nullable Range range) {}

    /// The range of a slider, a sweep or a continuation, in membrane units.
    public record Range(double from, double to) {}

    /// A quantity that follows a waveform; `value` (membrane units) is where it rests.
    public record Input(String name, Dimension dimension, double value, Unit unit, @Nullable Range range) {}

    /// A quantity with a differential equation.
    ///
    /// @param initial where a run begins: an expression over parameters, inputs, earlier states (so a gate may begin at its steady state for the initial `V`) and definitions
    /// @param derivative per ms
    /// @param relaxation its steady state and time constant, where the equation is `x' = (inf - x)/tau` with neither mentioning `x`
    public record State(String name, Dimension dimension, Unit unit, Expr initial, Expr derivative, @Nullable Relaxation relaxation) {}

    /// `x' = (inf - x)/tau`; `inf` in the unit of x, `tau` in ms.
    public record Relaxation(Expr inf, Expr tau) {}

    public record Definition(String name, Dimension dimension, Unit unit, Expr expr) {}

    /// When `when` becomes true, the assignments are made, all from the values before them.
    public record Reset(String name, Expr when, List<Assignment> assignments) {}

    public record Assignment(String state, Expr value) {}
}
