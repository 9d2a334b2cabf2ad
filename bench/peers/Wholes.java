import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whole processes that fire one cell for a second: from the command to its end, with imports, compilation and whatever else they need.
final class Wholes {
    /// A command, and what its user waited in each run.
    private static final class Whole implements Table.Row {
        final String says;
        final List<String> command;
        final Path folder;
        final List<Double> wall = new ArrayList<>(); // s

        Whole(String says, Path folder, List<String> command) {
            this.says = says;
            this.folder = folder;
            this.command = command;
        }

        /// s of processor time, by the shell's own clock of its children
        @Override
        public double sample() {
            List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1 || exit 1; times", "sh"));
            shell.addAll(command);
            try {
                long begin = System.nanoTime();
                Process process = new ProcessBuilder(shell).directory(folder.toFile()).redirectErrorStream(true).start();
                String[] lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n");
                if (process.waitFor() != 0) throw new IllegalStateException("fails: " + String.join(" ", command));
                wall.add((System.nanoTime() - begin) / 1e9);
                String[] children = lines[1].trim().split("\\s+");
                return seconds(children[0]) + seconds(children[1]);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("does not run: " + String.join(" ", command), e);
            }
        }

        /// `1m2.34s` in seconds
        private static double seconds(String text) {
            String[] parts = text.replace("s", "").split("m");
            return 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
        }
    }

    private Wholes() {}

    /// @param ways of the peers, found by the search for equal accuracy
    static void print(Path home, Path out, List<Way> ways, int rounds) {
        String loligo = home.resolve("loligo").toString();
        String text = home.resolve("bench/peers/squid.loligo").toString();
        List<Whole> wholes = new ArrayList<>();
        wholes.add(new Whole("Loligo, text to report, with errors", out, List.of(loligo, "run", text, "--out", "squid")));
        wholes.add(new Whole("Loligo, text to report, `--fast`", out, List.of(loligo, "run", text, "--fast", "--out", "squid")));
        for (Way way : ways) {
            String name = way.simulator().version().split(" ")[0].toLowerCase(Locale.ROOT);
            String script = home.resolve("bench/peers/on_" + name + ".py").toString();
            wholes.add(new Whole(way.simulator().version() + ", " + way.says() + (name.equals("brian2") ? ": script to spike times, compilation included" : ": script to spike times"),
                    out.resolve(name), List.of(out.resolve("python/bin/python").toString(), "-B", script, "once", way.method(), String.valueOf(way.setting()))));
        }
        Table table = Table.of(wholes, rounds);
        Table walls = new Table(wholes.stream().map(whole -> whole.wall.stream().mapToDouble(s -> s).toArray()).toArray(double[][]::new));
        Table.head("process", "s of processor time, median (best)", "wall, median (best)", "times Loligo's first row, processor time");
        for (int row = 0; row < wholes.size(); row++) {
            Table.line(wholes.get(row).says, table.took("%.2f", row), walls.took("%.2f", row), Table.number("%.2f", table.times(row, 0)));
        }
    }
}
