package loligo.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParserTest {
    private static final Unit MV = Unit.parse("mV");

    static Stream<String> examples() {
        return Examples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleParses(String name) {
        assertFalse(Examples.parse(Examples.source(name)).items().isEmpty());
    }

    @Test
    void aFileThatBeginsWithModelIsThatModel() {
        Document document = Examples.parse(Examples.source("hodgkin-huxley"));
        assertEquals(1, document.items().size());
        var model = block(document.items().getFirst());
        assertEquals("HodgkinHuxley1952", title(model).text());
        assertEquals(List.of("cite", "temperature", "membrane", "ion", "ion", "channel", "channel"), model.body().stream().map(ParserTest::first).toList());
        var channel = block(model.body().get(5));
        assertEquals("Na", assertNotNullWord(channel.name()).text());
        var gate = block(channel.body().get(2));
        assertEquals(3, gate.power());
        assertEquals("m", title(gate).text());
    }

    @Test
    void anExperimentKeepsItsBlocksInOrder() {
        var items = Examples.parse(Examples.source("experiment")).items();
        assertEquals(Item.Title.Form.TEXT, title(block(items.get(0))).form());
        assertEquals(new Item.Title(Item.Title.Form.FILE, "hodgkin-huxley-1952", title(block(items.get(1))).at()), title(block(items.get(1))));
        assertEquals(24, items.size());
    }

    @Test
    void unitsAreCarriedToTheBareNumbersOfTheirEntry() {
        assertEquals("[-80.0 [mV], 60.0 [mV], 10.0 [mV]]", literals("a = -80 to 60 by 10 [mV]"));
        assertEquals("[0.1 [nM], 1.0 [nM], 10.0 [nM]]", literals("a = 0.1, 1, 10 [nM]"));
        assertEquals("[0.0 [uA/cm^2], -5.0 [uA/cm^2], 180.0 [uA/cm^2]]", literals("a = 0 [uA/cm^2] from -5 to 180"));
        assertEquals("[0.0 [mV], 0.0 [mV], 2.0 [mV]]", literals("a = 0 from 0 to 2 [mV]"));
        assertEquals("[1.0 [ms], 2.0 [1], 3.0 [1]]", literals("a = 1 [ms], 2, 3"));
        assertEquals("[1.0 [V], 2.0 [mV]]", literals("a = 1 [V] to 2 [mV]"));
        assertEquals("[1.0 [1], 2.0 [mV]]", literals("a = 1 [1] to 2 [mV]"));
        assertEquals("[1.0 [1], 2.0 [1], 3.0 [mV], 4.0 [mV]]", literals("a = 1 to 2 [1], 3 to 4 [mV]"));
    }

    @Test
    void precedence() {
        assertEquals(Examples.expr("a + (b * c)"), Examples.expr("a + b * c"));
        assertEquals(Examples.expr("(a - b) - c"), Examples.expr("a - b - c"));
        assertEquals(Examples.expr("(a / b) / c"), Examples.expr("a / b / c"));
        assertEquals(Examples.expr("a ^ (b ^ c)"), Examples.expr("a ^ b ^ c"));
        assertEquals(new Expr.Negation(Examples.expr("2 ^ 2")), Examples.expr("-2 ^ 2"));
        assertEquals(new Expr.Negation(Examples.expr("a ^ b")), Examples.expr("-a ^ b"));
        assertEquals(Examples.expr("(-a) * b"), Examples.expr("-a * b"));
        assertEquals(Examples.expr("a ^ (-(b ^ c))"), Examples.expr("a ^ -b ^ c"));
        assertEquals(new Expr.Literal(-80, MV), Examples.expr("-80 [mV]"));
        assertEquals(new Expr.Difference(new Expr.Name("a"), new Expr.Literal(80, MV)), Examples.expr("a -80 [mV]"));
        assertEquals(Examples.expr("(a or (b and (not (c < (d + e)))))"), Examples.expr("a or b and not c < d + e"));
    }

    @Test
    void celsiusIsAnAbsoluteTemperatureEvenBelowZero() {
        var literal = assertInstanceOf(Expr.Literal.class, Examples.expr("-5 [degC]"));
        assertEquals(268.15, literal.inside(), 1e-12);
    }

    @Test
    void windowsLineEndsAByteOrderMarkAndOddBlanksWork() {
        String text = Examples.source("hodgkin-huxley").text();
        var plain = Examples.parse(text).items();
        assertEquals(Shape.of(plain), Shape.of(Examples.parse("\ufeff" + text.replace("\n", "\r\n")).items()));
        assertEquals(Shape.of(plain), Shape.of(Examples.parse(text.replace("\n", "\r")).items()));
        assertEquals(Shape.of(plain), Shape.of(Examples.parse(text.replace(" ", "\u00a0")).items()));
    }

    @Test
    void everyNodeKnowsItsPlace() {
        var source = new Source("test", "a = f + exp(2*V)/3 [mV]");
        var document = Examples.parse(source);
        var value = assertInstanceOf(Value.Single.class, ((Item.Entry) document.items().getFirst()).values().getFirst());
        var sum = assertInstanceOf(Expr.Sum.class, value.expr());
        assertEquals("exp(2*V)/3 [mV]", cut(source, document.place(sum.right(), new Span(0, 0))));
        assertEquals("f", cut(source, document.place(sum.left(), new Span(0, 0))));
    }

    @Test
    void wordsOfAnExperimentTakeArguments() {
        var entry = (Item.Entry) Examples.parse("measure = peak(NaV.I, test), frequency").items().getFirst();
        var peak = assertInstanceOf(Value.Application.class, entry.values().getFirst());
        assertEquals("peak", peak.word());
        assertEquals(List.of(new Expr.Name("NaV.I"), new Expr.Name("test")), peak.arguments());
    }

    /// What is wrong, and what to write instead; exactly one mistake is told for each.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a = 10mV | write 10 [mV]", "a = 2V | write 2 [V]", "a = 2x | 2 * x", "a = V [mV] | Only numbers take units", "a = (1 + 2) [mV] | Only numbers take units", "a = 1 [mV] [mV] | once",
        "a = 1 < 2 < 3 | a < b and b < c", "a = | such as 40 [mV]", "a = 1 + | such as 40 [mV]", "a = (1 + 2 | Write )", "a = 1) | No parenthesis", "a = exq(1) + 1 | Did you mean exp?",
        "a = 1 [mv] | Did you mean mV?", "a = 1 [mV | write [mV]", "block { a = 1 | Write }", "a = 1 } | Remove it", "s = \"open | string ends on its line", "to = 1 | can have this name",
        "a = 1e400 | 1.8e308", "a = 1e-400 | 4.9e-324", "a = 1e308 [V] | too large", "α = 1 | Greek letters", "a = 1 − 2 | Write - instead", "gate m^0 { a = 1 } | 1 to 99",
        "a = exp(1, 2) | takes 1, not 2", "a = 1 + min(1) | takes 2 or more", "channel Na : { g = 1 } | belongs to", "use | on the same line", "experiment | experiment = value",
        "a = b = c | Compare with ==", "a = 1 2 | Write + - * /", "O -> C | Write the rate", "s { O <-> C : a } | both rates", "s { O -> C : a, b } | forward and back", "a.b c | without dots",
        "a = v' + 1 | left side has a prime", "a = 1 from 2 | from a to b", "a = 1.2.3 | one dot", "a = 5. | 5.0", "a = 1 + not b | (not a)", "a = 0 by 2 | family a to b by c",
        "a = 1 [degC/ms] | absolute temperature", "a = 1 ~ 2 | Remove it", "a = [mV] | after its number", "a = 5 mV b = 2 | write 5 [mV]", "a = 5 mS/cm^2 | write 5 [mS/cm^2]", "a = 1, b = 2 | remove the comma", "a = 4 [1/ms] exp(1) | Write + - * /", "a := 2 | Write = alone",
        "cite hodgkin 1952 | An entry is name = value", "membrane ( C = 1 ) | stands in { }", "ion Na ( E = (1) ) | stands in { }"})
    void saysWhatToWriteInstead(String text, String remedy) {
        var diagnostics = new Diagnostics();
        Parser.parse(new Source("test", text), diagnostics);
        assertEquals(1, diagnostics.count(), diagnostics::render);
        assertTrue(diagnostics.list().getFirst().remedy().contains(remedy), diagnostics::render);
    }

    @Test
    void tellsEveryMistakeOnceAndReadsTheRest() {
        var diagnostics = new Diagnostics();
        var document = Parser.parse(new Source("test", """
                a = 1 +
                b = 2 [mv]
                block x { c = ) 3  d = 4
                  e = 5 [mV]
                  f = (6
                }
                g = 7
                """), diagnostics);
        assertEquals(List.of(1, 2, 3, 5), diagnostics.list().stream().map(d -> d.source().line(d.at().start())).toList(), diagnostics::render);
        assertEquals(List.of("b", "block", "g"), document.items().stream().map(ParserTest::first).toList());
        assertEquals(List.of("d", "e"), block(document.items().get(1)).body().stream().map(ParserTest::first).toList());
    }

    @Test
    void keepsFiftyAndCountsTheOthers() {
        var diagnostics = new Diagnostics();
        Parser.parse(new Source("test", "a = )\n".repeat(1_000)), diagnostics);
        assertEquals(1_000, diagnostics.count());
        assertEquals(Diagnostics.MOST, diagnostics.list().size());
        assertTrue(diagnostics.render().endsWith("and 950 more mistakes\n"));
    }

    private static String literals(String text) {
        var entry = (Item.Entry) Examples.parse(text).items().getFirst();
        var all = Stream.concat(entry.values().stream().flatMap(ParserTest::parts), Stream.ofNullable(entry.range()).flatMap(r -> Stream.of(r.from(), r.to())));
        return all.map(e -> (Expr.Literal) e).map(l -> l.value() + " [" + l.unit().symbol() + "]").toList().toString();
    }

    private static Stream<Expr> parts(Value value) {
        return switch (value) {
            case Value.Single s -> Stream.of(s.expr());
            case Value.Ramp r -> Stream.of(r.from(), r.to());
            case Value.Family f -> Stream.of(f.from(), f.to(), f.by());
            case Value.Text _, Value.Application _, Value.Compared _ -> Stream.of();
        };
    }

    private static String cut(Source source, Span span) {
        return source.text().substring(span.start(), span.end());
    }

    private static Item.Block block(Item item) {
        return assertInstanceOf(Item.Block.class, item);
    }

    private static Item.Title title(Item.Block block) {
        Item.Title title = block.title();
        assertNotNull(title);
        return title;
    }

    private static Item.Word assertNotNullWord(Item.@Nullable Word word) {
        assertNotNull(word);
        return word;
    }

    private static String first(Item item) {
        return switch (item) {
            case Item.Block b -> b.kind();
            case Item.Entry e -> e.name();
            case Item.Arrow a -> a.from().text();
        };
    }

    @Test
    void arrowsHaveOneRateOrTwo() {
        var scheme = block(Examples.parse("scheme O { C <-> O : k_on, k_off    O -> D : k_d }").items().getFirst());
        assertNotNull(((Item.Arrow) scheme.body().get(0)).backward());
        assertNull(((Item.Arrow) scheme.body().get(1)).backward());
    }
}
