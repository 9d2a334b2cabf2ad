package loligo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The command line as an outside program meets it: files, exit codes, `result.json`.
class RunTest {
    private static final Path ONE_SPIKE = Path.of("examples/lecture/one-spike.loligo");

    @TempDir
    Path folder;

    record Call(int code, String out, String err) {}

    static Call call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.execute(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), arguments);
        return new Call(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Call run(String... more) {
        List<String> all = new java.util.ArrayList<>(List.of("run", ONE_SPIKE.toString(), "--out", folder.resolve("out").toString()));
        all.addAll(List.of(more));
        return call(all.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("out/result.json")));
    }

    @Test
    void leavesEverythingThatItPromises() throws IOException {
        Call call = run();
        assertEquals(0, call.code(), call.err());
        for (String name : List.of("report.html", "result.json", "spike.csv", "spike-1.svg", "spike-1.png")) {
            assertTrue(Files.size(folder.resolve("out").resolve(name)) > 100, name);
        }
        JsonNode spike = json().get("studies").get("spike");
        assertEquals("simulate", spike.get("kind").asString());
        assertEquals("completed", spike.get("outcome").get("kind").asString());
        assertEquals(1, spike.get("features").get("spike_count").get("value").asInt());
        assertEquals("mV", spike.get("features").get("peak").get("unit").asString());
        assertTrue(spike.get("features").get("peak").get("error").asDouble() < 1e-3);
        assertTrue(json().get("textHash").asString().startsWith("sha256:"));
        assertEquals("spike.csv", spike.get("series").asString());
        List<String> csv = Files.readAllLines(folder.resolve("out/spike.csv"));
        assertTrue(csv.get(0).startsWith("t,V,NaV.conductance"), csv.get(0));
        assertTrue(csv.get(1).startsWith("ms,mV,mS/cm^2"), csv.get(1));
    }

    /// The runs in time of a clamp and of an impedance, in `NAME-traces.csv`, are a run's own: the folder is replaced.
    @Test
    void aClampIsRunAgainIntoItsFolder() throws IOException {
        Path text = Files.writeString(folder.resolve("clamp.loligo"), """
                model Leak { membrane { C = 1 [uF/cm^2]  V = -70 [mV] }  channel leak { g = 1 [mS/cm^2]  E = -60 [mV] } }
                patch cell : Leak { }
                iv steps { measure = steady(leak.I)  over = -80 to -40 by 10 [mV]  for = 5 [ms] }
                impedance zap { frequency = 10 to 100 [Hz]  amplitude = 1 [uA/cm^2]  for = 100 [ms] }
                """);
        for (int k = 0; k < 2; k++) {
            Call call = call("run", text.toString(), "--out", folder.resolve("out").toString());
            assertEquals(0, call.code(), call.err());
        }
        for (String name : List.of("steps.csv", "steps-traces.csv", "steps-2.svg", "zap.csv", "zap-traces.csv", "zap-2.png")) assertTrue(Files.size(folder.resolve("out").resolve(name)) > 50, name);
    }

    @Test
    void sameTextSameHashWithAnyNumberOfThreads() throws IOException {
        run("--threads", "1");
        JsonNode one = json();
        run("--threads", "4");
        assertEquals(one, json());
    }

    @Test
    void aSettingChangesTheTextAndTheNumbers() throws IOException {
        run("--set", "kick.level=1");
        JsonNode weak = json();
        assertEquals(0, weak.get("studies").get("spike").get("features").get("spike_count").get("value").asInt());
        assertTrue(weak.get("studies").get("spike").get("features").get("first_spike").get("value").isNull());
        assertFalse(weak.get("studies").get("spike").get("features").get("first_spike").get("note").asString().isEmpty());
        run();
        assertFalse(weak.get("textHash").equals(json().get("textHash")));
    }

    @Test
    void jsonAloneOnStandardOutput() throws IOException {
        Call call = run("--json", "--fast");
        assertEquals(Files.readString(folder.resolve("out/result.json")), call.out());
        assertTrue(json().get("studies").get("spike").get("features").get("peak").get("error").isNull());
    }

    @Test
    void wrongCallsSayWhat() {
        assertTrue(call("run", "nowhere.loligo").err().contains("no such file"));
        assertEquals(2, call("run", "nowhere.loligo").code());
        assertEquals(2, call("fly").code());
        assertEquals(2, run("--threads", "0").code());
        assertEquals(2, run("--study", "nothing").code());
        Call set = run("--set", "some.I=10");
        assertEquals(2, set.code());
        assertTrue(set.err().contains("soma"), set.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "soma.II=3        | 8  | the model has no II            | ^^^^^^^      | Did you mean I?",
        "some.I=3         | 8  | nothing is called some         | ^^^^^^       | Did you mean soma?",
        "soma.I=3 [mV]    | 15 | units do not agree             | ^^^^^^       | current per area",
        "soma.I=          | 14 | a number or a name is missing  | ^            | Write the value here",
        "soma.I           | 8  | neither an entry nor a block   | ^^^^^^       | An entry is name = value",
        "I=3              | 8  | not a setting                  | ^^^          | soma.I=3.",
        "kick.levl=3      | 8  | unknown entry levl             | ^^^^^^^^^    | Did you mean level?",
        "spike.method=rk5 | 21 | no method is called rk5        | ^^^          | Did you mean rk4?"})
    void aMistakenSettingIsShownWhereItWasWritten(String setting, int column, String problem, String carets, String remedy) {
        Call call = run("--set", "soma.temperature=6.3 [degC]", "--set", setting);
        List<String> told = call.err().lines().toList();
        assertEquals(2, call.code());
        assertEquals(4, told.size(), call.err());
        assertTrue(told.get(0).startsWith("command line:1:" + column + ": " + problem), call.err());
        assertEquals(" 1 | --set \"" + setting + "\"", told.get(1));
        assertEquals("   | " + " ".repeat(column - 1) + carets, told.get(2));
        assertTrue(told.get(3).contains(remedy), call.err());
    }

    @Test
    void aFolderThatIsNotOursIsLeftAlone() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("out"));
        Files.writeString(mine.resolve("thesis.tex"), "precious");
        Call call = run();
        assertEquals(3, call.code());
        assertEquals("precious", Files.readString(mine.resolve("thesis.tex")));
    }

    /// A file called `result.json` does not make a folder ours, and one that we wrote does not make ours what was put beside it.
    @Test
    void whatStandsBesideAResultIsLeftAlone() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("out"));
        Files.writeString(mine.resolve("result.json"), "{}");
        Files.writeString(mine.resolve("thesis.tex"), "precious");
        Call call = run("--fast");
        assertEquals(3, call.code());
        assertTrue(call.err().contains("holds result.json, which no run wrote"), call.err());
        assertEquals("precious", Files.readString(mine.resolve("thesis.tex")));

        Files.delete(mine.resolve("result.json"));
        Files.delete(mine.resolve("thesis.tex"));
        assertEquals(0, run("--fast").code());
        assertEquals(0, run("--fast").code());
        for (String name : List.of("notes", "spike.txt", "other.csv")) {
            Path beside = name.equals("notes") ? Files.createDirectory(mine.resolve(name)) : Files.writeString(mine.resolve(name), "precious");
            Call refused = run("--fast");
            assertEquals(3, refused.code());
            assertTrue(refused.err().contains("holds " + name + ", which no run wrote"), refused.err());
            Files.delete(beside);
        }
        assertEquals(0, run("--fast").code());
    }

    /// `t` is a column like another: across it is time, upwards a line.
    @Test
    void timeIsDrawnByItsName() throws IOException {
        Path text = Files.writeString(folder.resolve("time.loligo"), """
                use hodgkin-huxley-1952
                patch soma : HodgkinHuxley1952 { }
                simulate run { until = 5 [ms] }
                sweep fi { of = run  vary = I  over = 0, 1 [uA/cm^2]  measure = peak, mean }
                plot run { x = t  y = V }
                plot run { y = t }
                plot run { x = V  y = t }
                plot fi { x = I  y = peak }
                plot fi { x = peak  y = I, mean }
                """);
        Call call = call("run", text.toString(), "--fast", "--out", folder.resolve("out").toString());
        assertEquals(0, call.code(), call.err());
        for (String name : List.of("run-1.svg", "run-2.svg", "run-3.svg", "fi-1.svg", "fi-2.svg")) assertTrue(Files.size(folder.resolve("out").resolve(name)) > 100, name);
        assertTrue(Files.readString(folder.resolve("out/fi-2.svg")).contains("peak (mV)"));
    }

    /// A root of a unit is written in one way for programs and in one way for people, and both can be written back.
    @Test
    void aRootOfAUnitIsTheSameEverywhere() throws IOException {
        Path text = Files.writeString(folder.resolve("text.loligo"), """
                model Root { k = 2 [mV^ (1/2)]  state { x = 1 [mV¹⁄²] }  x' = (k - x) / 1 [ms] }
                patch p : Root { }
                simulate run { until = 5 [ms]  record = x }
                sweep s { of = run  vary = k  over = 1 to 4 by 1 [mV^(1/2)]  measure = max(x) }
                """);
        Call call = call("run", text.toString(), "--fast", "--out", folder.resolve("out").toString());
        assertEquals(0, call.code(), call.err());
        assertEquals("mV^(1/2),mV^(1/2)", Files.readAllLines(folder.resolve("out/s.csv")).get(1));
        assertTrue(Files.readString(folder.resolve("out/result.json")).contains("\"unit\" : \"mV^(1/2)\""));
        assertTrue(call.out().contains("k (mV^(1/2))"), call.out());
        String report = Files.readString(folder.resolve("out/report.html"));
        assertTrue(report.contains("<th colspan=\"2\">k (mV<sup>1/2</sup>)</th>"), report);
        assertTrue(Files.readString(folder.resolve("out/s.svg")).contains(">1/2<"));
    }

    /// What looks like a mistake and may be none is told beside the result, and changes neither it nor the exit code.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            patch soma : HodgkinHuxley1952 { I = 500 [uA/cm^2] from -5 to 180 } | 2:38: warning: I lies outside its own range
            patch soma : HodgkinHuxley1952 { }  protocol kick : current { at = 5 [ms]  for = 1 [ms]  level = 20 [uA/cm^2] } | 3:16: warning: kick begins after the run has ended
            patch soma : HodgkinHuxley1952 { }  protocol kick : current { pulses p { every = 2 [ms]  count = 3  for = 1 [ms]  level = 20 [uA/cm^2] }  step b { for = 1 [ms]  level = 5 [uA/cm^2] } } | 3:16: warning: kick.b begins after the run has ended
            patch soma : HodgkinHuxley1952 { }  protocol kick : current { for = 6 [ms]  level = 20 [uA/cm^2] } | 3:16: warning: kick ends after the run has ended
            patch soma : HodgkinHuxley1952 { }  protocol kick : current { pulses p { every = 2 [ms]  count = 3  for = 2 [ms]  level = 20 [uA/cm^2] } } | 3:16: warning: kick.p ends after the run has ended
            patch soma : HodgkinHuxley1952 { }  protocol kick : light { for = 1 [ms]  level = 1 [mW/mm^2] } | 3:16: warning: light on a membrane that does not see it
            patch soma : HodgkinHuxley1952 { }  protocol kick : current { for = 1 [ms]  level = 0 [uA/cm^2] }  protocol lamp : current { for = 1 [ms]  level = 1 [mV] } | 2:100: warning: no study uses lamp, and none could
            """)
    void whatLooksLikeAMistakeIsToldBesideTheResult(String line, String warning) throws IOException {
        String under = line.contains("kick") ? "under = kick  " : "";
        Path text = Files.writeString(folder.resolve("text.loligo"), "use hodgkin-huxley-1952\n" + line + "\nsimulate run { " + under + "until = 5 [ms] }\n");
        Call check = call("check", text.toString());
        assertEquals(0, check.code(), check.err());
        assertTrue(check.err().contains(":" + warning), check.err());
        assertEquals(4, check.err().lines().count(), check.err());
        Call run = call("run", text.toString(), "--fast", "--out", folder.resolve("out").toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(check.err(), run.err());
    }

    /// A text that bears the name of the model that it uses does not mean itself; another file of that name goes before the library's model.
    @Test
    void aTextMayBearTheNameOfItsModel() throws IOException {
        String text = "use hodgkin-huxley-1952\npatch soma : HodgkinHuxley1952 { }\nsimulate run { until = 5 [ms] }\n";
        Path own = Files.writeString(folder.resolve("hodgkin-huxley-1952.loligo"), text);
        assertEquals(0, call("check", own.toString()).code());
        Path other = Files.writeString(folder.resolve("other.loligo"), text + "# another\n");
        Call call = call("check", other.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("goes before the library's model of that name; give it another name."), call.err());
    }

    @Test
    void aPlainTextIsNotWarnedOf() {
        assertEquals("", call("check", ONE_SPIKE.toString()).err());
    }

    @Test
    void aModelAloneIsExplainedAndCited() {
        Call explain = call("explain", "models/hodgkin-huxley-1952.loligo");
        assertTrue(explain.out().startsWith("model HodgkinHuxley1952\n  equations\n    V' ="), explain.out());
        assertTrue(explain.out().contains("NaV.g = 120 [mS/cm^2]"), explain.out());
        assertTrue(call("cite", "models/hodgkin-huxley-1952.loligo").out().startsWith("@article{hodgkin1952,"));
    }

    /// Whom a law is owed to is cited although the model names nobody.
    @Test
    void lawsOfTheNotationAreCited() throws IOException {
        Path text = Files.writeString(folder.resolve("goldman.loligo"), """
                model Permeable
                temperature = 20 [degC]
                membrane { C = 1 [uF/cm^2]   V = -60 [mV] }
                ion K { inside = 400 [mM]   outside = 20 [mM] }
                channel K : K { permeability = 1e-6 [cm/s] }
                """);
        String cited = call("cite", text.toString()).out();
        assertTrue(cited.contains("{goldman1943,") && cited.contains("{hodgkinkatz1949,"), cited);
    }

    /// After a run is cited what computed it: here nothing was stiff.
    @Test
    void whatWasUsedIsCited() throws IOException {
        run("--fast");
        assertEquals("dormand-prince-1980", json().get("studies").get("spike").get("method").get("cite").asString());
        String page = Files.readString(folder.resolve("out/report.html"));
        assertTrue(page.contains("dormand-prince-1980") && !page.contains("steinebach-2023"));
    }

    @Test
    void checkExplainCiteModels() {
        assertEquals(0, call("check", ONE_SPIKE.toString()).code());
        Call explain = call("explain", ONE_SPIKE.toString());
        assertTrue(explain.out().contains("V' ="), explain.out());
        assertTrue(explain.out().contains("tolerance"), explain.out());
        Call cite = call("cite", ONE_SPIKE.toString());
        assertTrue(cite.out().contains("hodgkin1952"), cite.out());
        assertTrue(cite.out().startsWith("% automatic: dopri5 (dormand-prince-1980), where stiff rodas5p (steinebach-2023)"), cite.out());
        assertTrue(call("models").out().contains("hodgkin-huxley-1952"));
    }
}
