package loligo.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import loligo.notation.Diagnostic;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Parser;
import loligo.notation.Source;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import org.junit.jupiter.api.Test;

/// Trees put together by hand, as the parser would make them.
class ProtocolReaderTest {
    private int place;
    private final Diagnostics diagnostics = new Diagnostics();

    private Span at() {
        return new Span(place, ++place);
    }

    private static Expr number(double value, String unit) {
        return new Expr.Literal(value, Unit.parse(unit));
    }

    private Item entry(String name, Value... values) {
        return new Item.Entry(name, false, List.of(values), null, at());
    }

    private Item entry(String name, double value, String unit) {
        return entry(name, new Value.Single(number(value, unit), at()));
    }

    private Value family(double from, double to, double by, String unit) {
        return new Value.Family(Expr.number(from), Expr.number(to), number(by, unit), at());
    }

    private Item.Block block(String kind, String title, Item... body) {
        return new Item.Block(kind, new Item.Title(Item.Title.Form.NAME, title, at()), 1, null, List.of(body), true, at());
    }

    private Protocol read(String kind, Item... body) {
        Protocol protocol = attempt(kind, body);
        assertEquals(List.of(), diagnostics.list());
        assertNotNull(protocol);
        return protocol;
    }

    private @org.jspecify.annotations.Nullable Protocol attempt(String kind, Item... body) {
        Item.Block block = new Item.Block("protocol", new Item.Title(Item.Title.Form.NAME, "p", at()), 1, new Item.Word(kind, at()), List.of(body), true, at());
        return ProtocolReader.read(new Document(new Source("x.loligo", " ".repeat(200)), List.of(block), Map.of()), block, Archive.EMPTY, diagnostics);
    }

    private void refused(String problem, String kind, Item... body) {
        assertNull(attempt(kind, body));
        assertTrue(diagnostics.list().stream().map(Diagnostic::problem).anyMatch(problem::equals), diagnostics.list().toString());
    }

    @Test
    void oneStepNeedsNoPhases() {
        Member kick = read("current", entry("at", 5, "ms"), entry("for", 500, "us"), entry("level", 40, "uA/cm^2")).members().getFirst();
        assertArrayEquals(new double[] {5, 5.5}, kick.waveform().corners());
        assertEquals(40, kick.waveform().value(5));
        assertEquals(new Member.Window("p", 5, 5.5), kick.windows().getFirst());
        assertEquals(List.of(), kick.settings());
    }

    private static List<Protocol> parsed(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Document document = Parser.parse(new Source("x.loligo", text), diagnostics);
        List<Protocol> protocols = document.items().stream().map(Item.Block.class::cast).map(b -> ProtocolReader.read(document, b, Archive.EMPTY, diagnostics))
                .filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        assertEquals(List.of(), diagnostics.list());
        return protocols;
    }

    /// The examples of the notation.
    @Test
    void theExamplesAreRead() {
        List<Protocol> read = parsed("""
                protocol kick : current { at = 5 [ms]  for = 0.5 [ms]  level = 40 [uA/cm^2] }
                protocol two : set {
                  of = NaV.g  rest = 0 [mS/cm^2]
                  step prepulse { for = 500 [ms]  level = -120 to -20 by 5 [mS/cm^2] }
                  step test     { for = 20 [ms]   level = 0, 1.5 [mS/cm^2] }
                }
                protocol slow   : current { ramp up { for = 2000 [ms]  level = -950 to 30 [uA/cm^2] } }
                protocol train  : current { pulses p { every = 20 [ms]  count = 50  for = 1 [ms]  level = 30 [uA/cm^2] } }
                protocol flash  : light   { wavelength = 488 [nm]  step on { at = 10 [ms]  for = 5 [ms]  level = 2 [mW/mm^2] } }
                protocol byhand : set     { of = NaV.g  step open { at = 1 [ms]  for = 1 [ms]  level = 20 [mS/cm^2] } }
                """);
        assertEquals(List.of("kick", "two", "slow", "train", "flash", "byhand"), read.stream().map(Protocol::name).toList());
        assertEquals(List.of(1, 42, 1, 1, 1, 1), read.stream().map(Protocol::count).toList());
        Member second = read.get(1).member(3, 9);
        assertEquals(List.of(new Member.Chosen("two.prepulse.level", new Quantity(-115, Unit.parse("mS/cm^2"))),
                new Member.Chosen("two.test.level", new Quantity(1.5, Unit.parse("mS/cm^2")))), second.settings());
        assertEquals(new Member.Window("test", 500, 520), second.window("test"));
        assertEquals(0.49, read.get(2).members().getFirst().waveform().slope(100), 1e-15);
    }

