package loligo.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which attractor each point of a plane goes to, and where the borders lie.
///
/// @param pieces into which either side of the plane is cut
/// @param label of each node, row by row from the lowest: an attractor by its number, [#NOWHERE] or [#AWAY] // [(pieces + 1)^2]
/// @param attractors equilibria by their first unknown, then cycles by their period
/// @param idle equilibria that repel nothing in the linearised flow but do not draw visibly either: none of them is an attractor here
/// @param shares of the plane, by label
/// @param borders lines between two labels
/// @param orbits how many were followed
/// @param whole false after an interruption
public record Basins(int pieces, int[] label, List<Attractor> attractors, List<Equilibrium> idle, SortedMap<Integer, Share> shares, List<Border> borders, int orbits, boolean whole) {
    /// Of orbits that had not settled when the time was over, on anything that was known.
    public static final int NOWHERE = Settler.NOWHERE;
    /// Of orbits that left for good.
    public static final int AWAY = Settler.AWAY;

    /// Relative, of orbits.
    public static final double TOLERANCE = 1e-6;

    static final double[] IDLE = {0};
    private static final int COARSE = 64;      // nodes
    private static final double PATIENCE = 20; // of the slowest time constant of an equilibrium
    private static final double PROBE = 8;     // times that, of the first orbits
    private static final double SLOWER = 4;    // than the slowest of those
    private static final int IN_VAIN = 4;      // orbits that settle on nothing that could be found
    private static final double SAME = 1e-4;   // of a period
    private static final int HALVINGS = 8;
    private static final int ROUND = 400;      // looks once round a cycle
    private static final int LOOKS = 9;
    private static final double ASIDE = 1e-3;  // of a piece

    /// A part of the plane.
    ///
    /// @param error estimated from half as many nodes
    public record Share(double value, double error) {}

    /// @param grounds makes what one thread needs
    /// @param equilibria all that are known
    /// @param lines points of lines known to part the plane: what they pass is looked at closely // [lines][points][2]
    /// @param pieces into which either side of the plane is cut: a multiple of 64
    /// @param hands how many threads; the result does not depend on it
    public static Basins of(Supplier<Ground> grounds, int horizontal, int vertical, Range across, Range up, List<Equilibrium> equilibria, List<double[][]> lines, int pieces, int hands, DoubleConsumer progress) {
        if (pieces % COARSE != 0) throw new IllegalArgumentException("a plane is cut into a multiple of " + COARSE + " pieces, not " + pieces);
        return new Search(grounds, new Window(horizontal, vertical, across, up, pieces), equilibria, hands, progress).basins(lines);
    }

    private static final class Search {
        private final Supplier<Ground> grounds;
        private final Ground ground;
        private final Window window;
        private final int hands;
        private final DoubleConsumer progress;
        private final List<Attractor> attractors = new ArrayList<>();
        private final List<Equilibrium> idle = new ArrayList<>();
        private double time; // that an orbit may take
        private double longest;
        private int inVain;

        Search(Supplier<Ground> grounds, Window window, List<Equilibrium> equilibria, int hands, DoubleConsumer progress) {
            this.grounds = grounds;
            this.ground = grounds.get();
            this.window = window;
            this.hands = hands;
            this.progress = progress;
            this.time = PATIENCE / slowest(equilibria);
            for (Equilibrium e : equilibria) {
                if (e.growing() > 0) continue;
                Optional<Attractor.Rest> rest = e.stability().stable() ? Attractor.Rest.of(ground.problem(), e) : Optional.empty();
                rest.ifPresentOrElse(attractors::add, () -> idle.add(e));
            }
            for (Equilibrium e : equilibria) {
                if (e.growing() > 0 && ground.problem().dimension() > 1) for (double away : CycleSearch.kicks(e)) CycleSearch.settled(ground.problem(), e, away).ifPresent(this::add);
            }
        }

        /// The smallest rate at which anything grows or decays near an equilibrium, or on the way through the window.
        private double slowest(List<Equilibrium> equilibria) {
            double least = Double.POSITIVE_INFINITY;
            for (Equilibrium e : equilibria) for (double[] pair : e.eigenvalues()) if (pair[0] != 0) least = Math.min(least, Math.abs(pair[0]));
            if (least < Double.POSITIVE_INFINITY) return least;
            double[] y = new double[ground.problem().dimension()], rate = new double[y.length];
            double sum = 0;
            for (int k = 0; k < LOOKS; k++) {
                double[] place = Halton.point(k + 1, List.of(window.across(), window.up()));
                ground.plane().at(place[0], place[1], y);
                ground.problem().evaluate(y, IDLE, rate);
                sum += Math.abs(rate[window.horizontal()]) / window.across().width() + Math.abs(rate[window.vertical()]) / window.up().width();
            }
            return sum > 0 && sum < Double.POSITIVE_INFINITY ? sum / LOOKS : 1;
        }

        private void add(Cycle cycle) {
            boolean known = attractors.stream().anyMatch(a -> a instanceof Attractor.Round(Cycle other, Gate[] _) && Math.abs(other.period() / cycle.period() - 1) < SAME && passes(other, cycle.at(0)));
            if (!known && cycle.stable()) Attractor.Round.of(ground.problem(), Cycles.doubled(ground.problem(), cycle)).ifPresent(attractors::add);
        }

