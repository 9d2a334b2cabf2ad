package loligo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import loligo.experiment.Shelf;
import loligo.notation.Mistakes;

/// Turns what was thrown into words and an exit code; a stack trace is printed for our own bugs alone, and only when asked for.
final class Failure {
    private Failure() {}

    static int tell(Throwable thrown, PrintWriter err) {
        return switch (thrown) {
            case Mistakes mistakes -> {
                err.print(mistakes.text());
                err.flush();
                yield Main.TEXT;
            }
            case InvalidPathException path -> say(err, "this is not a name that a file can have: " + path.getReason(), Main.TEXT);
            case Shelf.Refusal refusal -> say(err, String.valueOf(refusal.getMessage()), Main.TEXT);
            case UncheckedIOException io -> say(err, sentence(new IOException(io.getMessage(), io)), Main.MACHINE);
            case IOException io -> say(err, sentence(io), Main.MACHINE);
            case OutOfMemoryError memory -> say(err, "the memory ran out; record fewer columns, a coarser `every`, or a shorter run", Main.MACHINE);
            case StackOverflowError deep -> say(err, "the formulas lean on each other too deeply, as in a chain of thousands of definitions; write them shorter", Main.MACHINE);
            default -> bug(err, thrown);
        };
    }

    private static String sentence(IOException io) {
        String message = io.getMessage();
        if (message == null) return "the disk or a folder failed: " + io.getClass().getSimpleName();
        return message.contains("No space left") ? "the disk is full; nothing was changed" : message;
    }

    private static int say(PrintWriter err, String sentence, int code) {
        err.println("loligo: " + sentence);
        return code;
    }

    private static int bug(PrintWriter err, Throwable thrown) {
        err.println("loligo: this is a bug of ours, not of your text. Please report the text, the command, and these lines:");
        err.println("  loligo 0.1.0, Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        err.println("  " + thrown);
        StackTraceElement[] trace = thrown.getStackTrace();
        for (int i = 0; i < Math.min(6, trace.length); i++) err.println("    at " + trace[i]);
        return Main.BUG;
    }
}
