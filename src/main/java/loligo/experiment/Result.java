package loligo.experiment;

import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import loligo.dynamics.Cycle;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Neighbourhood;
import loligo.feature.Feature;
import loligo.model.Equations;
import loligo.quantity.Unit;
import loligo.recording.Samples;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;

/// What a study found. Not finishing is a result too: what was found until then is here.
public sealed interface Result {
    Study study();

    Outcome outcome();

    Procedure procedure();

    /// What was solved, one for each member of a family or sweep; a study of one run has one, with nothing set; one that
    /// solves nothing in time has none.
    default List<Member> members() {
        return List.of();
    }

    /// Numbers of the study as a whole: those of its single run, or what its members tell together.
    default List<Feature> features() {
        return single() ? members().getFirst().features() : List.of();
    }

    /// Whether there was one run, in which nothing was set: its features are those of the study.
    default boolean single() {
        return members().size() == 1 && members().getFirst().set().isEmpty();
    }

    /// The recorded columns that have gaps, where they are no number.
    default List<String> gaps() {
        return List.of();
    }

    /// The columns to write and to draw; null when nothing was found.
    @Nullable Series series();

    /// The columns of each branch of a diagram, of each curve of a plane, of an ensemble over time: files of their own.
    default List<Series> branchSeries() {
        return switch (this) {
            case Diagram diagram -> diagram.branches().stream().map(Branch::series).toList();
            case PhaseDiagram map -> map.curves().stream().map(Branch::series).toList();
            case Plane plane -> plane.routes().stream().map(Route::series).toList();
            case Basin basin -> basin.borders().stream().map(Route::series).toList();
            case Crowd crowd -> crowd.envelope() == null ? List.of() : List.of(crowd.envelope());
            case Traces _, Table _, Curve _, Standstills _ -> List.of();
        };
    }

    /// Runs in time.
    ///
    /// @param portraits the recorded columns of each member where a drawing needs them
    record Traces(Study.Simulate study, Outcome outcome, Procedure procedure, List<Member> members, @Nullable Series series, List<Samples> portraits) implements Result {
        @Override
        public List<String> gaps() {
            IntPredicate gap = c -> portraits.stream().anyMatch(p -> DoubleStream.of(p.values()[c]).anyMatch(Double::isNaN));
            return IntStream.range(0, study.record().size()).filter(gap).mapToObj(c -> study.record().get(c).name()).toList();
        }
    }

    /// Numbers against a varied number.
    record Table(Study.Sweep study, Outcome outcome, Procedure procedure, List<Member> members, @Nullable Series series) implements Result {}

    /// Many cells.
    ///
    /// @param members what was drawn for each cell, and what was measured of it
    /// @param features the distributions of what was measured: `frequency.mean`, `frequency.p95`
    /// @param series the same as members, over the number of the cell
    /// @param envelope percentiles of each recorded column over time
    /// @param spikes of each of the first hundred cells, ms // [cells][spikes]
    record Crowd(Study.Ensemble study, Outcome outcome, Procedure procedure, List<Member> members, List<Feature> features, @Nullable Series series, @Nullable Series envelope, double[][] spikes) implements Result {}

    /// A curve: what was measured against a number that was varied, and what was fitted to it.
    ///
    /// @param features numbers of the curve as a whole
    /// @param series the points; its grid is the varied number
    /// @param fits curves fitted to columns of the series, or drawn beside them
    /// @param traces the runs in time that the points were read off, to be drawn and written too; null where only numbers were kept
    record Curve(Study study, Outcome outcome, Procedure procedure, List<Member> members, List<Feature> features, @Nullable Series series, List<Fit> fits, @Nullable Traces traces) implements Result {
        @Override
        public List<String> gaps() {
            return traces == null ? List.of() : traces.gaps();
        }
    }

    /// A curve beside the points of a column, in the units in which both are shown.
    ///
    /// @param column the name of the column
    /// @param xs // [n]
    /// @param ys // [n]
    /// @param residuals measured minus fitted, NaN where nothing was measured // [rows], or empty for none
    /// @param label its name in the figure; empty where it needs none
    /// @param instead the column in whose place this one is usually drawn, as its fraction; empty for none
    record Fit(String column, double[] xs, double[] ys, double[] residuals, String label, String instead) {
        Fit(String column, double[] xs, double[] ys, double[] residuals, String label) {
            this(column, xs, ys, residuals, label, "");
        }

