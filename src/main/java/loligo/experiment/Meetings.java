package loligo.experiment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loligo.dynamics.DoublePoint;
import loligo.dynamics.Ending;
import loligo.model.Equations;
import loligo.quantity.Unit;

/// Where curves in the plane of two numbers meet and end, in the names and units of the preparation.
final class Meetings {
    private static final double VISIBLE = 1e-6; // of the range: less is written as zero

    private final Study.PhaseDiagram study;

    Meetings(Study.PhaseDiagram study) {
        this.study = study;
    }

    /// Named and numbered.
    List<Result.Meeting> of(List<DoublePoint> points) {
        Map<String, Integer> counts = new HashMap<>();
        return points.stream().map(this::of).sorted(Comparator.comparingDouble(m -> m.at()[0]))
                .map(m -> new Result.Meeting(Shorthand.of(m.kind()) + counts.merge(m.kind(), 1, Integer::sum), m.kind(), m.at(), m.error(), m.equilibrium(), m.coefficients(), m.sentence())).toList();
    }

    private Result.Meeting of(DoublePoint point) {
        return switch (point) {
            case DoublePoint.Cusp at -> meeting("cusp", at, Map.of("cubic", at.cubic()), at.cubic() < 0
                    ? "two curves of saddle-nodes meet and vanish: between them there are three equilibria, the outer ones alike, beyond the cusp one" : "two curves of saddle-nodes meet and vanish: between them there are three equilibria, the outer ones unstable, beyond the cusp one");
            case DoublePoint.BogdanovTakens at -> meeting("bogdanov_takens", at, both("quadratic", at.quadratic(), "mixed", at.mixed()),
                    "a curve of Hopf points ends on one of saddle-nodes, and one of loops of the saddle begins; the Hopf points beside it are " + (at.mixed() < 0 ? "supercritical" : "subcritical"));
            case DoublePoint.GeneralisedHopf at -> meeting("generalised_hopf", at, Map.of("frequency", at.frequency()), "the Hopf points change between supercritical and subcritical, and a curve on which cycles fold begins");
            case DoublePoint.ZeroHopf at -> meeting("zero_hopf", at, Map.of("frequency", at.frequency()), "a saddle-node and a Hopf point coincide");
            case DoublePoint.DoubleHopf at -> meeting("double_hopf", at, both("frequency", at.frequency(), "other_frequency", at.other()), "two Hopf points coincide");
            case DoublePoint.SaddleNodeLoop at -> meeting("saddle_node_loop", at, Map.of(), "the loop of a saddle meets the saddle-node at which it vanishes: on one side firing begins on the saddle-node, with no lowest frequency, on the other beside the rest");
        };
    }

    private static Map<String, Double> both(String first, double a, String second, double b) {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put(first, a);
        all.put(second, b);
        return all;
    }

    private static Result.Meeting meeting(String kind, DoublePoint point, Map<String, Double> coefficients, String sentence) {
        return new Result.Meeting("", kind, point.place().parameters(), point.place().error(), point.at(), coefficients, sentence);
    }

    /// Why a curve goes no further.
    String ending(Ending ending, double[] last) {
        return switch (ending) {
            case Ending.LeftRange _ -> "left the rectangle at " + place(last);
            case Ending.LeftBox end -> {
                Equations.State state = study.on().equations().states().get(end.unknown());
                yield state.name() + " left its range at " + quantity(end.value(), state.unit()) + ", with " + place(last);
            }
            case Ending.ClosedLoop _ -> "came back to where it began";
            case Ending.StepTooSmall _ -> "no further point was found at " + place(last) + ": what is followed changes too sharply there, as cycles do in a canard explosion, or the equations jump or are not smooth";
            case Ending.TooLong end -> "stopped after " + end.points() + " points, as many as one curve may have";
            case Ending.Interrupted _ -> "interrupted at " + place(last);
            case Ending.AtDoublePoint end -> "ended in the " + (end.point() instanceof DoublePoint.SaddleNodeLoop ? "saddle-node-loop" : "Bogdanov-Takens") + " point at " + place(end.point().parameters());
            case Ending.FoldsShrink end -> "the cycles shrank to a point near " + place(end.parameters()) + ", as they do at a generalised Hopf point";
            case Ending.LoopShrinks end -> "the loops shrank to a point near " + place(end.parameters()) + ", as they do at a Bogdanov-Takens point";
            case Ending.NotLong end -> "the cycles of period " + quantity(end.period(), Unit.parse("ms")) + " linger nowhere at " + place(end.parameters());
            case Ending.AtHopf _, Ending.Snic _, Ending.Homoclinic _, Ending.InfinitePeriod _ -> throw new IllegalStateException("Loligo's own bug: a curve in two numbers ended like a branch in one");
        };
    }

    /// Both numbers as they are written.
    String place(double[] at) {
        return named(study.x(), at[0]) + ", " + named(study.y(), at[1]);
    }

    private static String named(Study.Free free, double inside) {
        Unit unit = free.vary().unit();
        double seen = Math.abs(inside) < VISIBLE * free.over().width() && free.over().contains(0) ? 0 : inside;
        return free.vary().name() + " = " + quantity(seen, unit);
    }

    private static String quantity(double inside, Unit unit) {
        return Digits.value(unit.outside(inside), Double.NaN) + unit.after();
    }
}
