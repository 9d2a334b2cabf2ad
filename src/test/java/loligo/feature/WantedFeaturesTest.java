package loligo.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import loligo.recording.Recording;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Some features, read without the others.
class WantedFeaturesTest {
    /// Those that are asked for are what they are among all, and without a recorded rate of change where they do not need it.
    @Property(tries = 60)
    void someAreAsAmongAll(@ForAll @Size(60) List<@DoubleRange(min = -90, max = 50) Double> heights) {
        Recording recording = FeaturesTest.record(FeaturesTest.MV, t -> heights.get((int) Math.min(59, t * 10)) + 3 * t, FeaturesTest.even(0, 6, 60));
        for (Stimulation stimulation : FeaturesTest.STIMULATIONS) {
            List<Feature> all = Features.of(recording, "V", 0.1, 5.9, stimulation);
            for (Feature one : all) assertEquals(List.of(one), Features.of(recording, "V", 0.1, 5.9, stimulation, stimulation == null || stimulation.step() == null ? null : stimulation.step().unit(), Set.of(one.name(), "no feature")));
        }
    }

    @Test
    void whatNeedsTheRateOfChangeIsKnown() {
        Recording plain = FeaturesTest.record(FeaturesTest.MV, t -> 60 * Math.sin(t), FeaturesTest.even(0, 30, 300));
        Recording.Column v = plain.column("V");
        double[] nonsense = new double[v.values().length];
        Arrays.fill(nonsense, Double.NaN);
        Recording without = new Recording(plain.edges(), List.of(v, new Recording.Column(Features.rate("V"), FeaturesTest.MV, nonsense)), new double[0]);
        for (String name : Features.names()) {
            if (!Features.rated(Set.of(name))) assertEquals(Features.of(plain, "V", 0, 30, null, null, Set.of(name)), Features.of(without, "V", 0, 30, null, null, Set.of(name)), name);
        }
        assertTrue(Features.rated(Set.of("peak", "threshold")));
    }
}
