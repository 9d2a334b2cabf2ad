package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loligo.feature.How;
import loligo.feature.Measure;
import loligo.model.Equations;
import loligo.notation.Item;
import loligo.protocol.Kind;
import loligo.protocol.Member;
import loligo.protocol.Objection;
import loligo.protocol.Objections;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;
import loligo.protocol.Setting;
import loligo.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/// Reads the blocks that step the potential: `clamp`, under a protocol of the text, and `iv`, which makes its own.
final class ClampReader {
    private static final List<String> CLAMP = List.of("on", "under", "until", "every", "record", "measure", "method", "step", "tolerance");
    private static final List<String> IV = List.of("on", "measure", "over", "rest", "for", "every", "record", "method", "step", "tolerance");
    /// What the step of an `iv` is called.
    private static final String STEP = "test";
    /// How long the membrane is seen before and after, as a part of what is done to it.
    private static final double BESIDE = 0.1;

    private final Item.Block block;
    private final StudyReader reader;

    ClampReader(Item.Block block, StudyReader reader) {
        this.block = block;
        this.reader = reader;
    }

    void clamp() {
        int before = reader.mistakes();
        Fields fields = reader.fields(block, CLAMP);
        String name = reader.named(block, fields);
        Preparation on = reader.preparation(block, fields);
        UnderReader.Under read = reader.under(fields, on);
        List<Protocol> under = read.protocols();
        if (on == null) return;
        boolean none = under.stream().noneMatch(p -> p.kind() == Kind.VOLTAGE);
        if (none && reader.mistakes() == before) {
            fields.mistake(fields.at("under"), "clamp under which voltage protocol?", "Write under = the name of a protocol NAME : voltage { ... }, or iv { over = -80 to 60 by 5 [mV] } without one.");
        }
        double until = fields.has("until") ? fields.positive("until", Dimension.TIME).orElse(1) : none ? 1 : (1 + BESIDE) * end(under, on.equations());
        List<MeasureReader.Wanted> wanted = new MeasureReader(fields, read, reader.dimensions(Targets.driven(on.equations(), under))).read();
        Study.@Nullable Simulate run = run(fields, name, on, under, until, wanted, before);
        if (run != null) Suspicions.tell(fields, run);
        if (run != null) reader.keep(new Study.Clamp(run.name(), block.kind(), run, measures(wanted).map(Measure::name).toList()));
    }

    /// When the last phase of the last member ends, ms.
    private static double end(List<Protocol> under, Equations equations) {
        double end = 0;
        for (Protocol protocol : under) {
            double otherwise = equations.beginning().orElse(0.0);
            for (int k = 0; k < protocol.count(); k++) for (Member.Window w : protocol.member(k, otherwise).windows()) end = Math.max(end, w.end());
        }
        return end;
    }

    void iv() {
        int before = reader.mistakes();
        Fields fields = reader.fields(block, IV);
        String name = reader.named(block, fields);
        Preparation on = reader.preparation(block, fields);
        if (fields.lacks("over")) fields.mistake(block.at(), "an iv goes over potentials", "Write over = -80 to 60 by 5 [mV], or a list.");
        if (fields.lacks("for")) fields.mistake(block.at(), "an iv steps for how long?", "Write for = 20 [ms].");
        Setting over = fields.setting("over", Dimension.POTENTIAL);
        Setting rest = fields.setting("rest", Dimension.POTENTIAL);
        double length = fields.positive("for", Dimension.TIME).orElse(1);
        if (rest != null && rest.family()) fields.mistake(fields.at("rest"), "rest is one potential", "Write an iv for each, or a clamp under a protocol with a family of prepulses.");
        if (name == null || on == null || over == null || reader.mistakes() > before) return;
        Protocol protocol = steps(fields, name, on, over, rest, length);
        if (protocol == null) return;
        List<Protocol> under = List.of(protocol);
        List<MeasureReader.Wanted> wanted = new MeasureReader(fields, new UnderReader.Under(under, true), reader.dimensions(Targets.driven(on.equations(), under)), STEP).read();
        Study.@Nullable Simulate run = run(fields, name, on, under, (1 + 2 * BESIDE) * length, wanted, before);
        if (run != null) reader.keep(new Study.Clamp(name, block.kind(), run, measures(wanted).map(m -> m.name().replace("," + STEP + ")", ")")).toList()));
    }

    /// From rest to each of the potentials and back; null after a diagnostic.
    private static @Nullable Protocol steps(Fields fields, String name, Preparation on, Setting over, @Nullable Setting rest, double length) {
        Setting at = new Setting(name + ".at", Dimension.TIME.unit(), List.of(BESIDE * length), false, 0);
        Setting duration = new Setting(name + ".for", Dimension.TIME.unit(), List.of(length), false, 0);
        Phase step = new Phase.Step(STEP, at, duration, new Setting("V", over.unit(), over.values(), true, 0));
        List<Objection> objections = Objections.to(Kind.VOLTAGE, rest, List.of(step));
        objections.forEach(o -> fields.mistake(fields.at("over"), o.problem(), o.remedy()));
        if (!objections.isEmpty()) return null;
        Protocol protocol = Protocol.voltage(name, rest, step);
        var misfit = Targets.check(protocol, on.equations());
        misfit.ifPresent(wrong -> fields.mistake(fields.at("on"), wrong.problem(), wrong.remedy()));
        return misfit.isPresent() ? null : protocol;
    }

    /// What is asked for, each once.
    private static Stream<Measure> measures(List<MeasureReader.Wanted> wanted) {
        return wanted.stream().flatMap(w -> w.measure().stream()).distinct();
    }

    /// @param before how many mistakes there were before the block
    private Study.@Nullable Simulate run(Fields fields, @Nullable String name, Preparation on, List<Protocol> under, double until, List<MeasureReader.Wanted> wanted, int before) {
        if (fields.lacks("measure")) fields.mistake(block.at(), (block.kind().equals("iv") ? "an iv" : "a clamp") + " measures something", "Write measure = peak(I" + (block.kind().equals("iv") ? ")" : ", PHASE)") + ", for example.");
        Set<Measure> measures = measures(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
        measures(wanted).filter(m -> m.how() == How.PEAK).forEach(m -> measures.add(new Measure(How.START, m.column(), m.phase()))); // behind those asked for: to tell tails
        List<Study.Recorded> record = new ArrayList<>(reader.recorded(fields, Targets.driven(on.equations(), under), wanted));
        if (!fields.has("record")) record.removeIf(r -> !r.name().equals("V") && !r.name().equals("I") && measures.stream().noneMatch(m -> m.column().equals(r.name())));
        double every = Spacing.every(fields, until, record.size(), under);
        Study.Scheme scheme = SchemeReader.read(fields, until);
        if (reader.mistakes() > before || name == null) return null;
        return new Study.Simulate(name, on, under, until, 0, every, List.copyOf(record), List.copyOf(measures), scheme);
    }
}
