package loligo.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loligo.notation.Diagnostic;
import loligo.notation.Diagnostics;
import loligo.notation.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables of numbers as they come: read to the digit, or refused with line, column and remedy.
class SheetTest {
    private final Diagnostics diagnostics = new Diagnostics();
    private @Nullable String unnamed;

    private @Nullable Curve attempt(String text, @Nullable String column) {
        return new Sheet(new Source("stim.csv", text), diagnostics).curve(column, (problem, remedy) -> unnamed = problem + ": " + remedy);
    }

    private Curve read(String text, @Nullable String column) {
        Curve curve = attempt(text, column);
        assertEquals(0, diagnostics.count(), diagnostics::render);
        assertNotNull(curve);
        return curve;
    }

    @Test
    void unitsAreThoseOfTheSecondLine() {
        Curve curve = read("t,I,V\ns,nA,mV\n0.001,1,-65\n0.002,-2e-1,-64\n0.0045,+.5,-63\n", "I");
        assertArrayEquals(new double[] {0, 1, 3.5}, curve.times(), 1e-12);
        assertArrayEquals(new double[] {1e-3, -2e-4, 5e-4}, curve.heights(), 1e-18);
        assertEquals("nA", curve.unit().symbol());
    }

    @Test
    void whatSpreadsheetsDoToTextsIsRead() {
        Curve curve = read("\ufefft , \"peak(I,test)\"\r\nms, mV \r\n 0, 1\r\n\t1 ,2\r\n\r\n  \r\n", null);
        assertArrayEquals(new double[] {1, 2}, curve.heights());
        assertArrayEquals(new double[] {1, 2}, read("t,\"a \"\"b\"\"\"\nms,mV\n0,1\n1,2", "a \"b\"").heights());
        assertArrayEquals(new double[] {1, 2}, read("t,V,gap\nms,mV,mV\n0,1,\n1,2,NaN", "V").heights());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                                 | 1:1 | an empty file",
        "t                                | 1:1 | one column",
        "t;V/ms;mV/0;1/1;2                | 1:1 | semicolons between columns",
        "t,V                              | 1:4 | 0 units for 2 names",
        "t,V/ms/0,1/1,2                   | 2:1 | 1 units for 2 names",
        "t,V/ms,/0,1/1,2                  | 2:4 | a column without a unit",
        "t,V/0,1/1,2                      | 2:1 | this is no unit",
        "V,t/mV,ms/0,1/1,2                | 2:1 | the first column is no time",
        "t,V/ms,mV                        | 2:6 | no numbers",
        "t,V/ms,mV/0,1                    | 3:1 | one row of numbers",
        "t,V/ms,mV/0,1/1,/2,3             | 4:3 | a gap",
        "t,V/ms,mV/0,1//1,2               | 4:1 | 1 cell under 2 names",
        "t,V/ms,mV/0,1/1,2,3              | 4:1 | 3 cells under 2 names",
        "t,V/ms,mV/0,1/1,two              | 4:3 | this is no number",
        "t,V/ms,mV/0,1/1,NaN              | 4:3 | this is no number",
        "t,V/ms,mV/0,1/1,Infinity         | 4:3 | this is no number",
        "t,V/ms,mV/0,1/1,0x1p3            | 4:3 | this is no number",
        "t,V/ms,mV/0,1/1,1d               | 4:3 | this is no number",
        "t,V/ms,mV/0,1/1,1e400            | 4:3 | this is no number",
        "t,V/ms,mV/0,1/1,2/1,3            | 5:1 | time does not go on",
        "t,V/ms,mV/0,1/1,2/0.5,3          | 5:1 | time does not go on"})
    void mistakesAreToldWhereTheyStand(@Nullable String text, String place, String problem) {
        assertNull(attempt(text == null ? "" : text.replace('/', '\n'), null));
        Diagnostic first = diagnostics.list().getFirst();
        String told = first.source().line(first.at().start()) + ":" + first.source().column(first.at().start()) + " " + first.problem();
        assertTrue(told.startsWith(place + " " + problem), told);
        assertTrue(first.remedy().length() > 20);
    }

    @Test
    void anUnknownColumnIsGuessed() {
        assertNull(attempt("t,current,V\nms,nA,mV\n0,1,2\n1,2,3", "curent"));
        assertTrue(String.valueOf(unnamed).startsWith("no column curent: Did you mean current?"), unnamed);
        assertNull(attempt("t,V,I\nms,mV,nA\n0,1,2\n1,2,3", null));
        assertTrue(String.valueOf(unnamed).startsWith("which column?"), unnamed);
        assertEquals(0, diagnostics.count());
    }

    @Test
    void aMillionRowsAreReadAndOneMoreIsNot() {
        StringBuilder text = new StringBuilder("t,V\nms,mV\n");
        for (int i = 0; i < Sheet.MOST_ROWS; i++) text.append(i).append(",1\n");
        assertEquals(Sheet.MOST_ROWS, read(text.toString(), null).times().length);
        assertNull(attempt(text + "1000000,1\n", null));
        assertEquals("more than 1000000 rows", diagnostics.list().getFirst().problem());
    }

    @Test
    void aFewMistakesAreEnough() {
        assertNull(attempt("t,V\nms,mV\n" + "0,x\n".repeat(100_000), null));
        assertTrue(diagnostics.count() < 10, diagnostics.count() + " mistakes");
    }
}
