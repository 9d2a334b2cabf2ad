package loligo.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Tells what an earlier run left in a folder from what is somebody else's.
final class Remains {
    private static final Set<String> ALWAYS = Set.of(Output.MARK, "report.html");
    private static final Pattern OF_A_STUDY = Pattern.compile("(.+?)(-[0-9]+|-traces)?\\.(csv|svg|png)");

    private Remains() {}

    /// The name of something in the folder that no run wrote; empty where everything is a run's own, or nothing is there.
    static Optional<String> foreign(Path folder) throws IOException {
        List<Path> inside;
        try (var all = Files.list(folder)) {
            inside = all.sorted().toList();
        }
        if (inside.isEmpty()) return Optional.empty();
        Set<String> studies = studies(folder.resolve(Output.MARK));
        if (studies == null) return Optional.of(name(inside.contains(folder.resolve(Output.MARK)) ? folder.resolve(Output.MARK) : inside.getFirst()));
        return inside.stream().filter(p -> !own(p, studies)).findFirst().map(Remains::name);
    }

    /// Whether all that a folder holds might have been written by a run that did not come to its end.
    static boolean draft(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.allMatch(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS) && (ALWAYS.contains(name(p)) || OF_A_STUDY.matcher(name(p)).matches()));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean own(Path file, Set<String> studies) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return false;
        Matcher study = OF_A_STUDY.matcher(name(file));
        return ALWAYS.contains(name(file)) || (study.matches() && studies.contains(study.group(1)));
    }

    /// The studies that a `result.json` tells of; null when it is not one of ours.
    private static @Nullable Set<String> studies(Path mark) throws IOException {
        if (!Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS)) return null;
        try (InputStream in = Files.newInputStream(mark); JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            return studies(json);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable Set<String> studies(JsonParser json) {
        Set<String> studies = null;
        boolean version = false;
        boolean hash = false;
        if (json.nextToken() != JsonToken.START_OBJECT) return null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("version")) version = value == JsonToken.VALUE_STRING;
            if (key.equals("textHash")) hash = value == JsonToken.VALUE_STRING && json.getString().startsWith("sha256:");
            if (key.equals("studies") && value == JsonToken.START_OBJECT) studies = keys(json);
            else json.skipChildren();
        }
        return version && hash ? studies : null;
    }

    /// The keys of the object that begins here.
    private static Set<String> keys(JsonParser json) {
        Set<String> keys = new LinkedHashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            keys.add(json.currentName());
            json.nextToken();
            json.skipChildren();
        }
        return keys;
    }
}
