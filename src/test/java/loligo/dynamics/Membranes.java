package loligo.dynamics;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Membranes written by hand, as the wing knows no text. Time in ms, V in mV, conductances in mS/cm^2, currents in uA/cm^2; parameter 0 is the injected current.
final class Membranes {
    private Membranes() {}

    /// Izhikevich, *Dynamical Systems in Neuroscience* (2007), chapter 3: leak and instantaneous sodium. p = (I, g_L, g_Na).
    static final Problem PERSISTENT_SODIUM = problem(new Family() {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public int parameters() {
            return 3;
        }

        @Override
        public void evaluate(double[] y, double[] p, double[] dy) {
            dy[0] = (p[0] - p[1] * (y[0] + 67) - p[2] * boltzmann(y[0], 1.5, 16) * (y[0] - 60)) / 10;
        }
    }, 1, 0.1, 0.1);

    static final double[] SODIUM_DEFAULTS = {0, 19, 74};

    /// The one equation of it, on numbers and on intervals.
    static Reduction sodiumReduction(double current) {
        return new Reduction() {
            @Override
            public double balance(double v) {
                double[] dy = new double[1];
                PERSISTENT_SODIUM.evaluate(new double[] {v}, new double[] {current, 19, 74}, dy);
                return dy[0];
            }

            @Override
            public double[] state(double v) {
                return new double[] {v};
            }

            @Override
            public Optional<Enclosure> enclosure() {
                return Optional.of(new Enclosure() {
                    private Interval open(Interval v) {
                        return Interval.of(1).over(v.minus(Interval.of(1.5)).times(-1.0 / 16).exp().plus(1));
                    }

                    @Override
                    public Interval value(Interval v) {
                        Interval leak = v.plus(67).times(19);
                        Interval sodium = open(v).times(v.minus(Interval.of(60))).times(74);
                        return Interval.of(current).minus(leak).minus(sodium).times(0.1);
                    }

                    @Override
                    public Interval slope(Interval v) {
                        Interval m = open(v);
                        Interval dm = m.times(Interval.of(1).minus(m)).times(1.0 / 16);
                        return dm.times(v.minus(Interval.of(60))).plus(m).times(-74).plus(-19).times(0.1);
                    }
                });
            }
        };
    }

    /// I_Na,p + I_K of the same book, chapter 4: y = (V, n), p = (I, tau). High threshold: E_L = -80, half activation of n at -25; low: -78 and -45.
    static Problem sodiumPotassium(double leak, double half) {
        return problem(new Family() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public int parameters() {
                return 2;
            }

            @Override
            public void evaluate(double[] y, double[] p, double[] dy) {
                double v = y[0], n = y[1];
                dy[0] = p[0] - 8 * (v - leak) - 20 * boltzmann(v, -20, 15) * (v - 60) - 10 * n * (v + 90);
                dy[1] = (boltzmann(v, half, 5) - n) / p[1];
            }

            @Override
            public boolean jacobian(double[] y, double[] p, double[] j) {
                double v = y[0], n = y[1], m = boltzmann(v, -20, 15), open = boltzmann(v, half, 5);
                j[0] = -8 - 20 * (m + m * (1 - m) / 15 * (v - 60)) - 10 * n;
                j[1] = -10 * (v + 90);
                j[2] = open * (1 - open) / 5 / p[1];
                j[3] = -1 / p[1];
                return true;
            }
        }, 1, 0.01);
    }

    static final Problem HIGH = sodiumPotassium(-80, -25);
    static final Problem LOW = sodiumPotassium(-78, -45);

    static Reduction sodiumPotassiumReduction(double leak, double half, double current) {
        return new Reduction() {
            @Override
            public double balance(double v) {
                return current - 8 * (v - leak) - 20 * boltzmann(v, -20, 15) * (v - 60) - 10 * boltzmann(v, half, 5) * (v + 90);
            }

            @Override
            public double[] state(double v) {
                return new double[] {v, boltzmann(v, half, 5)};
            }
        };
    }

    /// The squid axon at 6.3 degrees with E_L = -54.387 mV: y = (V, m, h, n), p = (I).
    static final Problem SQUID = problem(new Squid(), 1);

    private static Problem problem(Family family, double... parameterSize) {
        double[] size = new double[family.dimension()];
        java.util.Arrays.fill(size, 0.01);
        size[0] = 1;
        List<Range> box = IntStream.range(0, size.length).mapToObj(i -> i == 0 ? new Range(-120, 120) : new Range(-0.1, 1.1)).toList();
        return new Problem(family, size, parameterSize, Collections.unmodifiableList(box));
    }

    static double boltzmann(double v, double half, double k) {
        return 1 / (1 + StrictMath.exp((half - v) / k));
    }
}
