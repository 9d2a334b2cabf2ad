package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import loligo.feature.Feature;
import loligo.figure.Figure;
import loligo.solver.Outcome;
import org.junit.jupiter.api.Test;

/// A recorded formula that is no number at some time leaves a gap in its column, and says so; the run and the other columns go on.
class GapTest {
    private static final Findings FINDINGS = Loligo.run("""
            model Leak { membrane { C = 1 [uF/cm^2]  V = -65 [mV] }  channel leak { g = 0.1 [mS/cm^2]  E = -60 [mV] } }
            patch cell : Leak { }
            simulate run { until = 50 [ms]  record = V, 1/(V+65 [mV]), (V+62 [mV])^0.5  measure = max(1/(V+65 [mV])), max(V), min((V+62 [mV])^0.5) }
            plot run { y = (V+62 [mV])^0.5 }
            """);
    private static final Result RUN = FINDINGS.result("run");

    @Test
    void theRunGoesOnAndSaysWhereGapsAre() {
        assertInstanceOf(Outcome.Completed.class, RUN.outcome());
        String gaps = "every run reached its end; 1/(V+65[mV]) and (V+62[mV])^0.5 are no numbers at some times, and have gaps there";
        assertEquals(gaps, RUN.message(RUN.outcome()));
        assertTrue(Tables.text(FINDINGS).contains(gaps), Tables.text(FINDINGS));
        assertTrue(ReportPage.html(FINDINGS, List.of()).contains("have gaps there"));
    }

    @Test
    void featuresOfTheColumnSayWhyThereAreNone() {
        Feature highest = FINDINGS.feature("run", "max(1/(V+65[mV]))");
        assertEquals(null, highest.value());
        assertEquals("1/(V+65[mV]) is no number at some time of the window", highest.note());
        Double v = FINDINGS.feature("run", "max(V)").value();
        assertTrue(v != null && Math.abs(v - (-60 - 5 * StrictMath.exp(-5))) < 1e-6);
    }

    @Test
    void theColumnHasEmptyFieldsAndTheLineBreaks() throws IOException {
        Series series = RUN.series();
        assertTrue(series != null);
        double[] roots = series.column("(V+62[mV])^0.5").values();
        double begins = 10 * StrictMath.log(5.0 / 2); // V = -62 mV
        for (int i = 0; i < roots.length; i++) {
            double t = series.grid().values()[i];
            if (t < begins) assertTrue(Double.isNaN(roots[i]), "at " + t);
            if (t > begins + 5) assertEquals(StrictMath.sqrt(2 - 5 * StrictMath.exp(-t / 10)), roots[i], 1e-6, "at " + t);
        }
        StringWriter csv = new StringWriter();
        series.write(csv);
        assertTrue(csv.toString().lines().skip(2).findFirst().orElseThrow().endsWith(",,"), csv.toString().substring(0, 200));
        Result.Traces traces = assertInstanceOf(Result.Traces.class, RUN);
        assertTrue(Arrays.stream(traces.portraits().getFirst().values()[2]).anyMatch(Double::isNaN));
        Figure figure = Figures.of(FINDINGS).getFirst().figure();
        assertTrue(figure.svg().length() > 100 && !figure.svg().contains("NaN"));
    }
}