        Fit(String column, double[] xs, double[] ys, double[] residuals) {
            this(column, xs, ys, residuals, "");
        }
    }

    /// Where a preparation stands still.
    ///
    /// @param found in the order of their first unknown
    /// @param gates of a membrane, at each of them
    /// @param completeness what is known about equilibria that were not found, a sentence
    /// @param series of a membrane: the current that flows at each potential when every gate has settled
    record Standstills(Study.Equilibria study, Outcome outcome, Procedure procedure, List<Equilibrium> found, List<List<Feedback>> gates, String completeness, @Nullable Series series) implements Result {}

    /// What a gate does to the potential when that is pushed away from an equilibrium: to the slope of the steady-state current it adds dI/dx dx_inf/dV.
    /// Below zero it amplifies: the current that it brings pushes V on. Above zero it resonates: it pulls V back, `tau` later.
    ///
    /// @param gate full name, `NaV.m`
    /// @param conductance in the membrane's unit, mS/cm^2, nS or nS/pF
    /// @param error of `conductance`: of rounding, and of where the equilibrium is
    /// @param tau ms; 0 of a gate that is always at its steady state
    record Feedback(String gate, double conductance, double error, double tau) {
        public String effect() {
            return conductance < 0 ? "amplifies" : "resonates";
        }
    }

    /// How equilibria and cycles change with a number.
    ///
    /// @param points where the picture changes in kind, by rising number within each kind
    /// @param completeness what is known about branches that were not found, sentences
    record Diagram(Study.Continue study, Outcome outcome, Procedure procedure, List<Branch> branches, List<Landmark> points, String completeness) implements Result {
        @Override
        public @Nullable Series series() {
            return null;
        }
    }

    /// A branch of a diagram.
    ///
    /// @param kind `equilibria` or `cycles`
    /// @param begin why it goes no further at its first row, a sentence
    /// @param end the same at its last row
    /// @param series over the varied number: of equilibria the unknowns, of cycles the period and every unknown's lowest and highest value;
    ///     then the number of unstable directions
    record Branch(String kind, String begin, String end, Series series) {}

    /// How the picture changes in kind with two numbers.
    ///
    /// @param curves of kind `saddle_node` or `hopf`; their series hold both numbers, the unknowns and a coefficient of the normal form
    /// @param points where curves meet or end on each other, by rising first number within each kind
    /// @param patches the cells of a grid, found without the curves
    /// @param completeness what is known about curves that were not found, sentences
    record PhaseDiagram(Study.PhaseDiagram study, Outcome outcome, Procedure procedure, List<Branch> curves, List<Meeting> points, Patchwork patches, String completeness) implements Result {
        @Override
        public @Nullable Series series() {
            return null;
        }
    }

    /// A point at which two conditions meet.
    ///
    /// @param label short, for the figure: `BT1`
    /// @param kind as in `docs/results.md`
    /// @param at both numbers, membrane units // [2]
    /// @param error of them, membrane units; infinite where there is no estimate // [2]
    /// @param coefficients of the normal form, by name; times in ms
    /// @param sentence what happens there
    record Meeting(String label, String kind, double[] at, double[] error, Equilibrium equilibrium, Map<String, Double> coefficients, String sentence) {}

    /// The flow in a plane.
    ///
    /// @param found in the order of their first unknown; of the planar flow
    /// @param routes nullclines, manifolds, cycles, neighbourhoods
    /// @param neighbourhoods the flow beside each equilibrium and the linearised one, drawn in a figure of their own
    /// @param completeness what others do, and what might be missed
    record Plane(Study.Plane study, Outcome outcome, Procedure procedure, List<Equilibrium> found, List<Route> routes, List<Neighbourhood> neighbourhoods, Arrows arrows, String completeness) implements Result {
        @Override
        public @Nullable Series series() {
            return null;
        }
    }

    /// A curve in a plane.
    ///
    /// @param kind `nullcline`, `manifold`, `orbit`, `border`; or one of those below, which are no lines of the plane
    /// @param of whose nullcline, which manifold, which cycle, beside which equilibrium
    /// @param stable of a manifold: it leads into the saddle; of a cycle: neighbours come to it
    /// @param sentence where it goes, or what it says
    /// @param features of a cycle its period, of a phase response its largest shifts
    record Route(String kind, String of, boolean stable, String sentence, Series series, List<Feature> features) {
        static final String NEIGHBOURHOOD = "neighbourhood"; // its columns are orbits over time
        static final String ISOCHRONS = "isochrons";         // one after the other
        static final String RESPONSE = "phase_response";     // over phase

