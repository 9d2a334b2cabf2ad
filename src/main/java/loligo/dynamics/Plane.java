package loligo.dynamics;

/// A plane cut through the states of a problem: two unknowns vary, the others are held or follow them.
///
/// @param horizontal, vertical the two unknowns
/// @param across, up where they vary
public record Plane(int horizontal, int vertical, Range across, Range up, Completion completion) {
    /// The full state at a point of the plane.
    public interface Completion {
        /// Writes the state with these two unknowns in place into `state` // [n]
        void at(double h, double v, double[] state);
    }

    public Plane {
        if (!across.bounded() || !up.bounded()) throw new IllegalArgumentException("a plane needs bounded ranges, got " + across + " and " + up);
    }

    /// The other unknowns stay as in `state` // [n]
    public static Plane held(int horizontal, int vertical, Range across, Range up, double[] state) {
        double[] kept = state.clone();
        return new Plane(horizontal, vertical, across, up, (h, v, y) -> {
            System.arraycopy(kept, 0, y, 0, kept.length);
            y[horizontal] = h;
            y[vertical] = v;
        });
    }
}
