package loligo.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import loligo.model.Library;
import loligo.notation.Source;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;

/// Where the files that a text names are looked for: below the text's own folder, then in the library, and nowhere else.
///
/// @param folder the text's own folder, for standard input the current one; null for a text without one, which has only the library
public record Shelf(@Nullable Path folder) {
    /// The longest text that is read, in bytes.
    public static final long LONGEST = 16L << 20;
    /// The longest table that is read, in bytes.
    public static final long LONGEST_TABLE = 64L << 20;

    /// A file that a text names can not be had; the message says why, and what to write instead.
    public static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        public Refusal(String message) {
            super(message);
        }
    }

    /// Reads the model file `name` (with or without `.loligo`).
    ///
    /// @param user the text that names it, which does not mean itself
    /// @throws Refusal when the name leads out of the folder, or nothing by that name is there
    public Source model(String name, Source user) throws Refusal {
        String bare = name.endsWith(".loligo") ? name.substring(0, name.length() - ".loligo".length()) : name;
        Optional<Path> beside = below(bare + ".loligo");
        Optional<Source> shelved = Library.find(bare);
        if (beside.isPresent()) {
            Source found = read(beside.get(), bare + ".loligo", LONGEST);
            return found.text().equals(user.text()) ? shelved.orElse(found) : found;
        }
        if (shelved.isPresent()) return shelved.get();
        String near = Nearest.to(bare, Library.names()).map(n -> "Did you mean " + n + "? ").orElse("");
        throw new Refusal(near + "No file " + bare + ".loligo lies " + (folder == null ? "anywhere, as this text has no folder" : "beside this text (in " + folder + ")") + ", and the library has no model of that name; `./loligo models` lists what it has");
    }

    /// Reads the table `name`, such as `stimulus.csv`.
    ///
    /// @throws Refusal when the name leads out of the folder, or no such file is there
    public Source table(String name) throws Refusal {
        Optional<Path> beside = below(name);
        if (beside.isPresent()) return read(beside.get(), name.isEmpty() ? "the text's own folder" : name, LONGEST_TABLE);
        if (folder == null) throw new Refusal("A text from standard input has no folder in which files could lie; save it as a file beside " + name);
        throw new Refusal("No file " + name + " lies beside this text");
    }

    /// The file `name` below the folder, when there is one.
    private Optional<Path> below(String name) throws Refusal {
        refuseAddresses(name);
        if (folder == null) return Optional.empty();
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new Refusal(name + " is a link that leads out of the text's own folder; copy the file to where the text is");
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            throw new Refusal("This is not a name that a file can have");
        } catch (IOException e) {
            throw new Refusal(name + " can not be followed to a file: " + e.getMessage());
        }
    }

    private static void refuseAddresses(String name) throws Refusal {
        if (name.contains("://")) throw new Refusal("A text reads no network; save the file beside the text and write its name");
        if (name.startsWith("/") || name.startsWith("~") || name.contains(":") || name.contains("\\")) {
            throw new Refusal("A text reads only files below its own folder; write a name relative to it");
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..")) throw new Refusal("A text reads only files below its own folder, and `..` leads out of it; copy the file there");
        }
    }

    /// Reads a text file as UTF-8, whatever bytes it holds.
    ///
    /// @throws Refusal when it is not a regular file, is too long, or can not be read
    public static Source read(Path file) throws Refusal {
        return read(file, file.toString(), LONGEST);
    }

    /// @param name what the file is called where something is said about it
    private static Source read(Path file, String name, long longest) throws Refusal {
        try {
            if (!Files.exists(file)) throw new Refusal(name + ": there is no such file");
            if (Files.isDirectory(file)) throw new Refusal(name + " is a folder; name a file in it");
            if (!Files.isRegularFile(file)) throw new Refusal(name + " is not a regular file");
            if (Files.size(file) > longest) throw new Refusal(name + " is longer than " + (longest >> 20) + " MiB, and is not read");
            return new Source(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refusal(name + " can not be read: " + e.getMessage());
        }
    }
}
