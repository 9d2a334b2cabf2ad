package loligo.experiment;

import java.util.List;
import loligo.dynamics.Range;
import loligo.feature.Comparison;
import loligo.feature.Measure;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.protocol.Protocol;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import loligo.solver.Method;
import org.jspecify.annotations.Nullable;

/// A question put to a preparation.
public sealed interface Study {
    String name();

    /// The word of the notation.
    String word();

    /// What it solves in time, once or many times; null when it solves nothing in time.
    @Nullable Simulate run();

    /// Solve in time, once for each member of the protocols.
    ///
    /// @param until end of the run, ms
    /// @param after features are of what comes after this time, ms
    /// @param every spacing of the written series, ms
    /// @param asked names of features and measured expressions that the text asks for; all others are read as well
    record Simulate(
            String name,
            Preparation on,
            List<Protocol> under,
            double until,
            double after,
            double every,
            List<Recorded> record,
            List<Measure> measures,
            List<String> asked,
            Scheme scheme)
            implements Study {
        /// One in which no feature is asked for by its name.
        Simulate(String name, Preparation on, List<Protocol> under, double until, double after, double every, List<Recorded> record, List<Measure> measures, Scheme scheme) {
            this(name, on, under, until, after, every, record, measures, List.of(), scheme);
        }

        @Override
        public String word() {
            return "simulate";
        }

        @Override
        public Simulate run() {
            return this;
        }

        /// The equations that are solved: those of the preparation, as the protocols drive them.
        public Equations equations() {
            return Targets.driven(on.equations(), under);
        }
    }

    /// The same run many times, with one number varied.
    ///
    /// @param over the values, membrane units
    /// @param measure what is tabulated: names of features, or measured expressions as written
    record Sweep(String name, Simulate of, Varied vary, double[] over, List<String> measure) implements Study {
        @Override
        public String word() {
            return "sweep";
        }

        @Override
        public Simulate run() {
            return of;
        }
    }

    /// The same run of many cells, in which some numbers are drawn from distributions.
    ///
    /// @param measure whose distributions are told: names of features, or measured expressions as written
    record Ensemble(String name, Simulate run, Population cells, List<String> measure) implements Study {
        @Override
        public String word() {
            return "simulate";
        }
    }

    /// Steps of voltage, and what the currents tell as a curve over the number that is varied.
    ///
    /// @param word `clamp`, or `iv` where the protocol was not written but made
    /// @param measure what is measured, as written without spaces; one for each measure of the run
    record Clamp(String name, String word, Simulate run, List<String> measure) implements Study {}

    /// The value of a number at which a condition begins to hold, searched for; with `along`, once for each value of a second number.
    ///
    /// @param from where the search begins, membrane units
    /// @param to where it ends, membrane units
    /// @param within how closely the value is enclosed, membrane units
    record Threshold(String name, Simulate of, Varied vary, double from, double to, Condition when, double within, @Nullable Along along) implements Study {
        @Override
        public String word() {
            return "threshold";
        }

        @Override
        public Simulate run() {
            return of;
        }
    }

    /// Whether a feature or a measured expression compares so with a level. What has no value meets no condition.
    ///
    /// @param measured the name of the feature, or the measured expression as written
    /// @param level in a unit of the dimension of what is measured
    record Condition(String measured, Expr.Relation relation, Quantity level) {
        /// @param inside what was measured, membrane units; NaN where it has no value
        boolean holds(double inside) {
            return switch (relation) {
                case LESS -> inside < level.inside();
                case AT_MOST -> inside <= level.inside();
                case MORE -> inside > level.inside();
                case AT_LEAST -> inside >= level.inside();
                case EQUAL, UNEQUAL -> throw new IllegalStateException("a threshold of equality");
            };
        }

        /// As it is written.
        String text() {
            return measured + " " + relation.symbol() + " " + level;
        }
    }

    /// A second number, for each value of which a search is repeated.
    ///
    /// @param at the values, membrane units
    record Along(Varied vary, double[] at) {}

    /// How much a membrane at rest yields to a small current, frequency by frequency.
    ///
    /// @param run the chirp
    /// @param from the lowest frequency, 1/ms
    /// @param to the highest, 1/ms
    record Impedance(String name, Simulate run, double from, double to) implements Study {
        @Override
        public String word() {
            return "impedance";
        }
    }