    @Test
    void aMistakeIsShownWhereItStands() {
        String text = "protocol p : current { step a { for = 5 [ms]  level = 1 [uA] }  step b { at = 3 [ms]  for = 1 [ms]  level = 1 [uA] } }";
        Document document = Parser.parse(new Source("x.loligo", text), diagnostics);
        assertNull(ProtocolReader.read(document, (Item.Block) document.items().getFirst(), Archive.EMPTY, diagnostics));
        assertEquals(text.indexOf("at = 3"), diagnostics.list().getFirst().at().start());
    }

    @Test
    void aFamilyStaysDecimal() {
        Protocol protocol = read("current", block("step", "a", entry("level", family(0, 1, 0.1, "uA/cm^2")), entry("for", 1, "ms")));
        assertEquals(11, protocol.count());
        assertEquals(List.of(new Member.Chosen("p.a.level", new Quantity(0.3, Unit.parse("uA/cm^2")))), protocol.member(3, 0).settings());
    }

    @Test
    void aFamilyThatMissesItsEndIsToldWhereItEnds() {
        assertEquals(4, read("current", block("step", "a", entry("level", family(0, 10, 3, "uA/cm^2")), entry("for", 1, "ms"))).count());
        assertEquals("warning: the family ends at 9 [uA/cm^2], short of 10 [uA/cm^2]", diagnostics.warnings().getFirst().problem());
        assertTrue(diagnostics.warnings().getFirst().remedy().endsWith("Write 0 to 9 by 3 [uA/cm^2] if that is meant, or add the end: 0 to 9 by 3 [uA/cm^2], 10 [uA/cm^2]."));
    }

    /// 0.3 V in steps of 100 mV, although neither is a whole number of the other in binary fractions.
    @Test
    void aFamilyInTwoUnitsReachesItsEnd() {
        List<Protocol> read = parsed("protocol p : voltage { rest = 0 [mV]  step s { for = 5 [ms]  level = 0 [V] to 0.3 [V] by 100 [mV] } }\nprotocol q : voltage { rest = 0 [mV]  step s { for = 5 [ms]  level = 0 [mV] to 700 [mV] by 0.1 [V] } }");
        assertEquals(List.of(4, 8), read.stream().map(Protocol::count).toList());
        assertEquals(List.of(), diagnostics.warnings());
    }

    @Test
    void theFamilyWrittenFirstVariesSlowest() {
        Protocol protocol = read("set", entry("of", new Value.Single(new Expr.Name("NaV.g"), at())),
                block("step", "a", entry("level", family(2, 1, -1, "mS/cm^2")), entry("for", new Value.Single(Expr.number(1), at()), new Value.Single(number(2, "ms"), at()))),
                entry("rest", new Value.Single(Expr.number(0), at()), new Value.Single(number(1, "mS/cm^2"), at())));
        assertEquals(8, protocol.count());
        assertEquals("NaV.g", protocol.of());
        assertEquals(List.of("p.a.level", "p.a.for", "p.rest"), protocol.families().stream().map(Setting::name).toList());
        assertArrayEquals(new double[] {0, 2}, protocol.member(2, 9).waveform().corners());
        assertEquals(1, protocol.member(1, 9).waveform().rest());
    }

