package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
