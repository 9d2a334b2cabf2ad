package loligo.feature;

/// One spike. Times in ms, heights in membrane units.
///
/// @param time when it counts as having happened, see [Spikes]
/// @param troughTime when the lowest point before it was reached
/// @param peakTime when it was highest
/// @param next where its stretch ends: at the next spike's peak, or at the end of the window
/// @param low the lowest point between its peak and `next`
public record Spike(double time, double troughTime, double trough, double peakTime, double peak, double next, double lowTime, double low) {}
