package loligo.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder that appears whole or not at all: everything is written beside it first, and put in its place when it is complete.
/// An earlier folder of the same name stays until then. Only a folder that holds nothing but what an earlier run wrote, or an empty one, is replaced.
public final class Output implements AutoCloseable {
    /// The file by which a folder is known as ours.
    public static final String MARK = "result.json";

    private final Path folder;
    private final Path draft;

    private Output(Path folder, Path draft) {
        this.folder = folder;
        this.draft = draft;
    }

    /// Begins a folder.
    ///
    /// @throws IOException with one sentence, when the place can not be written to or holds something that is not a result
    public static Output begin(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null) throw new IOException("the output can not be the root of the disk");
        refuseForeign(place, folder);
        try {
            Files.createDirectories(parent);
            clear(parent, "." + place.getFileName() + "-");
            Path draft = parent.resolve("." + place.getFileName() + "-" + ProcessHandle.current().pid());
            return new Output(place, Files.createDirectory(draft));
        } catch (IOException e) {
            throw new IOException("the folder " + folder + " can not be written: " + reason(e, parent), e);
        }
    }

    /// Removes drafts that runs left behind that were killed.
    private static void clear(Path parent, String beginning) throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(parent)) {
            left = all.filter(p -> p.getFileName().toString().startsWith(beginning)).toList();
        }
        for (Path draft : left) if (abandoned(draft, beginning)) delete(draft);
    }

    private static boolean abandoned(Path draft, String beginning) throws IOException {
        String name = draft.getFileName().toString();
        if (!Files.isDirectory(draft, LinkOption.NOFOLLOW_LINKS)) return false;
        String pid = name.substring(beginning.length());
        if (!pid.matches("[0-9]{1,9}") || !Remains.draft(draft)) return false;
        return Long.parseLong(pid) == ProcessHandle.current().pid() || ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void refuseForeign(Path place, Path asWritten) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) return;
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(asWritten + " exists and is not the output of an earlier run; choose another folder with --out");
        }
        Optional<String> foreign = Remains.foreign(place);
        if (foreign.isPresent()) {
            throw new IOException(asWritten + " holds " + foreign.get() + ", which no run wrote, and would be replaced as a whole; choose another folder with --out");
        }
    }

    /// The folder that appears in the end.
    public Path folder() {
        return folder;
    }

    /// Where to write a file of this output while it is in the making.
    public Path file(String name) {
        return draft.resolve(name);
    }

    /// Puts the folder in its place, in exchange for an earlier one.
    ///
    /// @throws IOException also when somebody has put something of theirs there meanwhile
    public void commit() throws IOException {
        refuseForeign(folder, folder);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } else if (Exchange.of(draft, folder)) {
            delete(draft);
        } else {
            inTwoSteps();
        }
    }

    /// Where the system can not exchange two folders at once.
    private void inTwoSteps() throws IOException {
        Path old = draft.resolveSibling(draft.getFileName() + ".old");
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        delete(old);
    }

    /// Removes what was not committed.
    @Override
    public void close() {
        try {
            delete(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("the unfinished folder " + draft + " could not be removed", e);
        }
    }

    private static String reason(IOException e, Path parent) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission";
            case NoSuchFileException nowhere -> "nothing can be made in " + parent;
            case FileAlreadyExistsException occupied -> occupied.getFile() + " is no folder";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) return;
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
