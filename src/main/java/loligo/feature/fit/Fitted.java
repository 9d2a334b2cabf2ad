package loligo.feature.fit;

import java.util.List;
import loligo.quantity.Unit;

/// What came of a fit: numbers, or a sentence.
public sealed interface Fitted {
    /// The law whose curve comes nearest to the points.
    ///
    /// @param residuals measured minus fitted, in the unit of y // [n]
    /// @param rms root of the weighted mean square of the residuals, in the unit of y
    /// @param rSquared share of the variance of y that the curve explains; 0 where y does not vary
    /// @param freedom points minus parameters
    record Fit(Law law, List<Estimate> estimates, double[] residuals, double rms, double rSquared, int freedom) implements Fitted {
        public Fit {
            estimates = List.copyOf(estimates);
        }

        /// The parameter of this name.
        public Estimate estimate(String name) {
            return estimates.stream().filter(e -> e.name.equals(name)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(law.name() + " has no parameter " + name + " among " + estimates.stream().map(Estimate::name).toList()));
        }

        /// The fitted curve, in the unit of y.
        public double value(double x) {
            return law.value(x, estimates.stream().mapToDouble(Estimate::value).toArray());
        }
    }

    /// A parameter.
    ///
    /// @param halfWidth of its 95 % interval of confidence, in `unit`
    record Estimate(String name, double value, Unit unit, double halfWidth) {}

    /// The fit can not be made.
    ///
    /// @param why a sentence without its full stop
    record NoFit(Law law, String why) implements Fitted {}
}
