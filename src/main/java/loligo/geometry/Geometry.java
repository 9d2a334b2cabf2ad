package loligo.geometry;

/// Where a membrane sits in space, as nodes that each carry one potential.
public sealed interface Geometry permits Patch {
    /// The word of the notation.
    String word();

    int nodes();
}
