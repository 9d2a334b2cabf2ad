import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// A simulator in a process of its own that answers line by line (`squid.py`); it does nothing while others are timed.
final class Peer implements Simulator {
    private final PrintWriter commands;
    private final BufferedReader answers;
    private final String version;

    /// @throws IOException when it does not run here
    Peer(Path python, Path script, Path folder, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(python.toString(), script.toString()).directory(folder.toFile()).redirectError(log.toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String greeting = answers.readLine();
        if (greeting == null) throw new IOException("it does not start; the reason is in " + relative(log));
        version = greeting;
    }

    private static String relative(Path path) {
        return new File("").toPath().toAbsolutePath().relativize(path.toAbsolutePath()).toString();
    }

    @Override
    public String version() {
        return version;
    }

    private double[] ask(String command) {
        commands.println(command);
        try {
            String answer = answers.readLine();
            if (answer == null) throw new IllegalStateException(version + " ended when asked for '" + command + "'; the reason is in its log in target/bench");
            return Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
        } catch (IOException e) {
            throw new IllegalStateException(version + " does not answer '" + command + "'", e);
        }
    }

    @Override
    public double many(String method) {
        return ask("many " + method)[0];
    }

    @Override
    public Second one(String method, double setting) {
        double[] answer = ask("one " + method + " " + setting);
        return new Second(answer[0], Arrays.copyOfRange(answer, 1, answer.length));
    }
}
