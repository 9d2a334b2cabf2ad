package loligo.dynamics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A line between two basins.
///
/// @param one, other what lies on either side; one < other
/// @param points along it // [points][2]
public record Border(int one, int other, double[][] points) {
    /// The lines that join where a border crosses the pieces between neighbouring nodes of a raster (marching squares, Lorensen & Cline 1987 in the plane), from where three basins meet or
    /// the window ends to the next such place, or once round.
    static List<Border> of(Crossings crossings) {
        return new Joining(crossings).lines();
    }

    private static final class Joining {
        private final Crossings crossings;
        private final Map<Integer, List<Integer>> joined = new LinkedHashMap<>(); // crossings by their piece; below zero the squares where several meet
        private final Map<Integer, double[]> places = new LinkedHashMap<>();

        Joining(Crossings crossings) {
            this.crossings = crossings;
            Window window = crossings.window();
            for (int row = 0; row < window.pieces(); row++) {
                for (int column = 0; column < window.pieces(); column++) square(window.node(column, row), crossings.around(column, row, 1));
            }
        }

        private void square(int corner, List<Crossings.Crossing> crossed) {
            crossed.forEach(c -> places.put(c.piece(), c.place()));
            if (crossed.size() == 2) {
                join(crossed.getFirst().piece(), crossed.getLast().piece());
                return;
            }
            double[] middle = new double[2];
            for (Crossings.Crossing c : crossed) for (int i = 0; i < 2; i++) middle[i] += c.place()[i] / crossed.size();
            for (Crossings.Crossing c : crossed) join(c.piece(), -1 - corner);
            if (!crossed.isEmpty()) places.put(-1 - corner, middle);
        }

        private void join(int a, int b) {
            joined.computeIfAbsent(a, _ -> new ArrayList<>()).add(b);
            joined.computeIfAbsent(b, _ -> new ArrayList<>()).add(a);
        }

        List<Border> lines() {
            List<Border> lines = new ArrayList<>();
            Set<Long> gone = new HashSet<>();
            for (boolean ends : new boolean[] {true, false}) {
                for (Map.Entry<Integer, List<Integer>> from : joined.entrySet()) {
                    if ((from.getValue().size() != 2) != ends) continue;
                    for (int next : from.getValue()) if (!gone.contains(step(from.getKey(), next))) lines.add(follow(from.getKey(), next, gone));
                }
            }
            return lines;
        }

        private static long step(int a, int b) {
            return ((long) Math.min(a, b) << 32) | (Math.max(a, b) & 0xffff_ffffL);
        }

        private Border follow(int from, int next, Set<Long> gone) {
            List<double[]> points = new ArrayList<>(List.of(place(from)));
            int piece = from >= 0 ? from : next;
            for (int at = from, to = next; gone.add(step(at, to)); ) {
                points.add(place(to));
                List<Integer> on = joined.getOrDefault(to, List.of());
                if (on.size() != 2) break;
                int before = at;
                at = to;
                to = on.getFirst() == before ? on.getLast() : on.getFirst();
            }
            int[] sides = crossings.sides(piece);
            return new Border(Math.min(sides[0], sides[1]), Math.max(sides[0], sides[1]), points.toArray(double[][]::new));
        }

        private double[] place(int vertex) {
            double[] at = places.getOrDefault(vertex, new double[2]);
            return new double[] {crossings.window().h(at[0]), crossings.window().v(at[1])};
        }
    }
}
