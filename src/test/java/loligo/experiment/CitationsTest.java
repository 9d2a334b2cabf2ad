package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loligo.model.Bibliography;
import loligo.model.Library;
import org.junit.jupiter.api.Test;

/// What the pages cite by a key stands in the methods' bibliography.
class CitationsTest {
    private static final Pattern KEY = Pattern.compile("`([a-z]+(?:-[a-z]+)*-(?:18|19|20)[0-9]{2})`");

    /// Fits, laws, noise and definitions are owed to somebody, as methods are.
    @Test
    void whatIsReadOffIsCited() throws Exception {
        assertTrue(cited("strength-duration").containsAll(List.of("weiss-1901", "lapicque-1907", "seber-wild-1989")), cited("strength-duration")::toString);
        assertTrue(cited("sodium-inactivation").contains("golub-pereyra-1973"), cited("sodium-inactivation")::toString);
        assertTrue(cited("amplify-or-resonate").contains("hutcheon-yarom-2000"), cited("amplify-or-resonate")::toString);
        assertTrue(cited("one-spike").stream().noneMatch("seber-wild-1989"::equals), cited("one-spike")::toString);
    }

    private static List<String> cited(String example) throws Exception {
        Path file = Path.of("examples/lecture", example + ".loligo");
        Experiment experiment = ExperimentReader.read(Shelf.read(file), new Shelf(file.toAbsolutePath().getParent()), List.of());
        return Citations.of(experiment).stream().map(entry -> entry.substring(entry.indexOf('{') + 1, entry.indexOf(','))).toList();
    }

    @Test
    void everyKeyOfThePagesIsKnown() throws IOException {
        TreeSet<String> cited = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(Path.of("docs"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".md")).toList()) KEY.matcher(Files.readString(page)).results().forEach(m -> cited.add(m.group(1)));
        }
        cited.removeAll(Library.names());
        assertTrue(cited.size() > 12, cited::toString);
        try (InputStream in = Objects.requireNonNull(Citations.class.getResourceAsStream("/loligo/solver/methods.bib"))) {
            Bibliography methods = Bibliography.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            cited.removeIf(methods::contains);
        }
        assertEquals(new TreeSet<>(), cited);
    }
}
