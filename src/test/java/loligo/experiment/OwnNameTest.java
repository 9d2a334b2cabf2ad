package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import loligo.notation.Source;
import org.junit.jupiter.api.Test;

/// What a study varies may be written with the name of its preparation, as `--set` writes it.
class OwnNameTest {
    @Test
    void thePreparationMayStandBeforeItsNumber() {
        Experiment read = ExperimentReader.read(new Source("own.loligo", """
                use hodgkin-huxley-1952
                patch soma : HodgkinHuxley1952 { }
                simulate s { on = soma until = 50 [ms] }
                sweep a { of = s vary = soma.I over = 0, 10 [uA/cm^2] measure = frequency }
                continue b { on = soma vary = soma.NaV.g over = 50 to 200 [mS/cm^2] }
                """), new Shelf(Path.of(".")), List.of());
        assertEquals("I", ((Study.Sweep) read.studies().get(1)).vary().name());
        assertEquals("NaV.g", ((Study.Continue) read.studies().get(2)).vary().name());
    }
}
