package loligo.experiment;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loligo.feature.Feature;
import loligo.feature.curve.Curve;
import loligo.feature.curve.CurrentVoltage;
import loligo.feature.fit.Boltzmann;
import loligo.feature.fit.Exponential;
import loligo.feature.fit.Fitted;
import loligo.feature.fit.Law;
import loligo.feature.fit.LeastSquares;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// What the varied number of a voltage clamp is to the measured phase, and what the curve over it tells.
enum ClampRelation {
    /// Its level.
    CURRENT_VOLTAGE {
        @Override
        Told read(Curve iv) {
            Feature reversal = CurrentVoltage.reversal(iv);
            Double at = reversal.value();
            if (at == null) return reversal(iv, NO_REVERSAL);
            Feature slope = CurrentVoltage.slopeConductance(iv, at);
            Curve away = away(iv, at, NEAR * reversal.rounding());
            Told activation = activation(away, at);
            Told below = activation(away, at - reversal.rounding());
            Told above = activation(away, at + reversal.rounding());
            List<Feature> features = IntStream.range(0, NAMES.size()).mapToObj(f -> doubted(activation.features.get(f), below.features.get(f), above.features.get(f))).toList();
            return new Told(Stream.concat(Stream.of(reversal, slope), features.stream()).toList(), activation.fit, activation.fitted);
        }
    },
    /// Its level, of currents where it starts: their conductance is what was open before, the same at all potentials.
    INSTANTANEOUS {
        @Override
        Told read(Curve iv) {
            return reversal(iv, "a current where a step starts flows through what was open before; for an activation curve vary the step before it, and measure where one to a fixed potential starts");
        }
    },
    /// Its level, of what is left of tails.
    TAILS {
        @Override
        Told read(Curve iv) {
            return nothing(iv, TAIL + "; for where they reverse measure where the step starts, by start(I, PHASE); for an activation curve vary the step before it, and measure where one to a fixed potential starts, by start(I, PHASE)");
        }
    },
    /// Its level, of a conductance: how many channels that potential opens.
    ACTIVATION {
        @Override
        Told read(Curve curve) {
            return fitted(curve, NAMES, true);
        }
    },
    /// Its level, of a pure number such as a gate.
    GATING {
        @Override
        Told read(Curve curve) {
            return fitted(curve, NAMES, false);
        }
    },
    /// The level of an earlier phase, of what is left of tails.
    TAILS_AFTER {
        @Override
        Told read(Curve curve) {
            String why = TAIL + "; measure them by start(I, PHASE)";
            return new Told(List.of(absent("V_half", curve.xUnit(), why), absent("slope", curve.xUnit(), why)), null, curve);
        }
    },
    /// The level of an earlier phase, or where the membrane is held.
    AVAILABILITY {
        @Override
        Told read(Curve curve) {
            return fitted(curve, NAMES, false);
        }
    },
    /// A time before it.
    RECOVERY {
        @Override
        Told read(Curve curve) {
            return fitted(new Exponential(1, Exponential.Form.RELAXATION), curve, List.of(Map.entry("tau", "time_constant")));
        }
    },
    /// Nothing that has a law.
    NONE {
        @Override
        Told read(Curve curve) {
            return new Told(List.of(), null, curve);
        }
    };

    private static final List<Map.Entry<String, String>> NAMES = List.of(Map.entry("V_half", "V_half"), Map.entry("k", "slope"), Map.entry("amplitude", "g_max"));
    private static final String NO_REVERSAL = "no reversal potential to count the driving force from";
    private static final String TAIL = "these are tails, largest where the phase starts, and peak is the value farthest from there";
    /// To which part of its size a fit finds a parameter, as its tests hold.
    private static final double FITTED = 1e-8;

    /// Closer to the reversal potential than so many times its error a current says nothing about the conductance.
    private static final double NEAR = 3;

    /// Numbers of the curve as a whole, and the law that was fitted.
    ///
    /// @param fitted the points to which it was fitted
    record Told(List<Feature> features, Fitted.@Nullable Fit fit, Curve fitted) {}

    abstract Told read(Curve curve);

    /// What the fitted points are as fractions of [#full]: `activation` where they grow with the potential, `availability` where they fall, `recovery` where they grow with time.
    String fraction(Told told) {
        double[] y = told.fitted.y();
        boolean grows = Math.abs(y[y.length - 1]) > Math.abs(y[0]);
        return switch (this) {
            case RECOVERY -> grows ? "recovery" : "availability";
            case AVAILABILITY -> grows ? "activation" : "availability";
            case CURRENT_VOLTAGE, ACTIVATION, GATING, INSTANTANEOUS, TAILS, TAILS_AFTER, NONE -> "activation";
        };
    }

