package loligo.experiment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loligo.feature.Feature;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What an earlier, interrupted run of the same text found: the members of its sweeps, which need not be run again.
///
/// @param members the finished members by study, in the order of the sweep
public record Earlier(Map<String, List<Result.Member>> members) {
    /// Nothing was found earlier.
    public static final Earlier NOTHING = new Earlier(Map.of());

    /// Reads the folder of an earlier run. Nothing, when there is none, or it was made by another text or version, or by `--fast`; nothing of a
    /// study either whose members do not make the hash that stands beside them.
    ///
    /// @throws IOException when the folder can not be read
    public static Earlier read(Path folder, Experiment experiment) throws IOException {
        Path file = folder.resolve(Output.MARK);
        if (!Files.isRegularFile(file)) return NOTHING;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file, StandardCharsets.UTF_8))) {
            json.nextToken();
            Map<?, ?> root = map(value(json));
            boolean same = Version.NUMBER.equals(root.get("version")) && new Findings(experiment, List.of()).textHash().equals(root.get("textHash"));
            return same ? new Earlier(sweeps(experiment, map(root.get("studies")))) : NOTHING;
        } catch (JacksonException | CharacterCodingException | ClassCastException | IllegalArgumentException damaged) {
            return NOTHING;
        }
    }

    private static Map<String, List<Result.Member>> sweeps(Experiment experiment, Map<?, ?> studies) {
        Map<String, List<Result.Member>> sweeps = new LinkedHashMap<>();
        for (Study study : experiment.studies()) {
            if (study instanceof Study.Sweep sweep) sweeps.put(sweep.name(), members(sweep, map(studies.get(sweep.name()))));
        }
        return sweeps;
    }

    /// The members before the first that was not finished; none where they are not what the sweep's run wrote.
    private static List<Result.Member> members(Study.Sweep sweep, Map<?, ?> written) {
        if (!(written.get("members") instanceof List<?> all) || all.size() > sweep.over().length) return List.of();
        List<Result.Member> members = new ArrayList<>();
        int finished = 0;
        for (Object member : all) {
            Result.Setting set = new Result.Setting(sweep.vary().name(), sweep.over()[members.size()], sweep.vary().unit());
            List<Feature> features = features(map(map(member).get("features")));
            if (!written(set).equals(map(member).get("set"))) return List.of();
            boolean whole = !map(member).containsKey("outcome") && features.stream().allMatch(f -> f.value() == null || f.error() != null);
            if (whole && finished == members.size()) finished++;
            members.add(new Result.Member(List.of(set), features, Laboratory.DONE));
        }
        boolean found = ResultHash.of(members, SeriesOf.table(sweep.vary(), sweep.measure(), members)).equals(written.get("resultHash"));
        return found ? List.copyOf(members.subList(0, finished)) : List.of();
    }

    /// A number that was set, as it is read again.
    private static Map<String, Map<String, Object>> written(Result.Setting set) {
        return Map.of(set.name(), Map.of("value", set.unit().outside(set.value()), "unit", set.unit().symbol()));
    }

    private static List<Feature> features(Map<?, ?> written) {
        List<Feature> features = new ArrayList<>();
        written.forEach((name, feature) -> {
            Map<?, ?> f = map(feature);
            Double value = (Double) f.get("value");
            String note = (String) f.get("note");
            if (value == null ? note == null : !Double.isFinite(value)) throw new IllegalArgumentException(name + " is no feature that was written");
            features.add(new Feature(String.valueOf(name), value, Unit.parse(String.valueOf(f.get("unit"))), 0, (Double) f.get("error"), note));
        });
        return features;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /// The value that begins at the parser's token: map, list, text, number or nothing.
    private static @Nullable Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    map.put(name, value(json));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) list.add(value(json));
                yield list;
            }
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case null, default -> null;
        };
    }
}
