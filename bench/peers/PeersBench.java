import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The squid axon on Loligo beside NEURON, Arbor and Brian2, in turn, each in one thread: per cell and step, to equal accuracy, and as whole processes.
/// `./loligo-bench peers` runs it. Times are processor time, which neighbours disturb less than the clock; a peer that is not there is left out, and said so.
public final class PeersBench {
    private static final double BOUND = 0.01; // ms, of the last spike
    private static final double PATIENCE = 20_000; // ms of processor time for one run of a search

    /// How a simulator is used.
    ///
    /// @param says for people
    /// @param setting for [Simulator#one]; of a search, where it begins
    private record Way(Simulator simulator, String method, String says, double setting) implements Table.Row {
        @Override
        public double sample() {
            return simulator.many(method);
        }

        Simulator.Second second() {
            return simulator.one(method, setting);
        }

        Way with(double other) {
            return new Way(simulator, method, says, other);
        }

        Table.Row seconds() {
            return () -> second().milliseconds();
        }
    }

    private final Map<String, Simulator> simulators = new LinkedHashMap<>();
    private final Reference reference;
    private final int rounds;

    private PeersBench(Path home, Path out, int rounds) throws IOException {
        this.rounds = rounds;
        simulators.put("loligo", new OnLoligo());
        reference = new Reference(simulators.get("loligo").one("dopri5", 0.002).spikes());
        for (String peer : List.of("neuron", "arbor", "brian2")) {
            Path python = out.resolve("python/bin/python");
            if (!Files.exists(out.resolve("with-" + peer))) continue; // the command has said why
            try {
                simulators.put(peer, new Peer(python, home.resolve("bench/peers/on_" + peer + ".py"), Files.createDirectories(out.resolve(peer)), out.resolve(peer + ".log")));
            } catch (IOException e) {
                System.err.println("loligo-bench: " + peer + " is left out: " + e.getMessage());
            }
        }
    }

    private void add(List<Way> ways, String simulator, String method, String says, double setting) {
        Simulator there = simulators.get(simulator);
        if (there != null) ways.add(new Way(there, method, says, setting));
    }

    private void steps() {
        List<Way> ways = new ArrayList<>();
        add(ways, "loligo", "exponential_euler", "`exponential_euler`", OnLoligo.STEP);
        add(ways, "loligo", "rush_larsen2", "`rush_larsen2`", OnLoligo.STEP);
        add(ways, "loligo", "rk4", "`rk4`", OnLoligo.STEP);
        add(ways, "neuron", "clamps", "backward Euler, an IClamp each", OnLoligo.STEP);
        add(ways, "neuron", "tables", "backward Euler, current in the leak", OnLoligo.STEP);
        add(ways, "neuron", "exact", "the same, `usetable_hh = 0`", OnLoligo.STEP);
        add(ways, "arbor", "hh", "backward Euler, all cells in one group", OnLoligo.STEP);
        add(ways, "brian2", "exponential_euler", "`exponential_euler`", OnLoligo.STEP);
        add(ways, "brian2", "rk4", "`rk4`", OnLoligo.STEP);
        for (Way way : ways) way.sample(); // sets up, compiles and warms
        Table table = Table.of(ways, rounds);
        Table.head("simulator", "method", "ns, median (best)", "times Loligo's first row", "last spike of 1 s off by, ms");
        for (int row = 0; row < ways.size(); row++) {
            Way way = ways.get(row);
            Table.line(way.simulator().version(), way.says(), Table.number("%.2f", table.median(row)) + Table.number(" (%.2f)", table.best(row)),
                    Table.number("%.2f", table.times(row, 0)), reference.says(way.second().spikes()));
        }
    }

    /// The coarsest setting of a ladder of ten rungs to a decade from which on the last spike is within the bound on two rungs; null when patience ends before.
    private Way coarsest(Way way) {
        Way before = null;
        for (double setting = way.setting(); ; setting = rung(setting)) {
            Way tried = way.with(setting);
            Simulator.Second second = tried.second();
            boolean within = reference.within(second.spikes(), BOUND);
            if (within && before != null) return before;
            before = within ? tried : null;
            if (second.milliseconds() > PATIENCE) return before;
        }
    }

