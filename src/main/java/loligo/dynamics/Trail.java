package loligo.dynamics;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a [Walk] passes, handed out point by point, and why it ended. The owner calls [#prepare] when it is made.
///
/// @param <S> what the walk knows at a point
/// @param <P> what the owner makes of it
abstract class Trail<S extends Curve.Sample, P> implements Iterator<P>, Walk.Guide<S> {
    private final Walk<S> walk;
    private @Nullable P next;
    private int points;

    /// @param ignored see [Walk]
    Trail(Curve<S> curve, Strides strides, S start, boolean... ignored) {
        walk = new Walk<>(curve, this, strides, start, ignored);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public P next() {
        P point = next;
        if (point == null) throw new NoSuchElementException("the branch has ended");
        prepare();
        return point;
    }

    void prepare() {
        next = null;
        while (next == null) {
            Optional<Walk.Passed<S>> passed = walk.next();
            if (passed.isEmpty()) return;
            next = point(passed.get());
        }
        points++;
    }

    S here() {
        return walk.here();
    }

    /// The step that would come next, in sizes.
    double stride() {
        return walk.stride();
    }

    /// Why the branch ended; empty while it goes on.
    public Optional<Ending> ending() {
        Walk.Stop stop = walk.stop();
        if (stop == null || next != null) return Optional.empty();
        return Optional.of(switch (stop) {
            case CLOSED -> new Ending.ClosedLoop(points);
            case TOO_LONG -> new Ending.TooLong(points);
            case AT_TEST, TOO_SMALL, INTERRUPTED, GUIDE -> ending(stop);
        });
    }

    /// Null where nothing is to be handed out.
    abstract @Nullable P point(Walk.Passed<S> passed);

    /// The ending that the owner makes of a stop, neither of a closed loop nor of too many points.
    abstract Ending ending(Walk.Stop stop);
}
