package loligo.kernel;

/// A result: the value of `node` goes to `array[index]`.
record Store(int node, Place array, int index) {
    /// The arrays of [Code], in the order of its arguments.
    enum Place {
        U, Y, C, A, B;

        @SuppressWarnings("EnumOrdinal")
        int number() {
            return ordinal();
        }
    }
}
