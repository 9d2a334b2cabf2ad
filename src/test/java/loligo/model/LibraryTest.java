package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library and its references.
class LibraryTest {
    @Test
    void namesAreSortedAndFound() {
        assertTrue(Library.names().contains("hodgkin-huxley-1952"));
        assertEquals(Library.names().stream().sorted().toList(), Library.names());
        assertTrue(Library.find("hodgkin-huxley-1952").orElseThrow().text().contains("model HodgkinHuxley1952"));
        assertTrue(Library.find("hodgkin-huxley-1951").isEmpty());
        assertTrue(Library.find("../hodgkin-huxley-1952").isEmpty());
    }

    /// The packed program finds the same models as the classes on disk.
    @Test
    void namesInAJar(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("the program.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String file : List.of("loligo/library/b-2000.loligo", "loligo/library/references.bib", "loligo/library/a-1999.loligo")) {
                out.putNextEntry(new JarEntry(file));
                out.closeEntry();
            }
        }
        assertEquals(List.of("a-1999", "b-2000"), Library.beside(URI.create("jar:" + jar.toUri() + "!/loligo/library/references.bib").toURL()));
    }

    @Test
    void references() {
        Bibliography.Entry e = Bibliography.library().entry("hodgkin1952").orElseThrow();
        assertEquals("10.1113/jphysiol.1952.sp004764", e.field("doi").orElseThrow());
        assertEquals("article", e.kind());
        assertTrue(e.text().startsWith("@article{hodgkin1952,") && e.text().endsWith("}"));
        for (String key : Bibliography.library().keys()) {
            Bibliography.Entry entry = Bibliography.library().entry(key).orElseThrow();
            for (String field : new String[] {"author", "title", "year"}) assertTrue(entry.field(field).isPresent(), key + " " + field);
            assertTrue(entry.field("doi").isPresent() || entry.field("isbn").isPresent(), key + " can be found");
        }
    }

    @Test
    void bibtex() {
        Bibliography b = Bibliography.parse("comment @misc{a1, title = \"Of {Squid, and} men\", year = 1952,\n note={x {y} z}} between @book{b2,year={1}}");
        assertEquals("Of {Squid, and} men", b.entry("a1").orElseThrow().field("title").orElseThrow());
        assertEquals("1952", b.entry("a1").orElseThrow().field("year").orElseThrow());
        assertEquals("x {y} z", b.entry("a1").orElseThrow().field("note").orElseThrow());
        assertTrue(b.contains("b2"));
        assertThrows(IllegalArgumentException.class, () -> Bibliography.parse("@misc{a, title = {open"));
        assertThrows(IllegalArgumentException.class, () -> Bibliography.parse("@misc{a, x={1}} @misc{a, x={2}}"));
    }
}
