package loligo.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loligo.notation.Source;

/// The models that come with Loligo, one text each, named `surname-year`; and the references they cite.
public final class Library {
    private static final String FOLDER = "loligo/library";
    private static final String ENDING = ".loligo";

    private Library() {}

    /// The names of all models (`hodgkin-huxley-1952`), sorted.
    public static List<String> names() {
        URL folder = Library.class.getClassLoader().getResource(FOLDER + "/references.bib");
        if (folder == null) throw new IllegalStateException("the model library is not on the class path. This is a bug of Loligo.");
        return beside(folder);
    }

    /// The models that stand beside a file, in a folder or in a jar.
    static List<String> beside(URL file) {
        try {
            URI uri = file.toURI();
            return uri.getScheme().equals("file") ? names(Path.of(uri).resolve("..").normalize()) : namesOfJar(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the model library has no address: " + file + ". This is a bug of Loligo.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the model library can not be read", e);
        }
    }

    private static List<String> namesOfJar(URI entry) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(jarOf(entry))), Map.of())) {
            return names(jar.getPath(FOLDER));
        }
    }

    /// `jar:file:/x/loligo.jar!/loligo/library/references.bib` stands in `file:/x/loligo.jar`.
    private static String jarOf(URI entry) {
        String inner = entry.getRawSchemeSpecificPart();
        return inner.substring(0, inner.lastIndexOf("!/"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).filter(n -> n.endsWith(ENDING)).map(n -> n.substring(0, n.length() - ENDING.length())).sorted().toList();
        }
    }

    /// The text of a model.
    public static Optional<Source> find(String name) {
        return text(name + ENDING).map(t -> new Source(name + ENDING, t));
    }

    /// The text of any file of the library. A name has no slash in it, so nothing outside the library is ever read.
    static Optional<String> text(String file) {
        if (file.isEmpty() || file.indexOf('/') >= 0 || file.indexOf('\\') >= 0) return Optional.empty();
        try (InputStream in = Library.class.getClassLoader().getResourceAsStream(FOLDER + "/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the library's " + file + " can not be read", e);
        }
    }
}
