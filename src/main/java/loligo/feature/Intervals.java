package loligo.feature;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// What the intervals between the spikes of a window tell.
///
/// * `interval`: mean of the last five; `frequency`: its inverse, Hz.
/// * `cv`: the coefficient of variation of all, their standard deviation (n - 1 below the root) over their mean.
/// * `adaptation`: the mean over neighbouring intervals of their difference over their sum, later minus earlier: positive where firing
///   slows down, between -1 and 1 (the accommodation index of Druckmann et al. 2007, Front. Neurosci. 1:7).
final class Intervals {
    private static final int LAST = 5;

    private final double[] lengths; // [n - 1], ms
    private final int spikes;
    private final double tick;

    /// @param tick rounding of times, ms
    Intervals(List<Spike> spikes, double tick) {
        this.spikes = spikes.size();
        this.lengths = IntStream.range(1, spikes.size()).mapToDouble(k -> spikes.get(k).time() - spikes.get(k - 1).time()).toArray();
        this.tick = tick;
    }

    Feature interval() {
        if (lengths.length == 0) return Feature.absent("interval", Features.MS, none());
        return Feature.of("interval", lastMean(), Features.MS, tick, ofHowMany());
    }

    Feature frequency() {
        if (lengths.length == 0) return Feature.absent("frequency", Features.HZ, none());
        double frequency = Features.HZ.outside(1 / lastMean());
        return Feature.of("frequency", frequency, Features.HZ, frequency * (tick / lastMean() + 4 * Math.ulp(1.0)), ofHowMany());
    }

    Feature cv() {
        if (lengths.length < 2) return Feature.absent("cv", Unit.ONE, two());
        double mean = DoubleStream.of(lengths).sum() / lengths.length;
        double squares = DoubleStream.of(lengths).map(x -> (x - mean) * (x - mean)).sum();
        return Feature.of("cv", Math.sqrt(squares / (lengths.length - 1)) / mean, Unit.ONE, 4 * tick / mean, "of " + lengths.length + " intervals");
    }

    Feature adaptation() {
        if (lengths.length < 2) return Feature.absent("adaptation", Unit.ONE, two());
        double sum = 0;
        for (int k = 1; k < lengths.length; k++) sum += (lengths[k] - lengths[k - 1]) / (lengths[k] + lengths[k - 1]);
        double shortest = DoubleStream.of(lengths).min().orElseThrow();
        return Feature.of("adaptation", sum / (lengths.length - 1), Unit.ONE, 4 * tick / shortest, "of " + lengths.length + " intervals");
    }

    private double lastMean() {
        return DoubleStream.of(lengths).skip(lengths.length - counted()).sum() / counted();
    }

    private int counted() {
        return Math.min(LAST, lengths.length);
    }

    private @Nullable String ofHowMany() {
        return counted() == LAST ? null : counted() == 1 ? "of one interval" : "mean of " + counted() + " intervals";
    }

    private String none() {
        return spikes == 0 ? Readings.NO_SPIKE : "one spike makes no interval";
    }

    private String two() {
        return lengths.length == 0 ? none() : "one interval does not vary";
    }
}
