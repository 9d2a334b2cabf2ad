package loligo.experiment;

import loligo.feature.Feature;
import loligo.quantity.Dimension;

/// How long a cycle takes, as a number with an error, or with a sentence that says why it has none.
final class Periods {
    private Periods() {}

    /// @param error estimated; NaN where a finer mesh did not hold the cycle
    static Feature of(double period, double error) {
        return new Feature("period", period, Dimension.TIME.unit(), 0, Double.isNaN(error) ? null : error, null).unchecked("on a mesh of twice as many intervals the cycle was not found again");
    }
}
