package loligo.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An example as a person reads it: a title, the slide it belongs to, a question, a story, the experiment, and what to try.
///
/// @param slide number of the lecture's slide, 0 for an example of its own
/// @param place among the examples of that slide
/// @param question ends with a question mark
/// @param story what is done and seen
/// @param experiment the text without its comments before and after
/// @param tries command lines, each with what it shows
record Example(Path file, String title, int slide, int place, String topic, String question, String story, String experiment, List<String> tries) {
    private static final Pattern SLIDE = Pattern.compile("Lecture, slide (\\d+)(?: \\((\\d+)\\))?: (.+)\\.");
    private static final Map<Path, Findings> FOUND = new ConcurrentHashMap<>();

    /// Every example below `examples/`, in the order of their paths.
    static List<Example> all() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            return files.filter(f -> f.toString().endsWith(".loligo")).sorted().map(Example::read).toList();
        }
    }

    /// What it finds; computed once for all tests.
    Findings findings() {
        return FOUND.computeIfAbsent(file, f -> {
            try {
                return Loligo.run(f);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Example read(Path file) {
        try {
            String text = Files.readString(file);
            int begin = text.indexOf("\nexperiment \"") + 1;
            int end = text.indexOf("\n# Try this:") + 1;
            if (begin == 0 || end == 0) throw new AssertionError(file + " needs experiment \"...\" and, at its end, # Try this: ...");
            List<String> head = comments(text.substring(0, begin));
            int slide = 0;
            int place = 0;
            String topic = "";
            List<String> rest = new ArrayList<>(head.subList(1, head.size()));
            Matcher matcher = rest.isEmpty() ? null : SLIDE.matcher(rest.getFirst());
            if (matcher != null && matcher.matches()) {
                slide = Integer.parseInt(matcher.group(1));
                if (matcher.group(2) != null) place = Integer.parseInt(matcher.group(2));
                topic = matcher.group(3);
                rest.removeFirst();
            }
            String prose = String.join(" ", rest);
            int asked = prose.indexOf('?') + 1;
            if (!prose.startsWith("Question: ") || asked == 0) throw new AssertionError(file + " opens with # Question: ...?");
            List<String> tries = comments(text.substring(end)).stream().map(l -> l.replaceFirst("^Try this: *", "")).toList();
            return new Example(file, head.getFirst(), slide, place, topic, prose.substring("Question: ".length(), asked), prose.substring(asked).strip(), text.substring(begin, end).strip(), tries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lines of comment without their signs; empty ones left out.
    private static List<String> comments(String text) {
        return text.lines().filter(l -> l.startsWith("#")).map(l -> l.substring(1).strip()).filter(l -> !l.isEmpty()).toList();
    }
}