        private boolean passes(Cycle cycle, double[] y) {
            for (int k = 0; k < ROUND; k++) if (ground.problem().distance(cycle.at((double) k / ROUND), y) < 1) return true;
            return false;
        }

        Basins basins(List<double[][]> lines) {
            for (int row = 0; row <= window.pieces(); row += COARSE) for (int column = 0; column <= window.pieces(); column += COARSE) probe(window.node(column, row));
            Raster raster = raster(lines);
            while (raster.whole() && news(raster.labelled(NOWHERE))) raster = raster(lines);
            if (raster.orbits() > 0) raster.refine(this::labels);
            return raster.orbits() > 0 ? whole(raster) : new Basins(window.pieces(), new int[0], attractors, idle, new TreeMap<>(), List.of(), 0, false);
        }

        private Raster raster(List<double[][]> lines) {
            attractors.sort(Comparator.comparing((Attractor a) -> a instanceof Attractor.Round).thenComparingDouble(Search::order));
            time = Math.max(time, SLOWER * longest);
            Raster raster = new Raster(window, lines);
            raster.begin(this::labels);
            return raster;
        }

        /// Whether an orbit that had not settled does so on something new.
        private boolean news(List<Integer> nodes) {
            int before = attractors.size();
            for (int node : nodes) {
                probe(node);
                if (attractors.size() > before) return true;
                if (inVain > IN_VAIN) return false;
            }
            return false;
        }

        /// One orbit, to find what it settles on, or how long that takes.
        private void probe(int node) {
            if (inVain > IN_VAIN || Thread.currentThread().isInterrupted()) return;
            Settler settler = new Settler(ground, window, attractors, PROBE * time);
            int goal = settler.goal(window.h(window.column(node)), window.v(window.row(node)));
            if (goal != NOWHERE) {
                longest = Math.max(longest, settler.spent());
                return;
            }
            int before = attractors.size();
            if (ground.problem().dimension() > 1) Cycles.settled(ground.problem(), settler.end(), IDLE, time).ifPresent(this::add);
            if (attractors.size() == before) inVain++;
        }

        private static double order(Attractor attractor) {
            return switch (attractor) {
                case Attractor.Rest rest -> rest.equilibrium().state()[0];
                case Attractor.Round round -> round.cycle().period();
            };
        }

        private Basins whole(Raster raster) {
            int[] label = raster.labels();
            List<Integer> pieces = Crossings.pieces(window, label);
            List<Double> parts = raster.whole() ? found(pieces, (settler, piece) -> crossing(settler, label, piece), 0.97) : List.of();
            if (parts.size() < pieces.size()) parts = pieces.stream().map(_ -> 0.5).toList();
            Crossings crossings = Crossings.of(window, label, pieces, parts.stream().mapToDouble(Double::doubleValue).toArray());
            return new Basins(window.pieces(), label, List.copyOf(attractors), List.copyOf(idle), shares(crossings), Border.of(crossings), raster.orbits() + HALVINGS * pieces.size(), raster.whole());
        }

        private static SortedMap<Integer, Share> shares(Crossings crossings) {
            SortedMap<Integer, Double> fine = crossings.shares(1), coarse = crossings.shares(2);
            SortedMap<Integer, Share> shares = new TreeMap<>();
            fine.forEach((label, share) -> shares.put(label, new Share(share, Math.abs(share - coarse.getOrDefault(label, 0.0)) + Math.ulp(1.0) * crossings.window().nodes())));
            return shares;
        }

        /// How far along a piece the label of its beginning reaches: the interval is halved.
        private double crossing(Settler settler, int[] label, int piece) {
            int node = piece / 2;
            double low = 0, high = 1;
            for (int k = 0; k < HALVINGS; k++) {
                double part = low + (high - low) / 2;
                double column = window.column(node) + (piece % 2 == 0 ? part : 0), row = window.row(node) + (piece % 2 == 0 ? 0 : part);
                if (settler.goal(window.h(column), window.v(row)) == label[node]) low = part;
                else high = part;
            }
            return low + (high - low) / 2;
        }

        private int[] labels(List<Integer> nodes, double part) {
            return found(nodes, (settler, node) -> settled(settler, window.column(node), window.row(node)), part).stream().mapToInt(Integer::intValue).toArray();
        }

        /// What begins on a border by chance is asked again from beside it.
        private int settled(Settler settler, int column, int row) {
            int goal = settler.goal(window.h(column), window.v(row));
            return goal == NOWHERE ? settler.goal(window.h(column + ASIDE), window.v(row + ASIDE / 2)) : goal;
        }

        /// Fewer than the tasks after an interruption.
        private <R> List<R> found(List<Integer> tasks, BiFunction<Settler, Integer, R> work, double part) {
            List<Attractor> known = List.copyOf(attractors);
            List<@Nullable R> results = new Crew<>(() -> new Settler(grounds.get(), window, known, time), hands).each(tasks, work, _ -> { });
            progress.accept(part);
            int missing = results.indexOf(null);
            return results.subList(0, missing < 0 ? results.size() : missing).stream().map(Objects::requireNonNull).toList();
        }
    }
}
