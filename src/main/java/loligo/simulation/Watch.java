package loligo.simulation;

/// Someone who waits for a computation: is told how far it is, and may ask it to stop.
public interface Watch {
    /// Nobody waits, nobody interrupts.
    Watch NOBODY = new Watch() {
        @Override
        public boolean interrupted() {
            return false;
        }

        @Override
        public void reached(double fraction) {}
    };

    /// Asked at every step; true stops the computation, which keeps what it found.
    boolean interrupted();

    /// How far the computation is, 0 to 1; called often, so it must be cheap.
    void reached(double fraction);
}
