package loligo.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loligo.model.Equations;
import loligo.notation.Item;
import loligo.protocol.Objection;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Reads which number a study varies, and over which values: a number of the preparation (`NaV.g`) or of a protocol (`kick.level`).
final class VariedReader {
    private final Item.Block block;
    private final Fields fields;
    private final Study.Simulate run;
    private final Set<String> unclear; // protocols, of whose numbers nothing is said

    VariedReader(Item.Block block, Fields fields, Study.Simulate run, Set<String> unclear) {
        this.unclear = unclear;
        this.block = block;
        this.fields = fields;
        this.run = run;
    }

    /// Null after a diagnostic.
    Study.@Nullable Varied vary() {
        return number("vary");
    }

    /// The number that an entry names; null after a diagnostic.
    Study.@Nullable Varied number(String key) {
        if (!fields.has(key)) {
            if (fields.lacks(key)) fields.mistake(block.at(), "a " + block.kind() + " varies something", "Write " + key + " = I, for example.");
            return null;
        }
        Map<String, Unit> numbers = numbers();
        String name = fields.choice(key, numbers.keySet(), silent(key), run.under().isEmpty() ? "number of this preparation" : "number of this preparation or its protocols", run.on().name());
        if (name == null) return null;
        boolean slanted = phases().anyMatch(p -> p instanceof Phase.Ramp ramp && ramp.first().name().equals(name));
        boolean gliding = phases().anyMatch(p -> p instanceof Phase.Chirp chirp && chirp.first().name().equals(name));
        if (slanted) fields.mistake(fields.at(key), "a ramp has two levels", "Vary when it begins or how long it lasts, or take a step.");
        if (gliding) fields.mistake(fields.at(key), "a chirp has two frequencies", "Vary its amplitude or how long it lasts, or take a sine.");
        return slanted || gliding ? null : new Study.Varied(name, numbers.getOrDefault(name, Unit.ONE));
    }

    private Set<String> silent(String key) {
        return fields.expressions(key).stream().map(StudyReader::compact).filter(n -> unclear.contains(n.substring(0, Math.max(0, n.indexOf('.'))))).collect(Collectors.toSet());
    }

    private Stream<Phase> phases() {
        return run.under().stream().flatMap(p -> p.phases().stream());
    }

    /// Units by full name; where a protocol has a number of the same name, the preparation's counts.
    private Map<String, Unit> numbers() {
        Map<String, Unit> numbers = new LinkedHashMap<>();
        Equations equations = run.equations();
        equations.inputs().stream().filter(i -> !i.name().equals(Equations.SLOPE)).forEach(i -> numbers.put(i.name(), i.unit()));
        equations.parameters().forEach(p -> numbers.put(p.name(), p.unit()));
        if (unclear.isEmpty()) run.under().stream().flatMap(Protocol::settings).forEach(s -> numbers.putIfAbsent(s.name(), s.unit()));
        return numbers;
    }

    /// The values, in membrane units; no member may be impossible to perform.
    double[] over(Study.Varied vary) {
        if (fields.lacks("over")) fields.mistake(block.at(), "a sweep goes over values", "Write over = 0 to 160 by 2 [uA/cm^2], or a list.");
        double[] over = fields.numbers("over", vary.unit().dimension());
        refuse(run.under(), vary, over, "over");
        return over;
    }

    /// Tells of the first value with which a protocol could not be performed.
    boolean refuse(List<Protocol> under, Study.Varied vary, double[] values, String key) {
        for (Protocol protocol : under) {
            if (protocol.settings().noneMatch(s -> s.name().equals(vary.name()))) continue;
            for (double value : values) {
                List<Objection> objections = protocol.objections(vary.name(), value);
                if (objections.isEmpty()) continue;
                String where = vary.name() + " = " + Digits.value(vary.unit().outside(value), 0) + " [" + vary.unit().symbol() + "]";
                fields.mistake(fields.at(key), objections.getFirst().problem(), "So it is with " + where + ". " + objections.getFirst().remedy());
                return true;
            }
        }
        return tooLow(fields, vary, values, key);
    }

    /// Tells of values that no membrane has, such as a conductance below zero.
    static boolean tooLow(Fields fields, Study.Varied vary, double[] values, String key) {
        return tooLow(fields, vary, values, key, 0);
    }

    /// The same, where they stand in the one of several values that is `k`-th.
    static boolean tooLow(Fields fields, Study.Varied vary, double[] values, String key, int k) {
        boolean membrane = vary.name().contains(".") || !vary.unit().dimension().equals(Dimension.NONE);
        Optional<Targets.Misfit> misfit = membrane ? Targets.tooLow(key, vary.name(), Arrays.stream(values).min().orElse(1), "values") : Optional.empty();
        misfit.ifPresent(wrong -> fields.mistake(fields.values(key).get(k).at(), wrong.problem(), wrong.remedy()));
        return misfit.isPresent();
    }
}
