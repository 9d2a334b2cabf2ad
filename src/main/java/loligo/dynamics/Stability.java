package loligo.dynamics;

import loligo.linear.Spectrum;

/// What the linearised flow around an equilibrium does.
public enum Stability {
    STABLE_NODE("stable node"),
    STABLE_FOCUS("stable focus"),
    SADDLE("saddle"),
    UNSTABLE_NODE("unstable node"),
    UNSTABLE_FOCUS("unstable focus"),
    /// An eigenvalue on the imaginary axis, to rounding: the linearised flow does not decide.
    NON_HYPERBOLIC("non-hyperbolic");

    private static final double ON_THE_AXIS = 1e-10; // of the largest eigenvalue

    private final String words;

    Stability(String words) {
        this.words = words;
    }

    /// By the eigenvalues. In more than two dimensions a focus is where the flow turns in some plane: where any two eigenvalues are complex.
    public static Stability of(Spectrum spectrum) {
        double largest = 0;
        for (int i = 0; i < spectrum.size(); i++) largest = Math.max(largest, spectrum.modulus(i));
        int unstable = 0;
        boolean turns = false;
        for (int i = 0; i < spectrum.size(); i++) {
            if (Math.abs(spectrum.real()[i]) <= ON_THE_AXIS * largest) return NON_HYPERBOLIC;
            if (spectrum.real()[i] > 0) unstable++;
            turns |= spectrum.imaginary()[i] != 0;
        }
        if (unstable == 0) return turns ? STABLE_FOCUS : STABLE_NODE;
        if (unstable == spectrum.size()) return turns ? UNSTABLE_FOCUS : UNSTABLE_NODE;
        return SADDLE;
    }

    public boolean stable() {
        return this == STABLE_NODE || this == STABLE_FOCUS;
    }

    /// As programs read it: `stable_node`.
    public String word() {
        return words.replace(' ', '_').replace('-', '_');
    }

    @Override
    public String toString() {
        return words;
    }
}
