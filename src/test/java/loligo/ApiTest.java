package loligo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each name that `docs/api.md` promises is a public type, constructor or method: `room.Type`, `Type(Of, These)`, `Type.method(...)`, `.method(...)`
/// of the type before it. A name without a room is in `experiment`.
class ApiTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern NAME = Pattern.compile("(?:([a-z]+)\\.)?([A-Z]\\w*)?(?:\\.([a-z]\\w*))?(?:\\((.*)\\))?");

    @Test
    void everyNameOfTheDoorOpens() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs/api.md"))) {
            if (line.startsWith("| ") && !line.startsWith("| Name")) wrong.addAll(missing(line, codes));
        }
        assertTrue(codes.size() > 20, "only " + codes);
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsNotThereIsFound() {
        assertEquals(List.of("Loligo.fly(text)"), missing("| `Loligo.fly(text)` | no such method |", new ArrayList<>()));
        assertEquals(List.of("Squid"), missing("| `Squid` | no such type |", new ArrayList<>()));
        assertEquals(List.of("Laboratory(Progress)"), missing("| `Laboratory(Progress)`, `.perform(study)` | no such constructor |", new ArrayList<>()));
        assertEquals(List.of("experiment.Bench"), missing("| `experiment.Bench` | not public |", new ArrayList<>()));
    }

    /// What a row of the table names and the program does not have.
    private static List<String> missing(String row, List<String> codes) {
        List<String> missing = new ArrayList<>();
        Class<?> type = Void.class;
        Matcher code = CODE.matcher(row);
        while (code.find()) {
            Matcher name = NAME.matcher(code.group(1));
            if (!name.matches() || (name.group(2) == null && name.group(3) == null)) continue;
            codes.add(code.group(1));
            if (name.group(2) != null) type = type(name.group(1), name.group(2));
            if (!opens(type, name.group(3), name.group(4))) missing.add(code.group(1));
        }
        return missing;
    }

    private static Class<?> type(String room, String name) {
        try {
            return Class.forName("loligo." + (room == null ? "experiment" : room) + "." + name);
        } catch (ClassNotFoundException e) {
            return Void.class;
        }
    }

    private static boolean opens(Class<?> type, String method, String arguments) {
        if (type == Void.class || !Modifier.isPublic(type.getModifiers())) return false;
        if (method != null) return Stream.of(type.getMethods()).map(Method::getName).anyMatch(method::equals);
        return arguments == null || Stream.of(type.getConstructors()).anyMatch(c -> takes(c, arguments));
    }

    private static boolean takes(Constructor<?> constructor, String arguments) {
        return Arrays.stream(constructor.getParameterTypes()).map(Class::getSimpleName).toList().equals(List.of(arguments.split(", *")));
    }
}
