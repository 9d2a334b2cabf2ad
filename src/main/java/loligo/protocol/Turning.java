package loligo.protocol;

/// How a wave turns: at one frequency, or at one that moves from `first` to `last` while `length` passes. Times are in ms from the wave's
/// beginning, frequencies in turns per ms.
sealed interface Turning {
    /// Turns made until `t`.
    double turns(double t);

    /// Turns per ms at `t`: the derivative of [#turns].
    double frequency(double t);

    /// Its rate of change, per ms^2.
    double drift(double t);

    /// How long a quarter of a turn takes from `t` on, ms; infinite where none comes.
    double quarter(double t);

    /// One frequency, after `before` turns.
    record Steady(double frequency, double before) implements Turning {
        @Override
        public double turns(double t) {
            return before + frequency * t;
        }

        @Override
        public double frequency(double t) {
            return frequency;
        }

        @Override
        public double drift(double t) {
            return 0;
        }

        @Override
        public double quarter(double t) {
            return 0.25 / frequency;
        }
    }

    /// The frequency changes by the same amount in each ms.
    record Linear(double first, double last, double length) implements Turning {
        @Override
        public double turns(double t) {
            return t * (first + drift(t) * t / 2);
        }

        @Override
        public double frequency(double t) {
            return first + drift(t) * t;
        }

        @Override
        public double drift(double t) {
            return (last - first) / length;
        }

        @Override
        public double quarter(double t) {
            double now = frequency(t);
            double square = now * now + drift(t) / 2;
            return square > 0 ? 0.5 / (now + Math.sqrt(square)) : Double.POSITIVE_INFINITY;
        }
    }

    /// The frequency changes by the same factor in each ms.
    record Exponential(double first, double last, double length) implements Turning {
        private double growth() {
            return StrictMath.log(last / first) / length;
        }

        @Override
        public double turns(double t) {
            double growth = growth();
            return growth == 0 ? first * t : first * StrictMath.expm1(growth * t) / growth;
        }

        @Override
        public double frequency(double t) {
            return first * StrictMath.exp(growth() * t);
        }

        @Override
        public double drift(double t) {
            return growth() * frequency(t);
        }

        @Override
        public double quarter(double t) {
            double growth = growth();
            double now = frequency(t);
            double rise = growth / (4 * now);
            if (rise <= -1) return Double.POSITIVE_INFINITY;
            return growth == 0 ? 0.25 / now : StrictMath.log1p(rise) / growth;
        }
    }
}
