package loligo.feature.curve;

import java.util.stream.IntStream;
import loligo.feature.Feature;
import loligo.feature.fit.Fitted;
import loligo.feature.fit.LeastSquares;
import loligo.feature.fit.Line;

/// What firing over current tells; x is a current, y a frequency or a number of spikes, zero where the membrane is silent.
public final class Firing {
    private Firing() {}

    /// `rheobase`: half-way between the strongest current of those that are too weak, and the weakest that fires; its error is half of their distance.
    public static Feature rheobase(Curve firing) {
        int first = first(firing);
        if (first == firing.count()) return new Feature("rheobase", null, firing.xUnit(), 0, null, "it is silent at all these currents");
        if (first == 0) return new Feature("rheobase", null, firing.xUnit(), 0, null, "it fires at the weakest of these currents already");
        double low = firing.x()[first - 1];
        double high = firing.x()[first];
        return new Feature("rheobase", (low + high) / 2, firing.xUnit(), (high - low) / 2, (high - low) / 2, "between " + low + " and " + high);
    }

    /// The gain: the line through all points that fire, from the first on.
    ///
    /// @param upTo the strongest current that counts, in the unit of x
    public static Fitted gain(Curve firing, double upTo) {
        int[] kept = IntStream.range(first(firing), firing.count()).filter(i -> firing.x()[i] <= upTo && firing.y()[i] > 0).toArray();
        double[] x = IntStream.of(kept).mapToDouble(i -> firing.x()[i]).toArray();
        double[] y = IntStream.of(kept).mapToDouble(i -> firing.y()[i]).toArray();
        return LeastSquares.fit(new Line(), new Curve(x, y, firing.xUnit(), firing.yUnit()).points());
    }

    private static int first(Curve firing) {
        return IntStream.range(0, firing.count()).filter(i -> firing.y()[i] > 0).findFirst().orElse(firing.count());
    }
}
