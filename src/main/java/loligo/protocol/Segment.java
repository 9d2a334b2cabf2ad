package loligo.protocol;

/// A smooth stretch of a waveform. Its formula is smooth beyond both ends, too: one who steps may ask a little outside.
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
}
