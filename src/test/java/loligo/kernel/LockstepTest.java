package loligo.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loligo.model.Equations;
import loligo.model.Library;
import loligo.notation.Expr;
import loligo.notation.Terse;
import loligo.protocol.Segment;
import loligo.protocol.Waveform;
import loligo.recording.Heading;
import loligo.recording.Recording;
import loligo.recording.Reels;
import loligo.simulation.Lockstep;
import loligo.simulation.Observer;
import loligo.simulation.Simulation;
import loligo.simulation.Stimulus;
import loligo.simulation.Watch;
import loligo.solver.Methods;
import loligo.solver.Outcome;
import loligo.solver.Steppers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs that are made in lockstep leave what each leaves alone, bit for bit: panels, columns, where the membrane stands still.
class LockstepTest {
    private static final double STEP = 0.01;   // ms
    private static final double UNTIL = 0.705; // ms: no whole number of steps from the last corner, and a stretch of more steps than are taken ahead
    private static final int RUNS = 9;

    static Stream<String> models() {
        return Library.names().stream();
    }

    /// A membrane whose first parameter and first input differ from run to run.
    private static final class Subject {
        private final Kernel kernel;
        private final List<Expr> seen;
        private final List<Heading> headings;
        private final Probe probe;
        private final double[] sizes;
        private final Reels reels = new Reels();

        Subject(Equations equations) {
            Equations still = new Equations(equations.name(), equations.states(), equations.inputs(), equations.parameters(), equations.definitions(), List.of());
            this.kernel = Kernel.compile(still);
            this.seen = List.of(Terse.of(still.states().getFirst().name()), still.states().getFirst().derivative(), still.states().getLast().derivative());
            this.headings = List.of(new Heading("a", still.states().getFirst().unit()), new Heading("b", still.states().getFirst().unit()), new Heading("c", still.states().getFirst().unit()));
            this.probe = kernel.probe(seen);
            this.sizes = still.states().stream().mapToDouble(_ -> 0.01).toArray();
        }

        /// Two steps of the first input, of a height of the run's own.
        private Stimulus stimulus(int run) {
            double[] rest = Stimulus.resting(kernel.equations());
            if (rest.length == 0) return new Stimulus(rest, List.of());
            Waveform waveform = new Waveform(0, List.of(new Segment.Hold(0.02, 0.69, 0.5 * run), new Segment.Hold(0.69, 0.7, 3 - run)));
            return new Stimulus(rest, List.of(new Stimulus.Course(0, waveform, Stimulus.Effect.ADDS)));
        }

        /// The first parameter is the run's own.
        private double[] parameters(int run) {
            double[] parameters = kernel.parameters();
            if (parameters.length > 0) parameters[0] *= 1 + 0.01 * run;
            return parameters;
        }

        private Simulation.Run alone(String method, int run) {
            Stimulus stimulus = stimulus(run);
            KernelField field = kernel.field(parameters(run), stimulus);
            Observer observer = new Observer(probe, headings, 2, 0, 1e-9);
            return new Simulation(field, stimulus, Steppers.fixed(Methods.of(method), field, STEP), observer, sizes, null, Watch.NOBODY).run(UNTIL);
        }

        private List<Optional<Simulation.Run>> together(String method, int lanes, Watch watch) {
            Set<Integer> inputs = kernel.equations().inputs().isEmpty() ? Set.of() : Set.of(0);
            Set<Integer> parameters = kernel.equations().parameters().isEmpty() ? Set.of() : Set.of(0);
            Unison unison = new Unison(kernel, Methods.of(method), parameters, inputs, seen, List.of(), lanes, false);
            List<Lockstep.Member> members = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                Stimulus stimulus = stimulus(run);
                Stimulus.Levels levels = stimulus.levels(UNTIL);
                if (levels == null) throw new AssertionError("steps stand still");
                members.add(new Lockstep.Member(parameters(run), stimulus, levels, watch));
            }
            return new Lockstep(unison, method, STEP, probe, headings, sizes, reels).run(members).runs();
        }

        private void agree(String method, int... widths) {
            List<Simulation.Run> alone = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) alone.add(alone(method, run));
            for (int lanes : widths) {
                List<Optional<Simulation.Run>> together = together(method, lanes, Watch.NOBODY);
                for (int run = 0; run < RUNS; run++) {
                    String what = kernel.equations().name() + " by " + method + " in " + lanes + " lanes, run " + run;
                                        assertEquals(alone.get(run).outcome() instanceof Outcome.Completed, together.get(run).isPresent(), what);
                if (together.get(run).isPresent()) same(alone.get(run), together.get(run).get(), what);
                }
            }
        }
    }

    private static void same(double[] expected, double[] actual, String what) {
        assertArrayEquals(Arrays.stream(expected).mapToLong(Double::doubleToLongBits).toArray(), Arrays.stream(actual).mapToLong(Double::doubleToLongBits).toArray(), what);
    }

    private static void same(Simulation.Run expected, Simulation.Run actual, String what) {
        assertEquals(expected.outcome(), actual.outcome(), what);
        assertEquals(expected.method(), actual.method(), what);
        same(expected.recording().edges(), actual.recording().edges(), what + ", edges");
        for (Recording.Column column : expected.recording().columns()) same(column.values(), actual.recording().column(column.name()).values(), what + ", " + column.name());
        assertEquals(expected.still().isPresent(), actual.still().isPresent(), what);
        expected.still().ifPresent(root -> same(root.state(), actual.still().orElseThrow().state(), what + ", still"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void ofEveryModel(String name) {
        Subject model = new Subject(LanesTest.equations(name));
        model.agree("rk4", 8);
        model.agree("rush_larsen2", 4);
    }

    @Test
    void byEveryMethodInAnyLanes() {
        for (String method : List.of("rk4", "exponential_euler", "rush_larsen", "rush_larsen2")) new Subject(Membranes.hodgkinHuxley(false)).agree(method, 1, 2, 4, 8);
    }

    /// One run of several is lost: it is left to be made alone, the others are not touched.
    @Test
    void aRunThatGoesWrongIsLeftAlone() {
        Subject fragile = new Subject(new Membranes("fragile").input("I", 0).parameter("limit", 2).state("x", "1", "I").state("y", "1", "log(limit - x) - y").equations());
        List<Optional<Simulation.Run>> together = fragile.together("rk4", 4, Watch.NOBODY);
        Set<Boolean> kinds = new HashSet<>();
        for (int run = 0; run < RUNS; run++) {
            Simulation.Run alone = fragile.alone("rk4", run);
            boolean completed = alone.outcome() instanceof Outcome.Completed;
            kinds.add(completed);
            assertEquals(completed, together.get(run).isPresent(), "run " + run);
            if (completed) same(alone, together.get(run).orElseThrow(), "run " + run);
        }
        assertEquals(2, kinds.size(), "some are lost, some are not");
    }

    @Test
    void whoeverInterruptsGetsNothingHalf() {
        Subject squid = new Subject(Membranes.hodgkinHuxley(false));
        Watch impatient = new Watch() {
            private double fraction;

            @Override
            public boolean interrupted() {
                return fraction > 0.5;
            }

            @Override
            public void reached(double reached) {
                fraction = reached;
            }
        };
        for (Optional<Simulation.Run> run : squid.together("rk4", 1, impatient)) assertFalse(run.isPresent());
    }
}