    /// What the fitted law goes to where all is open: the height of a Boltzmann curve, the larger end of a relaxation.
    double full(Told told, Fitted.Fit fit) {
        if (this != RECOVERY) return fit.estimate("amplitude").value();
        double first = fit.value(told.fitted.x()[0]);
        double last = fit.estimate("offset").value();
        return Math.abs(first) > Math.abs(last) ? first : last;
    }

    /// What the number is to peaks that are tails.
    ClampRelation ofTails() {
        return this == CURRENT_VOLTAGE ? TAILS : this == AVAILABILITY ? TAILS_AFTER : this;
    }

    /// Where a current reverses and its slope there, but no activation.
    ///
    /// @param why there is none
    private static Told reversal(Curve iv, String why) {
        Feature reversal = CurrentVoltage.reversal(iv);
        Feature slope = reversal.value() == null ? absent("slope_conductance", conductance(iv), NO_REVERSAL) : CurrentVoltage.slopeConductance(iv, reversal.value());
        return inactive(iv, reversal, slope, why);
    }

    /// Neither.
    ///
    /// @param why there is none
    private static Told nothing(Curve iv, String why) {
        return inactive(iv, absent("reversal", iv.xUnit(), why), absent("slope_conductance", conductance(iv), why), why);
    }

    private static Told inactive(Curve iv, Feature reversal, Feature slope, String why) {
        return new Told(List.of(reversal, slope, absent("V_half", iv.xUnit(), why), absent("slope", iv.xUnit(), why), absent("g_max", conductance(iv), why)), null, iv);
    }

    private static Unit conductance(Curve iv) {
        return iv.yUnit().dimension().over(iv.xUnit().dimension()).unit();
    }

    private static Told activation(Curve iv, double reversal) {
        return fitted(CurrentVoltage.chordConductance(iv, reversal), NAMES, true);
    }

    private static Curve away(Curve iv, double from, double distance) {
        int[] kept = IntStream.range(0, iv.count()).filter(i -> Math.abs(iv.x()[i] - from) > distance).toArray();
        return new Curve(IntStream.of(kept).mapToDouble(i -> iv.x()[i]).toArray(), IntStream.of(kept).mapToDouble(i -> iv.y()[i]).toArray(), iv.xUnit(), iv.yUnit());
    }

    /// The reading's error of a feature grown by what the error of the reversal potential does to it.
    private static Feature doubted(Feature stated, Feature below, Feature above) {
        if (stated.value() == null) return stated;
        if (below.value() == null || above.value() == null) return absent(stated.name(), stated.unit(), "these potentials do not tell well enough where the current reverses");
        double error = stated.rounding() + Math.max(Math.abs(below.value() - stated.value()), Math.abs(above.value() - stated.value()));
        return new Feature(stated.name(), stated.value(), stated.unit(), error, error, stated.note());
    }

    /// A Boltzmann curve that goes the way the points go.
    private static Told fitted(Curve curve, List<Map.Entry<String, String>> names, boolean withHeight) {
        boolean grows = curve.count() > 0 && Math.abs(curve.y()[curve.count() - 1]) > Math.abs(curve.y()[0]);
        return fitted(new Boltzmann(grows ? Boltzmann.Direction.ACTIVATION : Boltzmann.Direction.INACTIVATION, true, false), curve, withHeight ? names : names.subList(0, 2));
    }

    /// @param names parameters of the law, and what they are called as features
    private static Told fitted(Law law, Curve curve, List<Map.Entry<String, String>> names) {
        return switch (LeastSquares.fit(law, curve.points())) {
            case Fitted.Fit fit -> new Told(names.stream().map(n -> feature(n.getValue(), law, fit.estimate(n.getKey()), curve)).toList(), fit, curve);
            case Fitted.NoFit none -> new Told(names.stream().map(n -> absent(n.getValue(), n.getKey().equals("amplitude") ? curve.yUnit() : curve.xUnit(), none.why())).toList(), null, curve);
        };
    }

    private static Feature feature(String name, Law law, Fitted.Estimate estimate, Curve curve) {
        double size = Math.abs(estimate.value());
        if (name.equals("V_half")) size = Math.max(size, curve.x()[curve.count() - 1] - curve.x()[0]);
        return new Feature(name, estimate.value(), estimate.unit(), FITTED * size, FITTED * size, Digits.fitted(law.formula(), estimate.halfWidth()));
    }

    private static Feature absent(String name, Unit unit, String why) {
        return new Feature(name, null, unit, 0, null, why);
    }
}
