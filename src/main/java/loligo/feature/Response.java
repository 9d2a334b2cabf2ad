package loligo.feature;

import java.util.List;
import java.util.Optional;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.recording.Side;
import loligo.recording.Trace;
import org.jspecify.annotations.Nullable;

/// How a membrane at rest answers a step of current that does not make it fire.
///
/// * `input_resistance`: the deflection at the step's end over the current; only where V stands still there.
/// * `sag`: how much of the largest deflection is gone at the step's end, `(peak - end)/(peak - before)`: 0 without sag, 1 where V is
///   back; for hyperpolarising steps the sag ratio of Gouwens et al. (2019), Nat. Neurosci. 22:1182.
final class Response {
    static final List<String> NAMES = List.of("input_resistance", "sag");

    private final Trace trace;
    private final @Nullable Stimulation stimulation;
    private final double drift;
    private final double rounding;
    private final Unit resistance;
    private final Optional<String> objection;

    /// @param drift the fastest change that still is rest, membrane units per ms
    /// @param rounding of heights, membrane units
    Response(Trace trace, List<Spike> spikes, @Nullable Stimulation stimulation, double drift, double rounding) {
        this.trace = trace;
        this.stimulation = stimulation;
        this.drift = drift;
        this.rounding = rounding;
        this.resistance = resistance(trace.unit(), stimulation);
        this.objection = objection(spikes);
    }

    /// `MOhm` of a whole cell, `kOhm*cm^2` where the current is per area, `mV*F/A` where it is per capacitance.
    static Unit resistance(Unit potential, @Nullable Stimulation stimulation) {
        Stimulation.Step step = stimulation == null ? null : stimulation.step();
        if (step == null) return Unit.ONE;
        Dimension dimension = potential.dimension().over(step.unit().dimension());
        if (!potential.dimension().equals(Dimension.POTENTIAL)) return dimension.unit();
        if (step.unit().dimension().equals(Dimension.CURRENT)) return Unit.parse("MOhm");
        return dimension.equals(Dimension.TIME) ? Unit.parse("mV*F/A") : dimension.unit();
    }

    private Optional<String> objection(List<Spike> spikes) {
        if (stimulation == null) return Optional.of("there is no stimulus");
        Stimulation.Step step = stimulation.step();
        if (step == null) return Optional.of("the stimulus does not begin with a step of current");
        double onset = stimulation.onset();
        if (onset <= trace.start()) return Optional.of("nothing was seen before the step begins");
        if (step.end() > trace.end()) return Optional.of("the window ends before the step");
        if (spikes.stream().anyMatch(s -> s.peakTime() >= onset && s.time() <= step.end())) return Optional.of("it fires during the step");
        return moves(onset) ? Optional.of("it still changes when the step begins") : Optional.empty();
    }

    private boolean moves(double t) {
        return !(Math.abs(trace.slope(t, Side.LEFT)) <= drift);
    }

    Feature inputResistance() {
        Answer answer = answer();
        if (answer == null) return absent("input_resistance", resistance);
        if (moves(answer.step.end())) return Feature.absent("input_resistance", resistance, "it still changes at the step's end");
        double reading = 2 * rounding / Math.abs(answer.step.amplitude());
        return Readings.height("input_resistance", (answer.end - answer.before) / answer.step.amplitude(), resistance, reading, null);
    }

    Feature sag() {
        Answer answer = answer();
        if (answer == null) return absent("sag", Unit.ONE);
        double deflection = answer.peak - answer.before;
        if (!(Math.abs(deflection) > 1e3 * rounding)) return Feature.absent("sag", Unit.ONE, "the step moves nothing");
        if (moves(answer.step.end())) return Feature.absent("sag", Unit.ONE, "it still changes at the step's end");
        return Feature.of("sag", (answer.peak - answer.end) / deflection, Unit.ONE, 4 * rounding / Math.abs(deflection), null);
    }

    private Feature absent(String name, Unit unit) {
        return Feature.absent(name, unit, objection.orElse("there is no step"));
    }

    /// The potential just before the step, where it is farthest from that during the step, and at its end; membrane units.
    private record Answer(Stimulation.Step step, double before, double peak, double end) {}

    private @Nullable Answer answer() {
        Stimulation.Step step = stimulation == null ? null : stimulation.step();
        if (stimulation == null || step == null || objection.isPresent()) return null;
        double before = trace.value(stimulation.onset(), Side.LEFT);
        double peak = Extremes.of(trace.cut(stimulation.onset(), step.end())).farthest(before);
        return new Answer(step, before, peak, trace.value(step.end(), Side.LEFT));
    }
}
