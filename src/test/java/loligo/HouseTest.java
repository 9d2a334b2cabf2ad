package loligo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The plan of the house is true: see `docs/house.md`.
class HouseTest {
    private static final String ROOMS = """
            quantity    :
            notation    : quantity
            model       : notation quantity
            linear      :
            solver      : linear
            dynamics    : solver linear
            kernel      : model notation quantity solver
            geometry    : quantity
            protocol    : notation quantity
            recording   : quantity
            simulation  : kernel geometry protocol recording solver model notation quantity
            feature     : recording quantity
            figure      : recording quantity
            experiment  : dynamics simulation feature figure recording protocol geometry kernel solver model notation quantity
            cli         : experiment model notation quantity
            """;
    private static final Pattern OURS = Pattern.compile("loligo/([a-z]+)/");

    private static Map<String, List<String>> plan() {
        Map<String, List<String>> plan = new LinkedHashMap<>();
        ROOMS.lines().forEach(line -> {
            String[] sides = line.split(":", -1);
            plan.put(sides[0].strip(), sides[1].isBlank() ? List.of() : List.of(sides[1].strip().split(" +")));
        });
        return plan;
    }

    @Test
    void thePageShowsThePlan() throws IOException {
        String page = Files.readString(Path.of("docs/house.md"));
        String block = page.substring(page.indexOf("<!-- rooms -->"), page.indexOf("<!-- /rooms -->"));
        assertEquals("<!-- rooms -->\n```\n" + ROOMS + "```\n", block);
    }

    @Test
    void thePlanOnlyPointsDown() {
        Set<String> below = new TreeSet<>();
        plan().forEach((room, uses) -> {
            assertTrue(below.containsAll(uses), () -> room + " uses a room that does not stand above it in the list: " + uses);
            below.add(room);
        });
    }

    @Test
    void everyArrowIsDrawn() throws IOException {
        Map<String, List<String>> plan = plan();
        Set<String> wrong = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        try (var files = Files.walk(Path.of("target/classes/loligo"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String room = Path.of("target/classes/loligo").relativize(file).getName(0).toString();
                if (room.endsWith(".class")) continue;
                seen.add(room);
                for (String used : roomsIn(file)) {
                    boolean drawn = used.equals(room) || plan.getOrDefault(room, List.of()).contains(used);
                    if (!drawn) wrong.add(room + " -> " + used + " in " + file.getFileName());
                }
            }
        }
        assertEquals(Set.of(), wrong, "arrows that are not drawn");
        assertEquals(new TreeSet<>(plan.keySet()), seen, "rooms in the plan, and rooms that exist");
    }

    /// Every room that a class file names: in class references, and in the descriptors and signatures among its texts.
    private static Set<String> roomsIn(Path file) throws IOException {
        Set<String> rooms = new TreeSet<>();
        for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
            String text = switch (entry) {
                case ClassEntry c -> c.asInternalName();
                case Utf8Entry u when u.stringValue().indexOf(';') > 0 -> u.stringValue();
                default -> "";
            };
            var names = OURS.matcher(text);
            while (names.find()) rooms.add(names.group(1));
        }
        rooms.remove("library");
        return rooms;
    }
}
