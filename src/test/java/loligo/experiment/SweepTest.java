package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loligo.feature.Feature;
import loligo.notation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A sweep over a number of a protocol is the study itself with that number written into its text, bit for bit.
class SweepTest {
    private static final String TEXT = """
            use hodgkin-huxley-1952
            patch axon : HodgkinHuxley1952 { }
            protocol kick : current { at = 5 [ms]  for = 0.5 [ms]  level = 30 [uA/cm^2] }
            protocol kinds : current {
              step up     { at = 12 [ms]  for = 3 [ms]  level = 4 [uA/cm^2] }
              pulses more { every = 4 [ms]  count = 2  for = 1 [ms]  level = 15 [uA/cm^2] }
            }
            protocol block : set { of = NaV.g  rest = 120 [mS/cm^2]  step less { at = 2 [ms]  for = 20 [ms]  level = 110 [mS/cm^2] } }
            simulate run { under = kick, kinds, block  until = 40 [ms]  record = V  measure = mean(V,up), min(NaV.I,more) }
            """;

    @ParameterizedTest
    @CsvSource({"kick.level, 20, [uA/cm^2]", "kick.for, 0.25, [ms]", "kick.at, 7, [ms]", "kinds.up.for, 3.5, [ms]", "kinds.more.count, 3, ''", "kinds.more.every, 3, [ms]",
        "block.rest, 100, [mS/cm^2]", "block.less.level, 90, [mS/cm^2]"})
    void isTheStudyWithThatNumber(String number, String value, String unit) {
        String measures = "spike_count, peak, mean, mean(V,up), min(NaV.I,more)";
        Findings swept = Loligo.run(TEXT + "sweep s { of = run  vary = " + number + "  over = " + value + ", " + value + " " + unit + "  measure = " + measures + " }");
        Findings written = Loligo.run(ExperimentReader.read(new Source("text", TEXT), new Shelf(null), List.of(number + "=" + value + " " + unit)));
        for (Result.Member member : swept.result("s").members()) {
            assertEquals(number, member.set().getFirst().name());
            for (Feature feature : member.features()) assertEquals(written.feature("run", feature.name()), feature);
        }
    }

    @Test
    void itsMembersAndItsSeriesCarryTheNumber() {
        Result result = Loligo.run(TEXT + "sweep strength { of = run  vary = kick.level  over = 2 to 30 by 7 [uA/cm^2]  measure = peak }").result("strength");
        assertEquals(List.of(2.0, 9.0, 16.0, 23.0, 30.0), result.members().stream().map(m -> m.set().getFirst().value()).toList());
        Series series = result.series();
        assertTrue(series != null && series.grid().name().equals("kick.level") && series.grid().unit().symbol().equals("uA/cm^2"));
    }

    @Test
    void countsAgainstCountsAreMarkedAtWholeNumbers() {
        Findings findings = Loligo.run(TEXT + "sweep s { of = run  vary = kinds.more.count  over = 1 to 3 by 1  measure = spike_count, crossings(V, -20 [mV]) }");
        String drawn = Figures.of(findings).stream().filter(f -> f.of().equals("s")).findFirst().orElseThrow().figure().svg();
        assertTrue(drawn.contains(">2</text>") && drawn.contains(">count</text>"), drawn);
        assertFalse(drawn.contains(".5</text>") || drawn.contains(".0</text>"), drawn);
    }
}
