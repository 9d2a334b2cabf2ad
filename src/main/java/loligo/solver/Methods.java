package loligo.solver;

import java.util.List;
import java.util.stream.Collectors;

/// The methods by name.
public final class Methods {
    private Methods() {}

    private static final List<Method> ALL = List.of(ExplicitMethods.DORMAND_PRINCE, ExplicitMethods.KUTTA);

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