    /// Where a preparation stands still while its inputs rest.
    ///
    /// @param over where the first unknown is looked for, membrane units
    record Equilibria(String name, Preparation on, Range over) implements Study {
        @Override
        public String word() {
            return "equilibria";
        }

        @Override
        public @Nullable Simulate run() {
            return null;
        }
    }

    /// How equilibria and cycles of a preparation, its inputs at rest, change with one of its numbers.
    ///
    /// @param over the range of that number, membrane units
    /// @param within where the first unknown is looked for, membrane units
    /// @param cycles whether cycles are followed too
    record Continue(String name, Preparation on, Varied vary, Range over, Range within, boolean cycles) implements Study {
        @Override
        public String word() {
            return "continue";
        }

        @Override
        public @Nullable Simulate run() {
            return null;
        }
    }

    /// How the picture of a preparation, its inputs at rest, changes in kind with two of its numbers.
    ///
    /// @param within where the first unknown is looked for, membrane units
    record PhaseDiagram(String name, Preparation on, Free x, Free y, Range within) implements Study {
        @Override
        public String word() {
            return "diagram";
        }

        @Override
        public @Nullable Simulate run() {
            return null;
        }
    }

    /// A number that is free within a range, membrane units.
    record Free(Varied vary, Range over) {}

    /// The conductances that each potential implies, the potential that they imply, and where the two agree.
    ///
    /// @param over the potentials, mV
    record Chord(String name, Preparation on, Range over) implements Study {
        @Override
        public String word() {
            return "chord";
        }

        @Override
        public @Nullable Simulate run() {
            return null;
        }
    }

    /// How often a membrane fires that rested until a constant current began, over that current or another number.
    ///
    /// @param over the values, ascending, membrane units
    /// @param within how closely the onset is enclosed, membrane units
    record Fi(String name, Simulate run, Varied vary, double[] over, double within) implements Study {
        @Override
        public String word() {
            return "fi";
        }
    }

    /// The flow in a plane of two unknowns, inputs at rest; the others follow their steady states where they have one, or are held where they begin.
    ///
    /// @param held names of those that are held although they might follow
    record Plane(String name, Preparation on, Side x, Side y, List<String> held) implements Study {
        @Override
        public String word() {
            return "plane";
        }

        @Override
        public @Nullable Simulate run() {
            return null;
        }
    }

    /// Where orbits go that begin in a plane of two unknowns.
    record Basin(String name, Plane plane) implements Study {
        @Override
        public String word() {
            return "basin";
        }

        @Override
        public @Nullable Simulate run() {
            return null;
        }
    }

    /// An unknown and where it varies, membrane units.
    ///
    /// @param unknown its place among the states
    record Side(int unknown, Range range) {}

    /// A quantity to record: its name as written without spaces, its unit for display.
    record Recorded(String name, Unit unit, Expr expr) {}

    /// The number that a sweep moves, by its full name: a parameter, an input at rest, or an initial value of the preparation; or a number of a
    /// protocol (`kick.level`).
    record Varied(String name, Unit unit) {}

    /// How time is stepped.
    ///
    /// @param tolerance relative tolerance of an adaptive method; NaN for a fixed step
    /// @param step fixed step, ms; NaN for an adaptive method
    record Scheme(Method method, double tolerance, double step) {
        /// Below this tolerance steps follow rounding.
        private static final double FINEST = 1e-14;

        boolean adaptive() {
            return Double.isNaN(step);
        }

        /// The same method, finer: with [#finest] what errors are estimated against.
        Scheme finer() {
            return adaptive() ? tightened(3) : new Scheme(method, tolerance, step / 2);
        }

        Scheme finest() {
            return adaptive() ? tightened(100) : new Scheme(method, tolerance, step / 4);
        }

        private Scheme tightened(double factor) {
            return new Scheme(method, Math.max(tolerance / factor, FINEST), step);
        }

        /// How an error follows from those two: the errors of equal steps fall by the method's order, those of an adaptive method by experience.
        Comparison comparison() {
            return adaptive() ? Comparison.ofTolerances(tolerance) : Comparison.ofSteps(method.order());
        }
    }
}
