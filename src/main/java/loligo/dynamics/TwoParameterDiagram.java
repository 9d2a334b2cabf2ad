package loligo.dynamics;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Curves of saddle-nodes and Hopf points in a rectangle of the two parameters of a problem, and what stands still at the points of a grid, found without those curves: where
/// two neighbours of the grid differ, a curve must pass between them.
///
/// @param cuts how many diagrams in one parameter were made in search of points to begin at
/// @param unexplained between so many neighbours something changes, and no curve passes
/// @param unborn between so many neighbours at which the same rests, cycles begin or end, and no curve passes
/// @param left between so many neighbours one equilibrium enters or leaves the box in which equilibria are sought
public record TwoParameterDiagram(List<Line> lines, List<LoopLine> loops, List<DoublePoint> special, Grid grid, int cuts, int unexplained, int unborn, int left) {
    /// What a curve consists of.
    public enum Kind { SADDLE_NODE, HOPF, FOLD_OF_CYCLES, HOMOCLINIC, SNIC }

    /// A curve from one end to the other.
    ///
    /// @param points in order along the curve
    public record Line(Kind kind, List<TwoParameterBranch.Point> points, Ending begin, Ending end) {
        public Line {
            points = List.copyOf(points);
        }

        /// What happens along it, its ends included.
        public Stream<DoublePoint> special() {
            Stream<DoublePoint> ends = Stream.of(begin, end).filter(Ending.AtDoublePoint.class::isInstance).map(e -> ((Ending.AtDoublePoint) e).point());
            return Stream.concat(points.stream().flatMap(p -> p.special().stream()), ends);
        }
    }

    /// A curve of cycles, from one end to the other. Homoclinic orbits and saddle-nodes on cycles are stood for by cycles of one long period.
    ///
    /// @param points in order along the curve
    public record LoopLine(Kind kind, List<LoopPoint> points, Ending begin, Ending end) {
        public LoopLine {
            points = List.copyOf(points);
        }
    }

    /// @param parameters the two; of a saddle-node on a cycle those of the saddle-node, not of the cycle that passes it // [2]
    /// @param quantity of a homoclinic orbit the saddle quantity, else NaN
    public record LoopPoint(double[] parameters, Cycle cycle, double quantity) {}

    /// Points in the middle of equal cells, row by row from the lowest second parameter.
    ///
    /// @param cells // [rows*columns], fewer after an interruption
    public record Grid(int columns, int rows, List<Cell> cells) {
        public Grid {
            cells = List.copyOf(cells);
        }
    }

    /// What stands still at a setting of the parameters, and what moves for ever.
    ///
    /// @param growing how many directions grow at each equilibrium, ascending
    /// @param moving a state on what goes round; empty where nothing was found to // [n]
    /// @param period after which it comes back, or how long it was seen to move
    public record Cell(double[] parameters, List<Integer> growing, double[] moving, double period) {
        /// Whether something goes round.
        public boolean oscillates() {
            return moving.length > 0;
        }

        /// Whether the same stands still, and something or nothing goes round.
        boolean holdsSame(Cell other) {
            return growing.equals(other.growing) && oscillates() == other.oscillates();
        }

        /// How many equilibria are stable.
        public int stable() {
            return (int) growing.stream().filter(g -> g == 0).count();
        }
    }

    /// How closely the rectangle is looked at.
    ///
    /// @param columns, rows of the grid at first
    /// @param halvings how often its cells are cut in four where neighbours differ
    /// @param cycles whether cycles are looked for; not where events make the flow jump
    public record Look(int columns, int rows, int halvings, boolean cycles) {
        /// The same without cycles.
        public Look still() {
            return new Look(columns, rows, halvings, false);
        }
    }

    /// Seeks the curves.
    ///
    /// @param sites makes one for each lane
    /// @param ranges of the two parameters // [2]
    /// @param lanes how many cells of the grid are looked at at once
    /// @param progress hears which part is done, from several threads
    public static TwoParameterDiagram of(Supplier<Site> sites, Range[] ranges, Look look, int lanes, DoubleConsumer progress) {
        return new TwoParameterSearch(sites.get(), ranges).diagram(new GridSearch(sites, ranges, look.cycles(), lanes), look, progress);
    }
}
