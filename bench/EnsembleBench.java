import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import loligo.experiment.ExperimentReader;
import loligo.experiment.Shelf;
import loligo.kernel.Cells;
import loligo.kernel.Ensemble;
import loligo.kernel.Kernel;
import loligo.model.Equations;
import loligo.notation.Source;
import loligo.simulation.Stimulus;
import loligo.solver.Method;
import loligo.solver.Methods;

/// Ensembles of cells beside plain C++ of the same scheme, in turn in one process and one thread, on the same numbers. `./loligo-bench` runs it.
/// Time is processor time of the thread, which neighbours disturb less than the clock; the table has the best and the median of all samples.
public final class EnsembleBench {
    private static final int CELLS = 1024;
    private static final double STEP = 0.01; // ms
    private static final int STEPS = 200;    // in a sample
    private static final int SAMPLES = 25;
    private static final double WARM = 1.5e9; // ns of processor time before the first sample
    private static final int PROVED = 3000;  // steps after which the potentials are compared
    private static final List<String> METHODS = List.of("exponential_euler", "rk4"); // by their number in ensemble.cpp
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// A model by its number in ensemble.cpp, its unknowns in the order they have there, and a current that excites it.
    private record Case(int number, String file, String name, String current, double low, double high, List<String> order) {}

    private static final List<Case> CASES = List.of(
            new Case(0, "hodgkin-huxley-1952", "HodgkinHuxley1952", "uA/cm^2", 8, 12, List.of("V", "NaV.m", "NaV.h", "Kdr.n")),
            new Case(1, "wang-buzsaki-1996", "WangBuzsaki1996", "uA/cm^2", 1, 3, List.of("V", "NaV.h", "Kdr.n")),
            new Case(2, "pospischil-2008-rs", "Pospischil2008RS", "uA/cm^2", 2, 4, List.of("V", "NaV.m", "NaV.h", "Kdr.n", "KM.p")),
            new Case(3, "gokhale-2017-35", "Gokhale2017At35", "pA/pF", 10, 40, List.of("V", "NaV15.m", "NaOwn.o", "NaOwn.p", "KOwn.b", "h1", "h2", "n1", "n2")));

    private final Case membrane;
    private final int method;
    private final Equations equations;
    private final Kernel kernel;
    private final int[] places; // of the model's unknowns among those of the C++
    private final double[] currents = new double[CELLS];
    private final double[][] start; // [CELLS][n], every cell a little elsewhere

    private EnsembleBench(Case membrane, int method) {
        this.membrane = membrane;
        this.method = method;
        String text = "use " + membrane.file() + "\npatch soma : " + membrane.name() + " { I = 0 [" + membrane.current() + "] }\n";
        equations = ExperimentReader.read(new Source("bench", text), new Shelf(null), List.of()).preparations().getFirst().equations();
        kernel = Kernel.compile(equations);
        places = equations.states().stream().mapToInt(state -> membrane.order().indexOf(state.name())).toArray();
        if (Arrays.stream(places).anyMatch(place -> place < 0)) throw new IllegalStateException("unknowns are " + equations.states().stream().map(Equations.State::name).toList());
        for (int i = 0; i < CELLS; i++) currents[i] = membrane.low() + (membrane.high() - membrane.low()) * i / (CELLS - 1);
        start = new double[CELLS][];
        double[] rest = kernel.field(kernel.parameters(), drive()).initial(0);
        for (int i = 0; i < CELLS; i++) {
            start[i] = rest.clone();
            start[i][0] += 0.01 * (i % 97);
        }
    }

    private Stimulus drive() {
        return new Stimulus(Stimulus.resting(equations), List.of());
    }

    private Ensemble ensemble() {
        Method scheme = Methods.of(METHODS.get(method));
        Ensemble ensemble = new Ensemble(kernel, scheme, Cells.of(kernel, CELLS).with(equations, "I", currents), drive());
        ensemble.start(0, start);
        return ensemble;
    }

