package loligo.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Collects every mistake of a text, so that all can be told at once, each once. The first [#MOST] are kept, the others are counted.
public final class Diagnostics {
    /// Nobody reads more at a time.
    public static final int MOST = 50;

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Diagnostic> warnings = new LinkedHashSet<>();
    private int count;
    private int repeated;

    /// Notes what is no mistake but looks like one; told once, however often it is met.
    public void warn(Source source, Span at, String problem, String remedy) {
        if (warnings.size() < MOST) warnings.add(new Diagnostic(source, at, "warning: " + problem, remedy));
    }

    /// What looks like a mistake, in the order in which it was found, at most [#MOST].
    public List<Diagnostic> warnings() {
        return List.copyOf(warnings);
    }

    public void add(Source source, Span at, String problem, String remedy) {
        add(new Diagnostic(source, at, problem, remedy));
    }

    public void add(Diagnostic diagnostic) {
        count++;
        if (found.contains(diagnostic)) repeated++;
        else if (found.size() < MOST) found.add(diagnostic);
    }

    /// Adds what another collected, with the number that it left out.
    public void addAll(Diagnostics other) {
        other.found.forEach(this::add);
        count += other.count - other.found.size();
        repeated += other.repeated;
        warnings.addAll(other.warnings);
    }

    /// Tells each of the mistakes in another way.
    public void replaceAll(UnaryOperator<Diagnostic> otherwise) {
        found.replaceAll(otherwise);
    }

    public boolean any() {
        return count > 0;
    }

    /// How many mistakes there are, those included that are not kept.
    public int count() {
        return count;
    }

    /// How many different ones are not kept.
    int more() {
        return count - repeated - found.size();
    }

    /// The mistakes in the order in which they were found, at most [#MOST].
    public List<Diagnostic> list() {
        return List.copyOf(found);
    }

    /// The same mistakes, text by text as they were met, those of one text in the order in which they stand there.
    public Diagnostics sorted() {
        List<Source> texts = found.stream().map(Diagnostic::source).distinct().toList();
        found.sort(Comparator.<Diagnostic>comparingInt(d -> texts.indexOf(d.source())).thenComparingInt(d -> d.at().start()));
        return this;
    }

    /// All of them for people to read; the last line says how many more there are.
    public String render() {
        String text = found.stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
        int more = more();
        return more == 0 ? text : text + "\nand " + more + (more == 1 ? " more mistake\n" : " more mistakes\n");
    }
}
