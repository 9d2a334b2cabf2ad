/// How a simulator is used.
///
/// @param says what to people
/// @param setting a step in ms or a tolerance; of a search, where it begins
record Way(Simulator simulator, String method, String says, double setting) {
    private static final double PATIENCE = 20_000; // ms of processor time for one run of a search

    double many() {
        return simulator.many(method);
    }

    Simulator.Second one() {
        return simulator.one(method, setting);
    }

    private Way with(double other) {
        return new Way(simulator, method, says, other);
    }

    /// The same with the coarsest setting, of ten to a decade, that keeps the last spike within the bound and whose finer neighbour does so too;
    /// the latest that was tried where patience ends before.
    Way coarsest(Reference reference, double bound) {
        Way before = null;
        for (Way way = this; ; way = way.with(finer(way.setting))) {
            Simulator.Second second = way.one();
            boolean within = reference.within(second.spikes(), bound);
            if (within && before != null) return before;
            if (second.milliseconds() > PATIENCE) return way;
            before = within ? way : null;
        }
    }

    /// A tenth of a decade below, with two digits.
    private static double finer(double setting) {
        double below = setting / StrictMath.pow(10, 0.1);
        double digit = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(below)) - 1);
        return Double.parseDouble(Table.number("%.1e", StrictMath.rint(below / digit) * digit));
    }
}
