package loligo.experiment;

import java.util.List;
import java.util.Optional;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.protocol.Kind;
import loligo.protocol.Objection;
import loligo.protocol.Objections;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;
import loligo.protocol.Setting;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Reads an `impedance` block: on which preparation, and the chirp that is made of its numbers.
final class ImpedanceReader {
    private static final List<String> WORDS = List.of("on", "frequency", "amplitude", "for", "every", "method", "step", "tolerance");
    /// How long the membrane is seen before and after, as a part of the chirp.
    private static final double BESIDE = 0.1;

    private final Item.Block block;
    private final StudyReader reader;
    private final Fields fields;

    ImpedanceReader(Item.Block block, StudyReader reader) {
        this.block = block;
        this.reader = reader;
        this.fields = reader.fields(block, WORDS);
    }

    void read() {
        int before = reader.mistakes();
        String name = reader.named(block, fields);
        Preparation on = reader.preparation(block, fields);
        needed("frequency", "over which frequencies?", "Write frequency = 1 to 500 [Hz].");
        needed("amplitude", "with how much current?", "Write amplitude = 0.1 [uA/cm^2], or so little that V moves by no more than a millivolt.");
        needed("for", "for how long?", "Write for = 2000 [ms].");
        double[] frequency = fields.interval("frequency", Dimension.RATE);
        double length = fields.positive("for", Dimension.TIME).orElse(1);
        if (frequency.length == 2 && !(frequency[0] > 0 && frequency[0] < frequency[1])) {
            fields.mistake(fields.at("frequency"), "frequency goes upwards, from more than zero", "Write frequency = 1 to 500 [Hz].");
        }
        Setting amplitude = on == null ? null : amplitude(on);
        if (name == null || on == null || amplitude == null || frequency.length == 0 || reader.mistakes() > before) return;
        Protocol protocol = chirp(name, frequency, amplitude, length);
        if (protocol == null) return;
        double until = (1 + 2 * BESIDE) * length;
        List<Study.Recorded> record = recorded(on);
        double every = Spacing.every(fields, until, record.size(), List.of(protocol));
        Study.Scheme scheme = SchemeReader.read(fields, until);
        if (reader.mistakes() > before) return;
        reader.keep(new Study.Impedance(name, new Study.Simulate(name, on, List.of(protocol), until, 0, every, record, List.of(), scheme), frequency[0], frequency[1]));
    }

    private void needed(String key, String question, String remedy) {
        if (fields.lacks(key)) fields.mistake(block.at(), "an impedance " + question, remedy);
    }

    /// Null after a diagnostic.
    private @Nullable Setting amplitude(Preparation on) {
        Optional<Dimension> current = on.equations().inputs().stream().filter(i -> i.name().equals("I")).map(i -> i.dimension()).findFirst();
        if (current.isEmpty()) fields.mistake(fields.at("on"), on.model().name() + " has no input I", "An impedance is measured by injecting current; take a membrane, or write input { I = 0 } into the model.");
        if (on.equations().uses("t")) fields.mistake(fields.at("on"), on.model().name() + " depends on t", "Equations that change with time never rest. Write the change as a protocol instead.");
        if (current.isEmpty() || on.equations().states().isEmpty() || fields.positive("amplitude", current.get()).isEmpty()) return null;
        return fields.setting("amplitude", current.get());
    }

    /// One chirp that gives each octave the same time; null after a diagnostic.
    private @Nullable Protocol chirp(String name, double[] frequency, Setting amplitude, double length) {
        Setting at = time(name + ".at", BESIDE * length);
        Setting duration = time(name + ".for", length);
        Setting height = new Setting(name + ".amplitude", amplitude.unit(), amplitude.values(), false, 0);
        Phase chirp = new Phase.Chirp("chirp", at, duration, null, height, rate(name, frequency[0]), rate(name, frequency[1]), true);
        List<Objection> objections = Objections.to(Kind.CURRENT, null, List.of(chirp));
        objections.forEach(o -> fields.mistake(fields.at("for"), o.problem(), o.remedy()));
        return objections.isEmpty() ? Protocol.current(name, chirp) : null;
    }

    private static Setting time(String name, double ms) {
        return Setting.of(name, ms, Dimension.TIME.unit(), 0);
    }

    private static Setting rate(String name, double perMs) {
        Unit hertz = ImpedanceChirp.HZ;
        return Setting.of(name + ".frequency", hertz.outside(perMs), hertz, 0);
    }

    /// The membrane potential, or the first unknown, and the current.
    private static List<Study.Recorded> recorded(Preparation on) {
        String first = Targets.first(on.equations());
        return List.of(new Study.Recorded(first, Names.unit(first, on.equations()), new Expr.Name(first)), new Study.Recorded("I", Names.unit("I", on.equations()), new Expr.Name("I")));
    }
}
