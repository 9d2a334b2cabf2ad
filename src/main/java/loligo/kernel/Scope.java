package loligo.kernel;

/// What a name stands for where an expression is lowered.
interface Scope {
    /// The node of a full name.
    ///
    /// @throws IllegalArgumentException when the name means nothing here
    int node(String name);
}
