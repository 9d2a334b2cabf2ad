package loligo.experiment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Equations;
import loligo.notation.Source;
import loligo.simulation.Stimulus;
import loligo.solver.Events;
import loligo.solver.Methods;
import loligo.solver.Outcome;
import loligo.solver.Stepper;
import loligo.solver.Steppers;
import loligo.solver.Tolerance;

/// Prints the tables of `docs/performance.md` that belong to one process. Not a test: times are measured, never asserted.
/// `mvn -q test-compile`, then `java -cp target/test-classes:target/classes:target/lib/* loligo.experiment.Performance`.
final class Performance {
    private static final String SQUID = "use hodgkin-huxley-1952\npatch soma : HodgkinHuxley1952 { I = 10 [uA/cm^2] }\n";
    private static final double[] SIZES = {1, 0.01, 0.01, 0.01}; // mV, and gates
    private static final double END = 1000; // ms
    private static final int RUNS = 31;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean(); // processor time, which neighbours disturb less

    private final Kernel kernel;
    private final double[] resting;

    private Performance(Equations equations) {
        kernel = Kernel.compile(equations);
        resting = Stimulus.resting(equations);
    }

    private static Experiment read(String text) {
        return ExperimentReader.read(new Source("text", text), new Shelf(null), List.of());
    }

    public static void main(String[] arguments) {
        firstCompile();
        new Performance(read(SQUID).preparations().getFirst().equations()).timeToAccuracy();
        latencies();
    }

    private static void firstCompile() {
        Equations equations = read(SQUID).preparations().getFirst().equations();
        long begin = THREADS.getCurrentThreadCpuTime();
        Kernel.compile(equations);
        System.out.printf(Locale.ROOT, "first compile of a kernel in this process: %.1f ms%n", (THREADS.getCurrentThreadCpuTime() - begin) / 1e6);
    }

    private KernelField field() {
        return kernel.field(kernel.parameters(), new Stimulus(resting, List.of()));
    }

    private record Fired(int spikes, double last, long steps) {}

    private static Fired fire(KernelField field, Stepper stepper) {
        Events upstroke = new Events(new Upstroke(), field.dimension());
        int spikes = 0;
        double last = Double.NaN;
        stepper.start(0, field.initial(0));
        while (stepper.time() < END) {
            Outcome trouble = stepper.step(END);
            if (trouble != null) throw new IllegalStateException(trouble.message());
            if (upstroke.search(stepper, stepper.before())) {
                spikes++;
                last = upstroke.time();
            }
        }
        return new Fired(spikes, last, stepper.work().steps());
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

    private void timeToAccuracy() {
        KernelField field = field();
        double reference = fire(field, Steppers.fixed(Methods.of("dopri5"), field, 0.002)).last();
        System.out.println("reference: last spike at " + reference + " ms (dopri5 in steps of 0.002 ms)\n");
        System.out.println("| method | setting | last spike off by (ms) | spikes | steps | median ms | best ms |\n|---|---|---|---|---|---|---|");
        for (String method : List.of("automatic", "dopri5", "rodas5p")) {
            for (double relative : new double[] {1e-4, 1e-5, 2e-6, 1e-6, 1e-7, 1e-8}) {
                row(method, "tolerance " + relative, reference, field, () -> Steppers.adaptive(Methods.of(method), field, Tolerance.scaled(relative, SIZES)));
            }
        }
        for (String method : List.of("rk4", "exponential_euler", "rush_larsen", "rush_larsen2")) {
            for (double step : new double[] {0.05, 0.025, 0.01, 0.005}) {
                row(method, step + " ms", reference, field, () -> Steppers.fixed(Methods.of(method), field, step));
            }
        }
    }

    private static void row(String method, String setting, double reference, KernelField field, Supplier<Stepper> maker) {
        double[] times = new double[RUNS];
        Fired fired = fire(field, maker.get());
        for (int i = 0; i < RUNS; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            fired = fire(field, maker.get());
            times[i] = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "| %s | %s | %.1e | %d | %d | %.2f | %.2f |%n", method, setting, fired.last() - reference, fired.spikes(), fired.steps(), times[RUNS / 2], times[0]);
    }

    private static void latencies() {
        String text = """
                use hodgkin-huxley-1952
                patch soma : HodgkinHuxley1952 { I = 0 [uA/cm^2] }
                protocol kick : current { at = 5 [ms]  for = 0.5 [ms]  level = 40 [uA/cm^2] }
                simulate spike { under = kick  until = 30 [ms]  record = V }
                """;
        Equations equations = read(text).preparations().getFirst().equations();
        System.out.println();
        median("compile a kernel, warm", () -> Kernel.compile(equations));
        median("read, prove and lower a text, warm", () -> read(text));
        inTurn("edit to first result, warm: text to features of one spike", () -> perform(read(text), true), () -> perform(read(text), false));
        String second = SQUID + "simulate run { until = 1000 [ms]  record = V }";
        Experiment experiment = read(second);
        inTurn("1 s of firing with recording, features and series, tolerance 1e-8", () -> perform(experiment, true), () -> perform(experiment, false));
    }

    private static Result perform(Experiment experiment, boolean fast) {
        return new Laboratory(new Laboratory.Options(2, fast), Progress.NOBODY).perform(experiment.studies().getFirst());
    }

    private static void median(String what, Supplier<?> work) {
        double[] times = new double[200]; // ms
        for (int i = 0; i < times.length; i++) times[i] = time(work);
        print(what, times);
    }

    /// Without errors and with them, one after the other in each round, so that both are as warm.
    private static void inTurn(String what, Supplier<?> without, Supplier<?> with) {
        double[][] times = new double[2][200]; // ms
        for (int i = 0; i < times[0].length; i++) {
            times[0][i] = time(without);
            times[1][i] = time(with);
        }
        print(what + ", without errors", times[0]);
        print("the same with errors", times[1]);
    }

    private static double time(Supplier<?> work) {
        long begin = System.nanoTime();
        var _ = work.get();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void print(String what, double[] times) {
        double[] warm = Arrays.copyOfRange(times, times.length / 2, times.length);
        Arrays.sort(warm);
        System.out.printf(Locale.ROOT, "%s: median %.2f ms, best %.2f ms%n", what, warm[warm.length / 2], warm[0]);
    }
}
