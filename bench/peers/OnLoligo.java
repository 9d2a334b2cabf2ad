import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import loligo.experiment.ExperimentReader;
import loligo.experiment.Shelf;
import loligo.kernel.Cells;
import loligo.kernel.Ensemble;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Equations;
import loligo.notation.Source;
import loligo.simulation.Stimulus;
import loligo.solver.Events;
import loligo.solver.Method;
import loligo.solver.Methods;
import loligo.solver.Outcome;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;

/// The squid axon on Loligo, in this process, warm, in one thread.
final class OnLoligo implements Simulator {
    static final int CELLS = 1024;
    static final double STEP = 0.01; // ms
    private static final int STEPS = 5000;   // of a sample of many cells
    private static final double END = 1000;  // ms
    private static final double WARM = 1.5e9; // ns of processor time before the first sample
    private static final double[] SIZES = {1, 0.01, 0.01, 0.01}; // mV, and gates
    private static final String SQUID = "use hodgkin-huxley-1952\npatch soma : HodgkinHuxley1952 { leak.E = -54.3 [mV]  I = %s [uA/cm^2] }\n";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Equations equations = equations(0);
    private final Kernel kernel = Kernel.compile(equations);
    private final KernelField firing;
    private final Map<String, Ensemble> ensembles = new HashMap<>();
    private final Map<String, Boolean> warm = new HashMap<>();

    OnLoligo() {
        Equations driven = equations(10);
        firing = Kernel.compile(driven).field(Kernel.compile(driven).parameters(), new Stimulus(Stimulus.resting(driven), List.of()));
    }

    private static Equations equations(double current) {
        return ExperimentReader.read(new Source("bench", SQUID.formatted(current)), new Shelf(null), List.of()).preparations().getFirst().equations();
    }

    @Override
    public String version() {
        return "Loligo";
    }

    @Override
    public double many(String method) {
        return sample(ensembles.computeIfAbsent(method, this::warmed));
    }

    /// Its cells hold their leak where the peers' have it, and get their currents as such.
    private Ensemble warmed(String method) {
        double[] currents = DoubleStream.iterate(0, i -> i + 1).limit(CELLS).map(i -> 8 + 4 * i / (CELLS - 1)).toArray(); // [CELLS]
        Cells cells = Cells.of(kernel, CELLS).with(equations, "I", currents);
        Ensemble ensemble = new Ensemble(kernel, Methods.of(method), cells, new Stimulus(Stimulus.resting(equations), List.of()));
        ensemble.start(0);
        for (long begin = THREADS.getCurrentThreadCpuTime(); !ensemble.settled() || THREADS.getCurrentThreadCpuTime() - begin < WARM;) sample(ensemble);
        return ensemble;
    }

    private static double sample(Ensemble ensemble) {
        long begin = THREADS.getCurrentThreadCpuTime();
        ensemble.advance(ensemble.time() + STEPS * STEP, STEP);
        return (THREADS.getCurrentThreadCpuTime() - begin) / (double) (CELLS * STEPS);
    }

    @Override
    public Second one(String method, double setting) {
        if (warm.put(method, true) == null) for (long begin = THREADS.getCurrentThreadCpuTime(); THREADS.getCurrentThreadCpuTime() - begin < WARM;) fire(method, setting);
        long begin = THREADS.getCurrentThreadCpuTime();
        double[] spikes = fire(method, setting);
        return new Second((THREADS.getCurrentThreadCpuTime() - begin) / 1e6, spikes);
    }

    private double[] fire(String name, double setting) {
        Method method = Methods.of(name);
        Stepper stepper = method.equals(Methods.AUTOMATIC)
                ? Steppers.adaptive(method, firing, Tolerance.scaled(setting, SIZES))
                : Steppers.fixed(method, firing, setting);
        Events upstroke = new Events(new Upstroke(), firing.dimension());
        double[] spikes = new double[200];
        int count = 0;
        stepper.start(0, firing.initial(0));
        while (stepper.time() < END) {
            Outcome trouble = stepper.step(END);
            if (trouble != null) break; // a step too long for the method: what it found until then says so
            if (upstroke.search(stepper, stepper.before())) spikes[count++] = upstroke.time();
        }
        return Arrays.copyOf(spikes, count);
    }

    private static final class Upstroke implements Events.Functions {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public void evaluate(double t, double[] y, double[] g) {
            g[0] = y[0];
        }
    }
}
