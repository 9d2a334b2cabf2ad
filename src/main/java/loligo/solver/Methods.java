package loligo.solver;

import java.util.List;
import java.util.stream.Collectors;

/// The methods by name.
public final class Methods {
    private Methods() {}

    /// The default: explicit until the equations turn out to be stiff.
    public static final Method.Automatic AUTOMATIC = new Method.Automatic("automatic",
            ExplicitMethods.DORMAND_PRINCE, RosenbrockMethods.RODAS5P,
            "The explicit pair dopri5, which hands over to the Rosenbrock pair rodas5p where the equations are stiff: the default.");

    private static final List<Method> ALL = List.of(
            AUTOMATIC,
            ExplicitMethods.DORMAND_PRINCE,
            RosenbrockMethods.RODAS5P,
            ExplicitMethods.KUTTA,
            new Method.ExponentialEuler("exponential_euler", "hochbruck-ostermann-2010",
                    "Exponential Euler with a fixed step, of order 1: for comparison with simulators that use it."),
            new Method.RushLarsen("rush_larsen", 1, "rush-larsen-1978",
                    "The method of Rush and Larsen with a fixed step, of order 1: gates by their exponential, V and the rest by forward Euler."),
            new Method.RushLarsen("rush_larsen2", 2, "sundnes-2009",
                    "The generalised method of Rush and Larsen by Sundnes and others with a fixed step, of order 2."));

    /// Every method, the default first.
    public static List<Method> all() {
        return ALL;
    }

    /// The method of this name.
    ///
    /// @throws IllegalArgumentException naming the methods there are
    public static Method of(String name) {
        for (Method method : ALL) if (method.name().equals(name)) return method;
        String names = ALL.stream().map(Method::name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("no method is called '" + name + "'; there are " + names);
    }
}
