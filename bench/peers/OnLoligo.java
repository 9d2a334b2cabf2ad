import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import loligo.experiment.ExperimentReader;
import loligo.experiment.Result;
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
    static final double END = 1000;  // ms
    private static final double WARM = 1.5e9; // ns of processor time before the first sample
    private static final int STUDIES = 20;    // of a sample
    private static final double[] SIZES = {1, 0.01, 0.01, 0.01}; // mV, and gates
    private static final String SQUID = "use hodgkin-huxley-1952\npatch soma : HodgkinHuxley1952 { leak.E = -54.3 [mV]  I = %s [uA/cm^2] }\n";
    private static final String STUDY = "simulate second { until = 1000 [ms]  tolerance = %s  record = V }\n";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean(); // studies have threads of their own

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

    /// By a stepper and a search for spikes; or, by `study` and `study_fast`, from the text to features and series.
    @Override
    public Second one(String method, double setting) {
        if (warm.put(method, true) == null) for (long begin = PROCESS.getProcessCpuTime(); PROCESS.getProcessCpuTime() - begin < (method.startsWith("study") ? 4 : 1) * WARM;) once(method, setting);
        return once(method, setting);
    }

    private Second once(String method, double setting) {
        if (method.startsWith("study")) return study(setting, method.equals("study_fast"));
        long begin = THREADS.getCurrentThreadCpuTime();
        double[] spikes = fire(method, setting);
        return new Second((THREADS.getCurrentThreadCpuTime() - begin) / 1e6, spikes);
    }

    /// The mean of several, since the clock of the process ticks slowly.
    private static Second study(double tolerance, boolean fast) {
        String text = SQUID.formatted(10) + STUDY.formatted(tolerance);
        Result result = Studied.perform(text, fast);
        long begin = PROCESS.getProcessCpuTime();
        for (int i = 0; i < STUDIES; i++) result = Studied.perform(text, fast);
        return new Second((PROCESS.getProcessCpuTime() - begin) / 1e6 / STUDIES, Studied.upstrokes(result));
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
