package loligo.dynamics;

import java.util.function.Function;

/// A problem, and all its equilibria at a setting of its parameters; for one thread.
///
/// @param find see [Equilibria]
public record Site(Problem problem, Function<double[], Equilibria> find) {}