    /// The states as the C++ has them // [n][CELLS]
    private double[] rows() {
        double[] rows = new double[places.length * CELLS];
        for (int i = 0; i < CELLS; i++) for (int k = 0; k < places.length; k++) rows[places[k] * CELLS + i] = start[i][k];
        return rows;
    }

    /// A compiled ensemble.cpp.
    private record Native(MethodHandle advance) {
        static Native of(String library) {
            MemorySegment symbol = SymbolLookup.libraryLookup(Path.of(library), Arena.global()).find("advance").orElseThrow();
            FunctionDescriptor type = FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_INT);
            return new Native(Linker.nativeLinker().downcallHandle(symbol, type, Linker.Option.critical(true)));
        }

        void run(EnsembleBench bench, double[] rows, int steps) {
            try {
                advance.invokeExact(bench.membrane.number(), bench.method, MemorySegment.ofArray(rows), MemorySegment.ofArray(bench.currents), CELLS, STEP, steps);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double[] sorted(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private void row(Native fast, Native exact) {
        double[] ours = potentials(ensemble());
        double[] reference = potentials(exact);
        double[] theirs = potentials(fast);
        Ensemble ensemble = ensemble();
        double[] rows = rows();
        double[] java = new double[SAMPLES];
        double[] native_ = new double[SAMPLES];
        for (long begin = THREADS.getCurrentThreadCpuTime(); !ensemble.settled() || THREADS.getCurrentThreadCpuTime() - begin < WARM;) sample(ensemble);
        for (int i = 0; i < SAMPLES; i++) {
            java[i] = sample(ensemble);
            long begin = THREADS.getCurrentThreadCpuTime();
            fast.run(this, rows, STEPS);
            native_[i] = (THREADS.getCurrentThreadCpuTime() - begin) / (double) (CELLS * STEPS);
        }
        double[] a = sorted(java);
        double[] b = sorted(native_);
        System.out.printf(Locale.ROOT, "| %s | %s | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.1e | %.1e |%n", membrane.name(), METHODS.get(method), ensemble.lanes(),
                a[0], a[SAMPLES / 2], b[0], b[SAMPLES / 2], a[SAMPLES / 2] / b[SAMPLES / 2], farthest(ours, reference), farthest(theirs, reference));
    }

    /// ns per cell and step
    private static double sample(Ensemble ensemble) {
        long begin = THREADS.getCurrentThreadCpuTime();
        ensemble.advance(ensemble.time() + STEPS * STEP, STEP);
        return (THREADS.getCurrentThreadCpuTime() - begin) / (double) (CELLS * STEPS);
    }

    private static double[] potentials(Ensemble ensemble) {
        double[] v = new double[CELLS];
        ensemble.advance(PROVED * STEP, STEP);
        ensemble.unknown(0, v);
        return v;
    }

    private double[] potentials(Native library) {
        double[] rows = rows();
        library.run(this, rows, PROVED);
        return Arrays.copyOf(rows, CELLS);
    }

    private static double farthest(double[] a, double[] b) {
        double farthest = 0;
        for (int i = 0; i < a.length; i++) farthest = StrictMath.max(farthest, StrictMath.abs(a[i] - b[i]));
        return farthest;
    }

    public static void main(String[] arguments) {
        Native fast = Native.of(arguments[0]);
        Native exact = Native.of(arguments[1]);
        System.out.println("%d cells, steps of %s ms, one thread, %s; Java %s; %s; %s\n".formatted(CELLS, STEP, arguments[2], Runtime.version(), arguments[3], LocalDate.now()));
        System.out.println("| model | method | lanes | best ns | median ns | C++ best ns | C++ median ns | ratio of medians | farthest from the library's exp, mV | C++, mV |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (Case membrane : CASES) for (int method = 0; method < METHODS.size(); method++) {
            if (arguments.length > 4 && !membrane.file().contains(arguments[4])) continue;
            new EnsembleBench(membrane, method).row(fast, exact);
        }
    }
}