    /// The next one below, with two digits.
    private static double rung(double setting) {
        double finer = setting / StrictMath.pow(10, 0.1);
        double digit = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(finer)) - 1);
        return StrictMath.rint(finer / digit) * digit;
    }

    private List<Way> accuracy() {
        List<Way> searched = new ArrayList<>();
        add(searched, "loligo", "automatic", "`automatic`, the loosest tolerance that does", 1e-3);
        add(searched, "loligo", "rk4", "`rk4`", 0.1);
        add(searched, "neuron", "cvode", "CVODE, `usetable_hh = 0`", 1e-3);
        add(searched, "neuron", "second_order", "fixed step, `secondorder = 2`, `usetable_hh = 0`", 0.05);
        add(searched, "arbor", "hh", "fixed step", 0.0005);
        add(searched, "brian2", "rk4", "`rk4`", 0.1);
        List<Way> ways = new ArrayList<>();
        add(ways, "loligo", "automatic", "`automatic`, as it comes", loligo.solver.Tolerance.RELATIVE);
        for (Way way : searched) {
            Way found = coarsest(way);
            if (found == null) System.err.println("loligo-bench: " + way.simulator().version() + ", " + way.says() + ", does not come within " + BOUND + " ms in " + PATIENCE / 1000 + " s");
            else ways.add(found);
        }
        Table table = Table.of(ways.stream().map(Way::seconds).toList(), rounds);
        Table.head("simulator", "method", "step (ms) or tolerance", "last spike off by, ms", "ms, median (best)", "times Loligo's first row", "times its second");
        for (int row = 0; row < ways.size(); row++) {
            Way way = ways.get(row);
            Table.line(way.simulator().version(), way.says(), Table.number("%.2g", way.setting()), reference.says(way.second().spikes()),
                    Table.number("%.2f", table.median(row)) + Table.number(" (%.2f)", table.best(row)), Table.number("%.1f", table.times(row, 0)), Table.number("%.1f", table.times(row, 1)));
        }
        return ways;
    }

    /// How far peers are from the reference where they are finest: that it is right.
    private void agreement() {
        List<Way> finest = new ArrayList<>();
        add(finest, "neuron", "cvode", "CVODE at 1e-9", 1e-9);
        add(finest, "brian2", "rk4", "rk4 in steps of 0.005 ms", 0.005);
        for (Way way : finest) System.out.printf("%s, %s, differs from it in no spike by more than %.1e ms.%n", way.simulator().version(), way.says(), reference.farthest(way.second().spikes()));
    }

    /// @param arguments the checkout, the folder for what is made, the machine, the compiler, and the number of rounds
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        int rounds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 11;
        PeersBench bench = new PeersBench(home, out, rounds);
        System.out.printf("%s; Java %s; %s; %s; load %.1f at the beginning; %d rounds%n%n", arguments[2], Runtime.version(), arguments[3], LocalDate.now(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), rounds);
        System.out.printf("Reference: %d spikes, the last at %.6f ms.%n", bench.reference.spikes().length, bench.reference.spikes()[bench.reference.spikes().length - 1]);
        bench.agreement();
        System.out.println("\nPer cell and step of 0.01 ms, 1,024 cells\n");
        bench.steps();
        System.out.println("\nTo equal accuracy, one cell for 1 s\n");
        List<Way> ways = bench.accuracy();
        System.out.println("\nWhole processes, one cell for 1 s\n");
        Wholes.print(home, out, ways.stream().filter(way -> way.simulator() instanceof Peer).map(way -> new Wholes.Script(way.simulator().version(), way.method(), way.setting())).toList(), Math.min(rounds, 5));
        System.out.printf("%nload %.1f at the end%n", java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.exit(0); // ends the peers, which wait for their next line
    }
}
