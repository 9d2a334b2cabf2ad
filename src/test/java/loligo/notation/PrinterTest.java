package loligo.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import loligo.quantity.Unit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {
    static Stream<String> examples() {
        return Examples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleReadsBack(String name) {
        var items = Examples.parse(Examples.source(name)).items();
        assertEquals(Shape.of(items), Shape.of(Examples.parse(Printer.text(items)).items()), () -> Printer.text(items));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a + b * c", "(a + b) * c", "a - (b - c)", "a - b - c", "a / b / c", "a / (b / c)", "a^b^c", "(a^b)^c", "-a^2", "(-a)^2", "-(2)", "-2", "(-2)^2", "-2^2", "a^-b", "2 [mV]^2", "-(a + b)", "a * -b", "not a < b",
        "(not a) < 1", "a and b or c", "a and (b or c)", "not (a and b)", "if(a < b, 1 [ms], 2 [ms])", "exp(-(V + 40 [mV]) / 10 [mV])", "1e-9", "1.5e300", "a - -3", "--a", "NaV.m^3"})
    void needsNoMoreParentheses(String text) {
        assertEquals(text, Printer.text(Examples.expr(text)));
    }

    @Test
    void aPureNumberAmongOthersKeepsItsPurity() {
        var items = Examples.parse("a = 1 [1], 2 [mV]").items();
        assertEquals("a = 1 [1], 2 [mV]\n", Printer.text(items));
        assertEquals("b = 0 [mV] from -5 [mV] to 180 [mV]\n", Printer.text(Examples.parse("b = 0 [mV] from -5 to 180").items()));
    }

    @Property(tries = 1_000)
    void everyTreeReadsBack(@ForAll @From("trees") Expr tree) {
        String text = Printer.text(tree);
        assertEquals(tree, Examples.expr(text), text);
    }

    @Property(tries = 300)
    void everyTreeIsWellFormedMathML(@ForAll @From("trees") Expr tree) throws Exception {
        var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        var in = new java.io.ByteArrayInputStream(Formula.mathml(tree).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals("math", factory.newDocumentBuilder().parse(in).getDocumentElement().getTagName());
    }

    @Provide
    Arbitrary<Expr> trees() {
        Arbitrary<Expr> leaf = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.doubles().between(-1e12, 1e12), Arbitraries.of("1", "mV", "mS/cm^2", "degC")).as((value, unit) -> new Expr.Literal(value, Unit.parse(unit))),
                Arbitraries.integers().between(-3, 3).map(i -> Expr.number(i)),
                Arbitraries.of("V", "NaV.m", "k_on").map(Expr.Name::new));
        return tree(leaf, 5);
    }

    private static Arbitrary<Expr> tree(Arbitrary<Expr> leaf, int depth) {
        if (depth == 0) return leaf;
        Arbitrary<Expr> part = Arbitraries.lazy(() -> tree(leaf, depth - 1));
        Arbitrary<Expr> two = Combinators.combine(Arbitraries.integers().between(0, 7), part, part, Arbitraries.of(Expr.Relation.values())).as((kind, a, b, relation) -> switch (kind) {
            case 0 -> new Expr.Sum(a, b);
            case 1 -> new Expr.Difference(a, b);
            case 2 -> new Expr.Product(a, b);
            case 3 -> new Expr.Quotient(a, b);
            case 4 -> new Expr.Power(a, b);
            case 5 -> new Expr.And(a, b);
            case 6 -> new Expr.Or(a, b);
            default -> new Expr.Comparison(relation, a, b);
        });
        Arbitrary<Expr> one = Combinators.combine(Arbitraries.integers().between(0, 3), part).as((kind, a) -> switch (kind) {
            case 0 -> new Expr.Negation(a);
            case 1 -> new Expr.Not(a);
            case 2 -> new Expr.Call(Function.EXP, a);
            default -> new Expr.Call(Function.MIN, List.of(a, a, a));
        });
        return Arbitraries.oneOf(leaf, two, two, one);
    }

    @Test
    void formulasForPeople() {
        String shown = Formula.mathml(Examples.expr("0.07 [1/ms] * exp(-(V + 65 [mV]) / 20 [mV])"));
        assertTrue(shown.contains("<mn>0.07</mn><mspace width=\"0.17em\"/><mtext>1/ms</mtext>"), shown);
        assertTrue(shown.contains("<mfrac><mrow><mo>−</mo><mrow><mo>(</mo>"), shown);
        assertTrue(Formula.mathml(Examples.expr("k_on * NaV.alpha^2")).contains("<msub><mi>k</mi><mtext>on</mtext></msub><mo>⋅</mo><msup><msub><mi>α</mi><mtext>NaV</mtext></msub><mn>2</mn></msup>"));
        assertTrue(Formula.mathml(Examples.expr("1e-6 [um]")).contains("<mn>1</mn><mo>×</mo><msup><mn>10</mn><mn>−6</mn></msup><mspace width=\"0.17em\"/><mtext>µm</mtext>"));
        assertTrue(Formula.mathml(Examples.expr("2 [mV^(1/2)]")).contains("<mtext>mV¹⁄²</mtext>"));
    }
}
