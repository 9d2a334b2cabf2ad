package loligo.recording;

import java.util.stream.DoubleStream;

/// Finds where the rate of change of a trace passes a level: on each panel between the bends of the quartic, and by jumps at its ends.
final class SlopePassages {
    private SlopePassages() {}

    static double[] of(Trace trace, double level, Direction direction) {
        DoubleStream.Builder times = DoubleStream.builder();
        Quartic quartic = new Quartic();
        boolean up = direction == Direction.UP;
        boolean before = !up;
        boolean begun = false;
        for (int panel = 0; panel < trace.panels(); panel++) {
            quartic.load(trace.values(), panel * Recording.NODES);
            double scaled = level * (trace.edges()[panel + 1] - trace.edges()[panel]);
            double from = 0;
            for (int k = 0; k <= 3; k++) {
                double to = stop(quartic, k);
                if (!(to >= from && to <= 1)) continue;
                boolean now = quartic.slope(to) >= scaled;
                if (begun && now != before && now == up) times.add(trace.time(panel, from == to ? to : quartic.slopeRoot(scaled, from, to)));
                before = now;
                begun = true;
                from = to;
            }
        }
        return times.build().toArray();
    }

    /// Where on a panel the slope may be extreme or jump: its ends and the bends between; k from 0 to 3. NaN or outside for none.
    private static double stop(Quartic quartic, int k) {
        return switch (k) {
            case 0 -> 0;
            case 1 -> quartic.firstBend();
            case 2 -> quartic.secondBend();
            default -> 1;
        };
    }
}