    @Test
    void aSetProtocolRestsAtTheNumbersOwnValue() {
        Protocol protocol = read("set", entry("of", new Value.Single(new Expr.Name("I"), at())), block("step", "a", entry("for", 1, "ms"), entry("level", 1, "mV")));
        assertEquals(7, protocol.member(0, 7).waveform().value(5));
    }

    @Test
    void rampsAndPulsesAndArithmetic() {
        Expr half = new Expr.Quotient(number(1, "s"), Expr.number(2));
        Protocol protocol = read("light", entry("wavelength", 488, "nm"),
                block("ramp", "up", entry("for", new Value.Single(half, at())), entry("level", new Value.Ramp(Expr.number(0), number(2, "mW/mm^2"), at()))),
                block("pulses", "p", entry("every", 20, "ms"), entry("count", 3, "1"), entry("for", 1, "ms"), entry("level", 1, "mW/mm^2")));
        Member member = protocol.members().getFirst();
        assertEquals(Unit.parse("mW/mm^2").inside(1), member.waveform().value(250), 1e-9);
        assertEquals(new Member.Window("p", 500, 541), member.windows().getLast());
    }

    @Test
    void mistakesAreToldAllAtOnce() {
        refused("unknown entry lvel", "current", block("step", "a", entry("lvel", 1, "mV"), entry("for", 1, "ms")), block("nose", "eta"));
        assertTrue(diagnostics.list().getFirst().remedy().startsWith("Did you mean level?"));
        assertTrue(diagnostics.list().stream().noneMatch(d -> d.problem().equals("p.a has no level")), "it was meant, and is told once");
        assertTrue(diagnostics.list().stream().anyMatch(d -> d.problem().equals("unknown phase nose")
                && d.remedy().equals("Did you mean noise? There are step, ramp, pulses, sine, chirp, synaptic, noise, waveform.")));
    }

    @Test
    void whatIsImpossibleSaysWhichPhase() {
        refused("b begins before a has ended", "current", block("step", "a", entry("for", 5, "ms"), entry("level", 1, "uA")),
                block("step", "b", entry("at", 3, "ms"), entry("for", 5, "ms"), entry("level", 1, "uA")));
    }

    @Test
    void mistakesOfKindAndValue() {
        refused("unknown kind of protocol curent", "curent", entry("for", 1, "ms"));
        assertTrue(diagnostics.list().getFirst().remedy().startsWith("Did you mean current?"));
        refused("p.for is not a time", "current", entry("for", 1, "mV"), entry("level", 1, "mV"));
        refused("p lasts 0 ms", "current", entry("for", 0, "ms"), entry("level", 1, "mV"));
        refused("units do not agree", "current", entry("for", 1, "ms"), entry("level", new Value.Single(number(1, "mV"), at()), new Value.Single(number(1, "ms"), at())));
        refused("x is not a number", "current", entry("for", 1, "ms"), entry("level", new Value.Single(new Expr.Name("x"), at())));
        refused("steps that lead nowhere", "current", entry("for", 1, "ms"), entry("level", family(0, 1, -1, "uA")));
        refused("a family of 10000001 members", "current", entry("for", 1, "ms"), entry("level", family(0, 1, 1e-7, "uA")));
        refused("a ramp where a number is wanted", "current", entry("for", 1, "ms"), entry("level", new Value.Ramp(Expr.number(0), number(1, "uA"), at())));
        refused("p.up.level is not a ramp", "current", block("ramp", "up", entry("for", 1, "ms"), entry("level", 1, "uA")));
        refused("a set protocol of nothing", "set", entry("for", 1, "ms"), entry("level", 1, "uA"));
        refused("not a finite number", "current", entry("for", 1, "ms"), entry("level", new Value.Single(new Expr.Quotient(number(1, "uA"), Expr.number(0)), at())));
        refused("level is given twice", "current", entry("for", 1, "ms"), entry("level", 1, "uA"), entry("level", 2, "uA"));
        refused("a step without a name", "current", new Item.Block("step", null, 1, null, List.of(), true, at()));
    }
}
