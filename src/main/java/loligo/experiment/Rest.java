package loligo.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.LinearResponse;
import loligo.dynamics.Range;
import loligo.feature.Features;
import loligo.kernel.Drive;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.recording.Recording;
import loligo.recording.Side;
import loligo.simulation.Simulation;
import loligo.simulation.Stimulus;
import loligo.simulation.Watch;
import loligo.solver.Outcome;

/// Where a preparation comes to rest by itself, and how it answers small currents there.
///
/// @param on the same preparation, beginning there
/// @param response what the first unknown does, in membrane units, for one membrane unit of `I`
record Rest(Preparation on, Equilibrium equilibrium, LinearResponse response) {
    /// How long it is waited for, ms.
    private static final double PATIENCE = 5000;
    /// How close to it the first unknown must have come, in its unit.
    private static final double NEAR = 0.5;

    /// What became of the wait.
    sealed interface Found {
        record Rests(Rest rest) implements Found {}

        /// @param why a sentence
        record Restless(String why) implements Found {}

        record Lost(Outcome outcome) implements Found {}
    }

    /// Waits, then finds the equilibrium near to which it has come by Newton's method.
    static Found of(Study.Simulate study, Watch watch) {
        Equations equations = study.on().equations();
        List<Study.Recorded> record = equations.states().stream().map(s -> new Study.Recorded(s.name(), s.unit(), new Expr.Name(s.name()))).toList();
        Study.Simulate wait = new Study.Simulate(study.name(), study.on(), List.of(), PATIENCE, 0, study.every(), record, List.of(), study.scheme());
        Bench bench = new Bench(wait);
        Simulation.Run run = bench.run(bench.numbers(), List.of(), wait.scheme(), null, watch);
        if (!(run.outcome() instanceof Outcome.Completed)) return new Found.Lost(run.outcome());
        Kernel kernel = Kernel.compile(equations);
        KernelField field = ProblemOf.field(kernel);
        double[] end = end(run.recording(), equations);
        Optional<Equilibrium> near = Equilibrium.near(ProblemOf.resting(field, equations, Range.ALL), end, new double[0])
                .filter(e -> e.eigenvalues()[0][0] < 0 && Math.abs(e.state()[0] - end[0]) <= NEAR * equations.states().getFirst().unit().scale());
        return near.<Found>map(e -> new Found.Rests(new Rest(beginning(study.on(), e.state()), e, new LinearResponse(e.jacobian(), byCurrent(kernel, e.state()))))).orElseGet(() -> new Found.Restless(restless(wait, run)));
    }

    /// The state in which a run ended // [n], membrane units
    private static double[] end(Recording recording, Equations equations) {
        return equations.states().stream().mapToDouble(s -> recording.trace(s.name()).value(recording.end(), Side.LEFT)).toArray();
    }

    private static String restless(Study.Simulate wait, Simulation.Run run) {
        String first = wait.record().getFirst().name();
        Double spikes = Features.of(run.recording(), first, 0, PATIENCE, null).stream().filter(f -> f.name().equals("spike_count")).findFirst().orElseThrow().value();
        String without = " in " + Digits.value(PATIENCE, Double.NaN) + " ms without a chirp";
        return wait.on().name() + (spikes != null && spikes > 1 ? " is not at rest: it fires " + Digits.value(spikes, 0) + " times" + without : " does not come to rest" + without);
    }

    private static Preparation beginning(Preparation on, double[] state) {
        Equations e = on.equations();
        List<Equations.State> states = IntStream.range(0, state.length).mapToObj(i -> beginning(e.states().get(i), state[i])).toList();
        return new Preparation(on.name(), on.geometry(), on.model(), new Equations(e.name(), states, e.inputs(), e.parameters(), e.definitions(), e.resets()));
    }

    private static Equations.State beginning(Equations.State s, double at) {
        return new Equations.State(s.name(), s.dimension(), s.unit(), new Expr.Literal(s.unit().outside(at), s.unit()), s.derivative(), s.relaxation());
    }

    /// How the rate of change of the state follows `I` // [n], from the formulas: that of time where `I` alone moves, by 1 in a ms
    private static double[] byCurrent(Kernel kernel, double[] state) {
        double[] resting = Stimulus.resting(kernel.equations());
        Drive ramp = new Drive() {
            @Override
            public void at(double t, double[] u) {
                System.arraycopy(resting, 0, u, 0, resting.length);
            }

            @Override
            public void slope(double t, double[] du) {
                Arrays.setAll(du, i -> kernel.equations().inputs().get(i).name().equals("I") ? 1 : 0);
            }
        };
        double[] slope = new double[state.length];
        kernel.field(kernel.parameters(), ramp).timeDerivative(0, state, slope);
        return slope;
    }
}
