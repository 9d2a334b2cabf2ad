package loligo.recording;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Reels that have been read, to be used again: memory that was just used is at hand, and nobody has to clear it. For several threads.
public final class Reels {
    private final ConcurrentLinkedDeque<Reel> idle = new ConcurrentLinkedDeque<>();

    /// A reel that begins at time 0 and has room for so many runs and just so many panels.
    ///
    /// @param headings always the same
    public Reel take(int panels, List<Heading> headings, int runs) {
        Reel reel = idle.poll();
        if (reel == null || !reel.fits(panels, runs)) return new Reel(0, panels, headings, runs);
        reel.wind();
        return reel;
    }

    /// Takes back a reel whose recordings nobody looks at any more.
    public void give(Reel reel) {
        idle.push(reel);
    }
}
