package loligo.experiment;

import loligo.dynamics.Bifurcation;
import loligo.dynamics.Cycle;
import loligo.dynamics.Ending;
import loligo.dynamics.Range;
import loligo.model.Equations;
import loligo.quantity.Unit;

/// Says in the names and units of a preparation what happens on a branch and why it ends.
final class Telling {
    private final Study.Continue study;

    Telling(Study.Continue study) {
        this.study = study;
    }

    private String number(double inside) {
        return study.vary().name() + " = " + quantity(inside, study.vary().unit());
    }

    /// The end of the range that is meant, without what rounding left of it.
    private double nearest(double inside) {
        Range range = study.over();
        return inside - range.low() < range.high() - inside ? range.low() : range.high();
    }

    private static String quantity(double inside, Unit unit) {
        return Digits.value(unit.outside(inside), Double.NaN) + unit.after();
    }

    private static String time(double ms) {
        return Digits.value(ms, Double.NaN) + " ms";
    }

    private static String period(Cycle cycle) {
        return Digits.told(Periods.of(cycle.period(), cycle.periodError()));
    }

    /// Why a branch goes no further.
    String ending(Ending ending) {
        return switch (ending) {
            case Ending.LeftRange end -> "left the range at " + number(nearest(end.parameter()));
            case Ending.LeftBox end -> {
                Equations.State state = study.on().equations().states().get(end.unknown());
                yield state.name() + " left its range at " + quantity(end.value(), state.unit()) + ", with " + number(end.parameter());
            }
            case Ending.ClosedLoop _ -> "came back to where it began";
            case Ending.StepTooSmall end -> "no further point was found at " + number(end.parameter()) + ": the equations may jump there or not be smooth, or the range is too narrow to step in";
            case Ending.TooLong end -> "stopped after " + end.points() + " points, as many as one study may cost";
            case Ending.Interrupted end -> "interrupted at " + number(end.parameter());
            case Ending.AtHopf end -> "shrank to the Hopf point at " + number(end.point().parameter());
            case Ending.Snic end -> "came to a saddle-node on the cycle at " + number(end.point().parameter()) + ", the period growing without bound";
            case Ending.Homoclinic end -> "became a loop from a saddle to itself at " + number(end.parameter()) + ", the period growing without bound";
            case Ending.InfinitePeriod end -> "the period reached " + time(end.longest()) + " at " + number(end.parameter()) + " and seems to grow without bound; neither a saddle-node nor a saddle was found on the cycle";
            case Ending.AtDoublePoint _, Ending.FoldsShrink _, Ending.LoopShrinks _, Ending.NotLong _ -> throw new IllegalStateException("Loligo's own bug: a branch in one parameter ended like a curve in two");
        };
    }

    /// What happens at a special point.
    String of(Bifurcation special) {
        return switch (special) {
            case Bifurcation.SaddleNode at -> "two equilibria meet and vanish; there are none of them where " + study.vary().name() + " is " + (at.quadratic() * at.drive() > 0 ? "larger" : "smaller");
            case Bifurcation.Hopf at -> at.criticality() + ": " + switch (at.criticality()) {
                case SUPERCRITICAL -> "the cycle born there is stable within its plane";
                case SUBCRITICAL -> "the cycle born there is unstable";
                case DEGENERATE -> "its first Lyapunov coefficient can not be told from zero";
            };
            case Bifurcation.BranchPoint _ -> "two branches of equilibria cross";
            case Bifurcation.FoldOfCycles at -> "two cycles meet and vanish, with a period of " + period(at.at());
            case Bifurcation.PeriodDoubling at -> "a cycle of twice the period of " + period(at.at()) + " branches off";
            case Bifurcation.Torus at -> "a torus branches off a cycle with a period of " + period(at.at());
            case Bifurcation.BranchPointOfCycles at -> "two branches of cycles cross, with a period of " + period(at.at());
        };
    }

    String of(Ending.Snic end) {
        return "a saddle-node sits on the cycle: its period grows without bound as " + Digits.value(end.point().bottleneck() / Math.sqrt(study.vary().unit().scale()), Double.NaN)
                + " ms over the root of the distance" + (study.vary().unit().pure() ? "" : " in " + study.vary().unit().symbol());
    }

    String of(Ending.Homoclinic end) {
        return "the cycle becomes a loop from a saddle to itself; the saddle quantity is " + (end.saddleQuantity() < 0 ? "negative, so that in the plane of the loop the cycle born there is stable" : "positive, so that the cycle born there is unstable");
    }
}
