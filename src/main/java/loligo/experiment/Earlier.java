package loligo.experiment;

import java.io.IOException;
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
/// @param members features of the finished members by study, in the order of the sweep
public record Earlier(Map<String, List<List<Feature>>> members) {
    /// Nothing was found earlier.
    public static final Earlier NOTHING = new Earlier(Map.of());

    /// Reads the folder of an earlier run. Nothing, when there is none, or it was made by another text or version, or by `--fast`.
    ///
    /// @throws IOException when the folder can not be read
    public static Earlier read(Path folder, Experiment experiment) throws IOException {
        Path file = folder.resolve(Output.MARK);
        if (!Files.isRegularFile(file)) return NOTHING;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file, StandardCharsets.UTF_8))) {
            json.nextToken();
            Map<?, ?> root = map(value(json));
            boolean same = Version.NUMBER.equals(root.get("version")) && new Findings(experiment, List.of()).textHash().equals(root.get("textHash"));
            return same ? new Earlier(sweeps(map(root.get("studies")))) : NOTHING;
        } catch (JacksonException | ClassCastException | IllegalArgumentException damaged) {
            return NOTHING;
        }
    }

    private static Map<String, List<List<Feature>>> sweeps(Map<?, ?> studies) {
        Map<String, List<List<Feature>>> sweeps = new LinkedHashMap<>();
        studies.forEach((name, study) -> {
            if ("sweep".equals(map(study).get("kind")) && map(study).get("members") instanceof List<?> all) {
                List<List<Feature>> members = new ArrayList<>();
                for (Object member : all) {
                    List<Feature> features = features(map(map(member).get("features")));
                    boolean whole = !map(member).containsKey("outcome") && features.stream().allMatch(f -> f.value() == null || f.error() != null);
                    if (!whole) break;
                    members.add(features);
                }
                sweeps.put(String.valueOf(name), members);
            }
        });
        return sweeps;
    }

    private static List<Feature> features(Map<?, ?> written) {
        List<Feature> features = new ArrayList<>();
        written.forEach((name, feature) -> {
            Map<?, ?> f = map(feature);
            features.add(new Feature(String.valueOf(name), (Double) f.get("value"), Unit.parse(String.valueOf(f.get("unit"))), 0, (Double) f.get("error"), (String) f.get("note")));
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
