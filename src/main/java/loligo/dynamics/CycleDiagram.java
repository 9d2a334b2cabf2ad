package loligo.dynamics;

import java.util.List;

/// Branches of cycles in a range of one parameter: those born at Hopf points, and those to which orbits from unstable equilibria settle.
///
/// @param simulated at so many values of the parameter orbits were simulated in search of cycles that no branch shows
/// @param unconfirmed signs of special points that a finer mesh did not confirm
/// @param whole whether all was done; false where the work would have been too much
public record CycleDiagram(List<Line> lines, int simulated, int unconfirmed, boolean whole) {
    /// No cycles.
    public static final CycleDiagram NONE = new CycleDiagram(List.of(), 0, 0, true);

    /// A branch from one end to the other.
    ///
    /// @param points in order along the branch
    public record Line(List<CycleBranch.Point> points, Ending begin, Ending end) {
        public Line {
            points = List.copyOf(points);
        }

        /// What happens along it.
        public List<Bifurcation> special() {
            return points.stream().flatMap(p -> p.special().stream()).toList();
        }
    }

    /// Follows the cycles of every Hopf point of a diagram; then, where no stable cycle is known, those that orbits settle on.
    ///
    /// @param parameters the active one is of no account // [k]
    /// @param slices at how many values of the parameter orbits are simulated where no stable cycle is known
    public static CycleDiagram of(Problem problem, double[] parameters, int active, Range range, EquilibriumDiagram equilibria, int slices) {
        return new CycleSearch(problem, active, range).diagram(parameters, equilibria, slices);
    }
}
