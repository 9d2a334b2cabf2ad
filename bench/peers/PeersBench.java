import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The squid axon on Loligo beside NEURON, Arbor and Brian2, in turn, each in one thread: per cell and step, to equal accuracy, and as whole processes.
/// `./loligo-bench peers` runs it. Times are processor time, which neighbours disturb less than the clock; a peer that is not there is left out, and said so.
public final class PeersBench {
    private static final double BOUND = 0.01; // ms, of the last spike
    private static final double USUAL = 1e-8; // the tolerance that a text has which names none

    private final Map<String, Simulator> simulators = new LinkedHashMap<>();
    private final Map<String, Double> needed = new HashMap<>(); // ns per cell and step, by simulator and method
    private final Reference reference;
    private final int rounds;

    private PeersBench(Path home, Path out, int rounds) throws IOException {
        this.rounds = rounds;
        simulators.put("loligo", new OnLoligo());
        reference = new Reference(simulators.get("loligo").one("dopri5", 0.002).spikes());
        for (String peer : List.of("neuron", "arbor", "brian2")) {
            if (!Files.exists(out.resolve("with-" + peer))) continue; // the command has said why
            try {
                simulators.put(peer, new Peer(out.resolve("python/bin/python"), home.resolve("bench/peers/on_" + peer + ".py"), Files.createDirectories(out.resolve(peer)), out.resolve(peer + ".log")));
            } catch (IOException e) {
                System.err.println("loligo-bench: " + peer + " is left out: " + e.getMessage());
            }
        }
    }

    private void add(List<Way> ways, String simulator, String method, String says, double setting) {
        Simulator there = simulators.get(simulator);
        if (there != null) ways.add(new Way(there, method, says, setting));
    }

    private static String key(Way way) {
        return way.simulator().version() + " " + way.method();
    }

    /// How far peers are from the reference where they are finest: that it is right.
    private void agreement() {
        List<Way> finest = new ArrayList<>();
        add(finest, "neuron", "cvode", "CVODE at 1e-9", 1e-9);
        add(finest, "brian2", "rk4", "rk4 in steps of 0.005 ms", 0.005);
        System.out.printf("Reference: %d spikes, the last at %.6f ms.%n", reference.spikes().length, reference.spikes()[reference.spikes().length - 1]);
        for (Way way : finest) System.out.printf("%s, %s, differs from it in no spike by more than %.1e ms.%n", way.simulator().version(), way.says(), reference.farthest(way.one().spikes()));
    }

    private void steps() {
        List<Way> ways = new ArrayList<>();
        add(ways, "loligo", "exponential_euler", "`exponential_euler`", OnLoligo.STEP);
        add(ways, "loligo", "rush_larsen2", "`rush_larsen2`", OnLoligo.STEP);
        add(ways, "loligo", "rk4", "`rk4`", OnLoligo.STEP);
        add(ways, "neuron", "clamps", "as it comes, an IClamp each", OnLoligo.STEP);
        add(ways, "neuron", "tables", "as it comes, current in the leak", OnLoligo.STEP);
        add(ways, "neuron", "exact", "the same, `usetable_hh = 0`", OnLoligo.STEP);
        add(ways, "neuron", "second_order", "the same, `secondorder = 2`", OnLoligo.STEP);
        add(ways, "arbor", "hh", "as it comes, all cells in one group", OnLoligo.STEP);
        add(ways, "brian2", "exponential_euler", "`exponential_euler`", OnLoligo.STEP);
        add(ways, "brian2", "rk4", "`rk4`", OnLoligo.STEP);
        for (Way way : ways) way.many(); // sets up, compiles and warms
        Table table = Table.of(ways.stream().<Table.Row>map(way -> way::many).toList(), rounds);
        Table.head("simulator", "method", "ns, median (best)", "times Loligo's first row", "last spike of 1 s off by, ms");
        for (int row = 0; row < ways.size(); row++) {
            Way way = ways.get(row);
            needed.put(key(way), table.median(row));
            Table.line(way.simulator().version(), way.says(), table.took("%.2f", row), Table.number("%.2f", table.times(row, 0)), reference.says(way.one().spikes()));
        }
    }

    private List<Way> accuracy() {
        List<Way> ways = new ArrayList<>();
        add(ways, "loligo", "automatic", "`automatic`, as it comes", USUAL);
        List<Way> searched = new ArrayList<>();
        add(searched, "loligo", "automatic", "`automatic`, the loosest that does", 1e-3);
        add(searched, "loligo", "rk4", "`rk4`", 0.1);
        add(searched, "neuron", "cvode", "CVODE, `usetable_hh = 0`", 1e-3);
        add(searched, "neuron", "second_order", "`secondorder = 2`, `usetable_hh = 0`", 0.05);
        add(searched, "arbor", "hh", "as it comes", 0.0005);
        add(searched, "brian2", "rk4", "`rk4`", 0.1);
        for (Way way : searched) ways.add(way.coarsest(reference, BOUND));
        add(ways, "loligo", "study_fast", "`simulate`, from text to features and series, without errors", USUAL);
        add(ways, "loligo", "study", "the same with errors", USUAL);
        Table table = Table.of(ways.stream().<Table.Row>map(way -> () -> way.one().milliseconds()).toList(), rounds);
        Table.head("simulator", "method", "step (ms) or tolerance", "last spike off by, ms", "ms, median (best)", "times Loligo's first row", "times its second");
        for (int row = 0; row < ways.size(); row++) {
            Way way = ways.get(row);
            Table.line(way.simulator().version(), way.says(), Table.number("%.1e", way.setting()), reference.says(way.one().spikes()),
                    table.took("%.2f", row), Table.number("%.1f", table.times(row, 0)), Table.number("%.1f", table.times(row, 1)));
        }
        return ways;
    }

    /// What 1,024 cells take to equal accuracy by a fixed step: the time of a step by how many it takes, as both were found above.
    private void many(List<Way> ways) {
        double least = Double.NaN;
        Table.head("simulator", "method", "steps of 1 s", "ms per cell and second", "times Loligo's");
        for (Way way : ways) {
            Double ns = needed.get(key(way));
            if (ns == null) continue;
            double milliseconds = ns * 1e-6 * OnLoligo.END / way.setting();
            if (Double.isNaN(least)) least = milliseconds;
            Table.line(way.simulator().version(), way.says(), Table.number("%.0f", OnLoligo.END / way.setting()), Table.number("%.3f", milliseconds), Table.number("%.1f", milliseconds / least));
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /// @param arguments the checkout, the folder for what is made, the machine, the compiler, and perhaps the number of rounds
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        int rounds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 11;
        System.out.printf("%s; Java %s; %s; %s; load %.1f at the beginning; %d rounds%n%n", arguments[2], Runtime.version(), arguments[3], LocalDate.now(), load(), rounds);
        PeersBench bench = new PeersBench(home, out, rounds);
        bench.agreement();
        System.out.println("\n### Per cell and step of 0.01 ms, 1,024 cells\n");
        bench.steps();
        System.out.println("\n### To equal accuracy, one cell for 1 s\n");
        List<Way> ways = bench.accuracy();
        System.out.println("\n### To equal accuracy, 1,024 cells, fixed steps\n");
        bench.many(ways);
        System.out.println("\n### Whole processes, one cell for 1 s\n");
        Wholes.print(home, out, ways.stream().filter(way -> way.simulator() instanceof Peer).toList(), Math.min(rounds, 5));
        System.out.printf("%nload %.1f at the end%n", load());
        System.exit(0); // ends the peers, which wait for their next line
    }
}
