package loligo.protocol;

import java.util.Arrays;

/// A stretch of a waveform. Its formula is smooth beyond both ends, too: one who steps may ask a little outside. Only a [Path] has corners of
/// its own, and hands out the smooth piece that is in force.
public sealed interface Segment {
    /// Where it begins, ms.
    double from();

    /// Where it ends, ms.
    double to();

    /// The level at time `t`, in membrane units.
    double value(double t);

    /// The rate of change at time `t`, per ms.
    double slope(double t);

    /// The rate of change of the rate of change at time `t`, per ms^2.
    double bend(double t);

    /// How far from time `t` one may go without missing a wave: a quarter of its period, ms.
    default double reach(double t) {
        return Double.POSITIVE_INFINITY;
    }

    /// The smooth piece that holds from time `t` on.
    default Segment after(double t) {
        return this;
    }

    /// The smooth piece that holds until time `t`.
    default Segment before(double t) {
        return this;
    }

    /// Every time at which it is not smooth, its ends included, ms, ascending.
    default double[] corners() {
        return new double[] {from(), to()};
    }

    /// One level all the time.
    record Hold(double from, double to, double level) implements Segment {
        @Override
        public double value(double t) {
            return level;
        }

        @Override
        public double slope(double t) {
            return 0;
        }

        @Override
        public double bend(double t) {
            return 0;
        }
    }

    /// A straight line from one level to another.
    record Linear(double from, double to, double first, double last) implements Segment {
        @Override
        public double value(double t) {
            return t == to ? last : first + (last - first) * ((t - from) / (to - from));
        }

        @Override
        public double slope(double t) {
            return (last - first) / (to - from);
        }

        @Override
        public double bend(double t) {
            return 0;
        }
    }

    /// `mean + amplitude sin(2 pi turns)`, where turns are counted by a [Turning].
    record Wave(double from, double to, double mean, double amplitude, Turning turning) implements Segment {
        private static final double TURN = 2 * Math.PI;

        @Override
        public double value(double t) {
            return mean + amplitude * StrictMath.sin(TURN * turning.turns(t - from));
        }

        @Override
        public double slope(double t) {
            return amplitude * TURN * turning.frequency(t - from) * StrictMath.cos(TURN * turning.turns(t - from));
        }

        @Override
        public double bend(double t) {
            double angle = TURN * turning.turns(t - from);
            double speed = TURN * turning.frequency(t - from);
            return amplitude * (TURN * turning.drift(t - from) * StrictMath.cos(angle) - speed * speed * StrictMath.sin(angle));
        }

        @Override
        public double reach(double t) {
            return turning.quarter(t - from);
        }
    }

    /// What a synapse opens: `base + amplitude s(t)`, s being the difference of two exponentials, 1 where it is greatest; of two equal time constants the alpha function.
    ///
    /// @param rise ms, above 0
    /// @param decay ms, above 0
    record Synaptic(double from, double to, double base, double amplitude, double rise, double decay) implements Segment {
        @Override
        public double value(double t) {
            return base + amplitude * course(t - from) / course(crest());
        }

        @Override
        public double slope(double t) {
            return amplitude * speed(t - from) / course(crest());
        }

        @Override
        public double bend(double t) {
            return -amplitude * (StrictMath.exp(-(t - from) / fast()) / fast() + speed(t - from) / slow()) / course(crest());
        }

        /// Half of the shorter time constant at first, then ever farther: what follows decays.
        @Override
        public double reach(double t) {
            return (fast() + Math.max(0, t - from)) / 2;
        }

        private double fast() {
            return Math.min(rise, decay);
        }

        private double slow() {
            return Math.max(rise, decay);
        }

        /// By how much one rate is above the other, per ms.
        private double excess() {
            return (slow() - fast()) / slow() / fast();
        }

        /// When it is greatest, ms after it begins.
        double crest() {
            return excess() == 0 ? slow() : StrictMath.log(slow() / fast()) / excess();
        }

        /// ms; begins with slope 1.
        private double course(double t) {
            double x = excess();
            return StrictMath.exp(-t / slow()) * (x == 0 ? t : -StrictMath.expm1(-x * t) / x);
        }

        private double speed(double t) {
            return StrictMath.exp(-t / fast()) - course(t) / slow();
        }
    }

    /// Straight lines from knot to knot. The arrays are shared, not copied: none is ever written.
    ///
    /// @param start time of the first knot, ms
    /// @param times of the knots after `start`, ms, ascending from 0 // [knots]
    /// @param heights a level is `base + factor * height` // [knots]
    record Path(double start, double[] times, double[] heights, double base, double factor) implements Segment {
        public Path {
            if (times.length < 2 || times.length != heights.length) throw new IllegalArgumentException(times.length + " times for " + heights.length + " heights; a path needs two or more");
        }

        @Override
        public double from() {
            return start + times[0];
        }

        @Override
        public double to() {
            return start + times[times.length - 1];
        }

        @Override
        public double value(double t) {
            return after(t).value(t);
        }

        @Override
        public double slope(double t) {
            return after(t).slope(t);
        }

        @Override
        public double bend(double t) {
            return 0;
        }

        @Override
        public Segment after(double t) {
            return piece(t, true);
        }

        @Override
        public Segment before(double t) {
            return piece(t, false);
        }

        /// The line that begins at the last knot before `t`; a knot right at `t` counts as before it with `itself`.
        private Segment piece(double t, boolean itself) {
            int low = 0; // the first knot that is not before t
            int high = times.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                double knot = start + times[middle];
                if (knot < t || (itself && knot == t)) low = middle + 1;
                else high = middle;
            }
            int k = Math.clamp(low - 1L, 0, times.length - 2);
            return new Linear(start + times[k], start + times[k + 1], level(k), level(k + 1));
        }

        private double level(int k) {
            return base + factor * heights[k];
        }

        @Override
        public double[] corners() {
            return Arrays.stream(times).map(time -> start + time).distinct().toArray();
        }
    }
}
