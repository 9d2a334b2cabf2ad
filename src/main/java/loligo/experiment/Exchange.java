package loligo.experiment;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// Two folders of one disk change their names at one moment, so that whoever looks finds either the one or the other: `renameat2` of Linux, which Java's own library does not reach.
final class Exchange {
    private static final int FROM_HERE = -100; // AT_FDCWD
    private static final int EXCHANGE = 2;     // RENAME_EXCHANGE

    private Exchange() {}

    /// Whether they did; else nothing has happened, as on another system or a disk that can not.
    @SuppressWarnings("restricted") // the launcher allows it; where it does not, Java warns once
    static boolean of(Path one, Path other) {
        Linker linker = Linker.nativeLinker();
        var found = linker.defaultLookup().find("renameat2");
        if (found.isEmpty()) return false;
        var shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        MethodHandle rename = linker.downcallHandle(found.get(), shape);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocateFrom(one.toString());
            MemorySegment to = arena.allocateFrom(other.toString());
            return (int) rename.invokeExact(FROM_HERE, from, FROM_HERE, to, EXCHANGE) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the system could not be made", e);
        }
    }
}
