package loligo.feature.fit;

import java.util.List;
import java.util.Optional;

/// A curve y = f(x; p) with a name in the field. Some of its parameters enter linearly; these stand first.
public interface Law {
    String name();

    /// As it is written, with the parameters' names.
    String formula();

    List<Parameter> parameters();

    /// How many parameters, counted from the first, f is linear in.
    int linear();

    double value(double x, double[] p);

    /// The derivatives of [#value] by the parameters.
    ///
    /// @param into // [parameters]
    void gradient(double x, double[] p, double[] into);

    /// Values from which to try the parameters that do not enter linearly, spread over all that the points can show // [tries][parameters - linear]
    double[][] tries(Points points);

    /// Why these points are none of this law, before anything is fitted.
    default Optional<String> refusal(Points points) {
        return Optional.empty();
    }

    /// Why the best parameters say nothing about these points.
    default Optional<String> objection(double[] p, Points points) {
        return Optional.empty();
    }

    /// A curve of fewer parameters, or the limit of this one, that must not come as near to the points.
    default Optional<Law> simpler() {
        return Optional.empty();
    }

    /// The same curve with its parameters in their customary order.
    default double[] arranged(double[] p) {
        return p;
    }

    /// Whether points that do not vary determine it.
    default boolean mayBeFlat() {
        return false;
    }
}
