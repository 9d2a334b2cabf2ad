package loligo.feature;

import java.util.List;
import java.util.Optional;
import loligo.feature.fit.Exponential;
import loligo.feature.fit.Fitted;
import loligo.feature.fit.Law;
import loligo.feature.fit.LeastSquares;
import loligo.feature.fit.Points;
import loligo.quantity.Unit;
import loligo.recording.Direction;
import loligo.recording.Side;
import loligo.recording.Trace;
import org.jspecify.annotations.Nullable;

/// How a membrane at rest answers a step of current that does not make it fire.
///
/// * `input_resistance`: the deflection at the step's end over the current; only where V stands still there.
/// * `time_constant`: that of one exponential with a free offset, fitted to the potential between the first passages of 10 and 95 % of the
///   largest deflection (equally spaced points, least squares), where the step lasts three of them at least; a fit of the charging phase as in Gouwens et al. (2019), Nat. Neurosci. 22:1182.
/// * `sag`: how much of the largest deflection is gone at the step's end, `(peak - end)/(peak - before)`: 0 without sag, 1 where V is
///   back; for hyperpolarising steps the sag ratio of Gouwens et al.
final class Response {
    /// Points of the charging phase that are fitted.
    private static final int CHARGING = 100;
    /// A step of fewer time constants shows the beginning of an exponential only.
    private static final double CHARGED = 3;
    private static final Law EXPONENTIAL = new Exponential(1, Exponential.Form.RELAXATION);

    private final Trace trace;
    private final Trace rate; // of change, per ms
    private final @Nullable Stimulation stimulation;
    private final double drift;
    private final double rounding;
    private final Unit resistance;
    private final Optional<String> objection;

    /// @param rate of change of the trace, per ms
    /// @param drift the fastest change that still is rest, membrane units per ms
    /// @param rounding of heights, membrane units
    /// @param resistance the unit of `input_resistance`
    Response(Trace trace, Trace rate, List<Spike> spikes, @Nullable Stimulation stimulation, double drift, double rounding, Unit resistance) {
        this.trace = trace;
        this.rate = rate;
        this.stimulation = stimulation;
        this.drift = drift;
        this.rounding = rounding;
        this.resistance = resistance;
        this.objection = objection(spikes);
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
        return !(Math.abs(rate.value(t, Side.LEFT)) <= drift);
    }

    Feature inputResistance() {
        Answer answer = answer();
        if (answer == null) return absent("input_resistance", resistance);
        if (moves(answer.step.end())) return Feature.absent("input_resistance", resistance, "it still changes at the step's end");
        double reading = 2 * rounding / Math.abs(answer.step.amplitude());
        return Readings.height("input_resistance", (answer.end - answer.before) / answer.step.amplitude(), resistance, reading, null);
    }

    Feature timeConstant() {
        Answer answer = answer();
        if (answer == null || stimulation == null) return absent("time_constant", Features.MS);
        if (charges(stimulation.onset(), answer)) return Feature.absent("time_constant", Features.MS, "the step ends before the membrane is charged");
        Trace charging = charging(trace.cut(stimulation.onset(), answer.step.end()), answer);
        if (charging.panels() == 0) return Feature.absent("time_constant", Features.MS, "the step moves nothing");
        return switch (LeastSquares.fit(EXPONENTIAL, points(charging))) {
            case Fitted.NoFit none -> Feature.absent("time_constant", Features.MS, "it does not charge exponentially: " + none.why());
            case Fitted.Fit fit -> {
                Fitted.Estimate tau = fit.estimate("tau");
                if (answer.step.end() - stimulation.onset() < CHARGED * tau.value()) yield Feature.absent("time_constant", Features.MS, "the step ends before the membrane is charged");
                yield Feature.of("time_constant", tau.value(), Features.MS, 1e-6 * tau.halfWidth() + 1e-9 * tau.value(), "fitted from 10 to 95 % of the deflection");
            }
        };
    }

    /// Whether the membrane is still on its way at the step's end, by how fast it moves there: after three time constants 0.16 of the mean rate is left.
    private boolean charges(double onset, Answer answer) {
        double way = Math.abs(rate.value(answer.step.end(), Side.LEFT)) * (answer.step.end() - onset);
        return way > 0.3 * Math.abs(answer.peak - answer.before);
    }

    /// From the first passage of 10 % to the first of 95 % of the largest deflection; no panels where nothing moves.
    private Trace charging(Trace during, Answer answer) {
        double deflection = answer.peak - answer.before;
        if (!(Math.abs(deflection) > 1e3 * rounding)) return during.cut(during.start(), during.start());
        Direction away = deflection > 0 ? Direction.UP : Direction.DOWN;
        double[] from = during.crossings(answer.before + 0.1 * deflection, away);
        double[] to = during.crossings(answer.before + 0.95 * deflection, away);
        return from.length == 0 || to.length == 0 ? during.cut(during.start(), during.start()) : during.cut(from[0], to[0]);
    }

    private static Points points(Trace charging) {
        double[] times = new double[CHARGING]; // ms from the first of them
        double[] values = new double[CHARGING]; // membrane units
        for (int i = 0; i < CHARGING; i++) {
            times[i] = (charging.end() - charging.start()) * i / (CHARGING - 1);
            values[i] = charging.value(Math.min(charging.start() + times[i], charging.end()), Side.LEFT);
        }
        return Points.of(times, values, Features.MS, charging.unit());
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