        Route(String kind, String of, boolean stable, String sentence, Series series) {
            this(kind, of, stable, sentence, series, List.of());
        }

        /// Whether it is a line of the plane.
        boolean line() {
            return !Set.of(NEIGHBOURHOOD, ISOCHRONS, RESPONSE).contains(kind);
        }
    }

    /// Where orbits go that begin in a plane.
    ///
    /// @param goals attractors, numbered from 1; 0 stands for orbits that had not settled on anything known, -1 for those that left for good
    /// @param found equilibria
    /// @param series the array of labels: a row for each value of the second unknown, a column for each value of the first; null where nothing was found
    /// @param borders one for each two labels that are neighbours
    /// @param completeness what others do, and what might be missed
    record Basin(Study.Basin study, Outcome outcome, Procedure procedure, List<Goal> goals, List<Equilibrium> found, @Nullable Series series, List<Route> borders, String completeness) implements Result {}

    /// Where an orbit may go.
    ///
    /// @param name without an article
    /// @param rest where it is an equilibrium
    /// @param round points of the plane once round where it is a cycle // [points][2], or empty
    /// @param period of a cycle
    /// @param share of the plane from which orbits go there
    record Goal(int label, String name, @Nullable Equilibrium rest, double[][] round, @Nullable Feature period, Feature share) {
        boolean attracts() {
            return label > 0;
        }
    }

    /// Where the flow goes at points of a grid, membrane units // [n] each
    record Arrows(double[] xs, double[] ys, double[] us, double[] vs) {}

    /// A special point of a diagram.
    ///
    /// @param label short, for the figure: `H1`
    /// @param kind as in `docs/results.md`
    /// @param at the varied number there, membrane units
    /// @param error of it, membrane units
    /// @param equilibrium null where it is a cycle to which it happens
    /// @param cycle null where it is an equilibrium to which it happens
    /// @param coefficients of the normal form and their kin, by name; times in ms
    /// @param sentence what happens there
    record Landmark(String label, String kind, double at, double error, @Nullable Equilibrium equilibrium, @Nullable Cycle cycle, Map<String, Double> coefficients, String sentence) {}

    /// One run of a study.
    ///
    /// @param set the numbers that tell it from the others
    record Member(List<Setting> set, List<Feature> features, Outcome outcome) {
        /// The same with these features only, in this order.
        Member only(List<String> names) {
            return new Member(set, names.stream().flatMap(n -> features.stream().filter(f -> f.name().equals(n))).toList(), outcome);
        }
    }

    /// A number that was set, in membrane units.
    record Setting(String name, double value, Unit unit) {}

    /// How the numbers were computed.
    ///
    /// @param name the method, and a hand-over where one happened
    /// @param cites its citation keys
    /// @param tolerance relative tolerance, NaN for a fixed step
    /// @param step fixed step in ms, NaN for an adaptive method
    record Procedure(String name, List<String> cites, double tolerance, double step) {}

    /// What an outcome of this study says, in the names of its preparation.
    default String message(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotFinite lost -> lost.message(variable(lost.component()), time(lost.time()));
            case Outcome.Stopped stopped when !Double.isNaN(stopped.time()) -> stopped.message() + " (at t = " + time(stopped.time()) + ")";
            case Outcome.Completed _ when !gaps().isEmpty() -> outcome.message() + "; " + String.join(" and ", gaps())
                    + (gaps().size() == 1 ? " is no number at some times, and has gaps there" : " are no numbers at some times, and have gaps there");
            case Outcome.Stopped _, Outcome.Completed _ -> outcome.message();
        };
    }

    private static String time(double ms) {
        return Digits.value(ms, Double.NaN) + " ms";
    }

    /// The name of the unknown (or, beyond them, of the recorded column) that an outcome blames.
    default String variable(int component) {
        Study.Simulate run = study().run();
        if (run == null) return "unknown";
        List<Equations.State> states = run.equations().states();
        int n = states.size();
        if (component < 0) return "unknown";
        if (component < n) return states.get(component).name();
        return component - n < run.record().size() ? run.record().get(component - n).name() : "the rate of change of " + run.record().getFirst().name();
    }
}
