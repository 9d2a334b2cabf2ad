package loligo.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Printer;
import loligo.notation.Span;
import loligo.notation.Value;
import org.jspecify.annotations.Nullable;

/// Reads one phase: a block such as `step test { for = 20 [ms]  level = 0 [mV] }`, or the body of a protocol that is a single step.
final class PhaseReader {
    /// The words of each kind of phase.
    static final Map<String, List<String>> WORDS = words();
    private static final List<String> SWEEPS = List.of("linear", "exponential");

    private final Document document;
    private final Diagnostics diagnostics;
    private final Numbers numbers;
    private final Archive archive;
    private final Map<String, Span> places; // by full name of a setting
    private final String kind;
    private final String full; // name of the phase with its protocol
    private final String name;
    private final Span block;
    private final Entries entries;
    private final Map<String, Setting> read = new LinkedHashMap<>();

    PhaseReader(Document document, Diagnostics diagnostics, Archive archive, Map<String, Span> places, String kind, String full, String name, Span block, Entries entries) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.numbers = new Numbers(document, diagnostics);
        this.archive = archive;
        this.places = places;
        this.kind = kind;
        this.full = full;
        this.name = name;
        this.block = block;
        this.entries = entries;
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("step", List.of("at", "for", "level"));
        words.put("ramp", List.of("at", "for", "level"));
        words.put("pulses", List.of("at", "every", "count", "for", "level"));
        words.put("sine", List.of("at", "for", "mean", "amplitude", "frequency", "phase"));
        words.put("chirp", List.of("at", "for", "mean", "amplitude", "frequency", "sweep"));
        words.put("synaptic", List.of("at", "for", "amplitude", "rise", "decay"));
        words.put("noise", List.of("at", "for", "mean", "sd", "tau", "seed", "every"));
        words.put("waveform", List.of("at", "file", "column", "scale"));
        return words;
    }

    /// The phase, or null after diagnostics.
    @Nullable Phase read() {
        return switch (kind) {
            case "step" -> step();
            case "ramp" -> ramp();
            case "pulses" -> pulses();
            case "sine" -> sine();
            case "chirp" -> chirp();
            case "synaptic" -> synaptic();
            case "noise" -> noise();
            default -> replay();
        };
    }

    private @Nullable Phase step() {
        numbers("at", "for", "level");
        Setting duration = needed("for");
        Setting level = needed("level");
        return duration == null || level == null ? null : new Phase.Step(name, read.get("at"), duration, level);
    }

    private @Nullable Phase ramp() {
        numbers("at", "for");
        Setting duration = needed("for");
        List<Setting> ends = ends("level");
        return duration == null || ends == null ? null : new Phase.Ramp(name, read.get("at"), duration, ends.getFirst(), ends.getLast());
    }

    private @Nullable Phase pulses() {
        numbers("at", "every", "count", "for", "level");
        Setting every = needed("every");
        Setting count = needed("count");
        Setting duration = needed("for");
        Setting level = needed("level");
        if (every == null || count == null || duration == null || level == null) return null;
        return new Phase.Pulses(name, read.get("at"), every, count, duration, level);
    }

    private @Nullable Phase sine() {
        numbers("at", "for", "mean", "amplitude", "frequency", "phase");
        Setting duration = needed("for");
        Setting amplitude = needed("amplitude");
        Setting frequency = needed("frequency");
        if (duration == null || amplitude == null || frequency == null) return null;
        return new Phase.Sine(name, read.get("at"), duration, read.get("mean"), amplitude, frequency, read.get("phase"));
    }

    private @Nullable Phase chirp() {
        numbers("at", "for", "mean", "amplitude");
        Setting duration = needed("for");
        Setting amplitude = needed("amplitude");
        List<Setting> ends = ends("frequency");
        String sweep = sweep();
        if (duration == null || amplitude == null || ends == null || sweep == null) return null;
        return new Phase.Chirp(name, read.get("at"), duration, read.get("mean"), amplitude, ends.getFirst(), ends.getLast(), sweep.equals("exponential"));
    }

    private @Nullable Phase synaptic() {
        numbers("at", "for", "amplitude", "rise", "decay");
        Setting duration = needed("for");
        Setting amplitude = needed("amplitude");
        Setting rise = needed("rise");
        Setting decay = needed("decay");
        if (duration == null || amplitude == null || rise == null || decay == null) return null;
        return new Phase.Synaptic(name, read.get("at"), duration, amplitude, rise, decay);
    }

    private @Nullable Phase noise() {
        numbers("at", "for", "mean", "sd", "tau", "seed", "every");
        Setting duration = needed("for");
        Setting sd = needed("sd");
        Setting tau = needed("tau");
        Setting seed = needed("seed");
        if (duration == null || sd == null || tau == null || seed == null) return null;
        return new Phase.Noise(name, read.get("at"), duration, read.get("mean"), sd, tau, seed, read.get("every"));
    }

    private @Nullable Phase replay() {
        numbers("at", "scale");
        Item.Entry entry = entries.find("file");
        if (entry == null) {
            lacks("file");
            return null;
        }
        places.put(full + ".for", entry.at());
        places.put(full + ".column", entries.find("column") == null ? entry.at() : Objects.requireNonNull(entries.find("column")).at());
        if (entry.values().size() != 1 || !(entry.values().getFirst() instanceof Value.Text(String file, Span at))) {
            mistake(entry.at(), "a file is a name in quotes", "Write file = \"stimulus.csv\", a file beside this text.");
            return null;
        }
        String column = column();
        if (column == null && entries.find("column") != null) return null;
        return switch (archive.find(file)) {
            case Archive.Found.Refused(String reason) -> {
                mistake(at, "no waveform " + file, reason + ".");
                yield null;
            }
            case Archive.Found.Text(var source) -> {
                Item.Entry named = entries.find("column");
                Curve curve = new Sheet(source, diagnostics).curve(column, (problem, remedy) -> mistake(named == null ? at : named.at(), problem + " in " + file, remedy));
                yield curve == null ? null : Phase.Replay.of(full, name, read.get("at"), curve, read.get("scale"));
            }
        };
    }

    private @Nullable String column() {
        Item.Entry entry = entries.find("column");
        if (entry == null) return null;
        if (entry.values().size() == 1) {
            if (entry.values().getFirst() instanceof Value.Text(String text, Span _)) return text;
            if (entry.values().getFirst() instanceof Value.Single(Expr formula, Span _)) return Printer.text(formula).replace(" ", "");
        }
        mistake(entry.at(), "a column is a name", "Write column = V, or column = \"V[2]\" as the file's first line has it.");
        return null;
    }

    private @Nullable String sweep() {
        Item.Entry entry = entries.find("sweep");
        if (entry == null) return SWEEPS.getFirst();
        if (entry.values().size() == 1 && entry.values().getFirst() instanceof Value.Single(Expr.Name(String word), Span _) && SWEEPS.contains(word)) return word;
        mistake(entry.at(), "how does the frequency sweep?", "Write sweep = linear (by equal amounts in equal times, which is what it does without the word) or sweep = exponential (by equal factors).");
        return null;
    }

    /// Reads those of the words that are there, in the order of the text.
    private void numbers(String... words) {
        List<String> wanted = List.of(words);
        for (Item.Entry entry : entries.byName().values()) {
            if (!wanted.contains(entry.name())) continue;
            places.put(full + "." + entry.name(), entry.at());
            Setting setting = numbers.setting(full + "." + entry.name(), entry);
            if (setting != null) read.put(entry.name(), setting);
        }
    }

    private @Nullable List<Setting> ends(String word) {
        Item.Entry entry = entries.find(word);
        if (entry == null) {
            lacks(word);
            return null;
        }
        places.put(full + "." + word, entry.at());
        return numbers.ends(full + "." + word, entry);
    }

    private @Nullable Setting needed(String word) {
        if (entries.find(word) == null) lacks(word);
        return read.get(word);
    }

    private void lacks(String word) {
        if (!entries.meant().contains(word)) mistake(block, full + " has no " + word, "Write " + word + " = " + example(word) + ".");
    }

    private String example(String word) {
        return switch (word) {
            case "for", "every" -> "20 [ms]";
            case "count" -> "10";
            case "rise" -> "0.5 [ms]";
            case "tau", "decay" -> "5 [ms]";
            case "seed" -> "1";
            case "frequency" -> kind.equals("chirp") ? "0.5 to 50 [Hz]" : "10 [Hz]";
            case "file" -> "\"stimulus.csv\"";
            default -> "a number with its unit";
        };
    }

    private void mistake(Span at, String problem, String remedy) {
        diagnostics.add(document.source(), at, problem, remedy);
    }
}
