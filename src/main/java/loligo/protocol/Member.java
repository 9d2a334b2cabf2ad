package loligo.protocol;

import java.util.List;
import loligo.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/// One member of a family of protocols.
///
/// @param settings what distinguishes it, in the order of the text; empty where there is no family
/// @param waveform what it does
/// @param windows when its phases take place
public record Member(List<Chosen> settings, Waveform waveform, List<Window> windows) {
    public Member {
        settings = List.copyOf(settings);
        windows = List.copyOf(windows);
    }

    /// A number that was chosen from a family, as it was written.
    public record Chosen(String name, Quantity value) {}

    /// A phase and when it takes place, ms.
    public record Window(String phase, double start, double end) {}

    /// The window of a phase, null when there is none of this name.
    public @Nullable Window window(String phase) {
        for (Window window : windows) if (window.phase.equals(phase)) return window;
        return null;
    }
}
