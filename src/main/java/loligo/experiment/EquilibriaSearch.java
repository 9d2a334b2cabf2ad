package loligo.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import loligo.dynamics.Equilibria;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Interval;
import loligo.dynamics.Problem;
import loligo.dynamics.Range;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Equations;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import loligo.solver.Outcome;

/// Seeks all equilibria of a preparation: of a membrane through one equation in V, of other equations by many starts.
final class EquilibriaSearch {
    static final List<String> CITES = List.of("farrell-birkisson-funke-2015", "lapack-1999");
    static final List<String> PROVEN = List.of("moore-1966", "moore-kearfott-cloud-2009", "lapack-1999");
    static final List<String> SAMPLED = List.of("lapack-1999");
    private static final int PATIENCE = 200;       // starts in vain
    private static final double TOLERANCE = 1e-11; // where Newton's method ends

    private EquilibriaSearch() {}

    static Result perform(Study.Equilibria study, Progress progress) {
        Kernel kernel = Kernel.compile(study.on().equations());
        KernelField field = ProblemOf.field(kernel);
        Problem problem = ProblemOf.resting(field, kernel.equations(), study.over());
        boolean membrane = kernel.equations().states().getFirst().dimension().equals(Dimension.POTENTIAL);
        Optional<SteadyStates> steady = membrane ? SteadyStates.of(kernel, field, problem, study.over()) : Optional.empty();
        if (progress.interrupted()) return nothing(study);
        Result result = steady.map(s -> sampled(study, kernel, field, problem, s)).orElseGet(() -> sought(study, problem));
        progress.reached(study.name(), 1);
        return result;
    }

    private static Result sampled(Study.Equilibria study, Kernel kernel, KernelField field, Problem problem, SteadyStates steady) {
        Range over = study.over();
        Equilibria all = Equilibria.reduced(problem, new double[0], steady.enclosed(), over);
        List<Equilibrium> found = all.found();
        Series curve = SteadyCurve.of(kernel, field, steady, found, over);
        return new Result.Standstills(study, done(found.size()), how(all), found, GateFeedback.of(study.on(), found), sentence(all, study.on().equations(), over), curve);
    }

    private static Result.Procedure how(Equilibria all) {
        return all.completeness() instanceof Equilibria.Completeness.Proven ? procedure("intervals of the steady-state balance, then Newton's method", PROVEN) : procedure("sampling the steady-state balance, then Newton's method", SAMPLED);
    }

    private static Result sought(Study.Equilibria study, Problem problem) {
        Equilibria all = Equilibria.search(problem, new double[0], PATIENCE);
        return new Result.Standstills(study, done(all.found().size()), procedure("Newton's method with deflation", CITES), all.found(), GateFeedback.of(study.on(), all.found()), all.completeness().sentence(), null);
    }

    static String sentence(Equilibria all, Equations equations, Range over) {
        Unit unit = equations.states().getFirst().unit();
        String range = " from " + Digits.value(unit.outside(over.low()), 0) + " to " + Digits.value(unit.outside(over.high()), 0) + unit.after();
        return switch (all.completeness()) {
            case Equilibria.Completeness.Sampled(double spacing) -> "The steady-state balance was sampled every " + Digits.value(unit.outside(spacing), Double.NaN) + unit.after() + range
                    + ", finer where it bends towards zero; a pair of equilibria closer than that could be missed.";
            case Equilibria.Completeness.Proven(List<Interval> undecided) -> "Interval arithmetic proves that there is no other equilibrium" + range + (undecided.isEmpty() ? "." : ", except perhaps within "
                    + undecided.stream().map(i -> Digits.value(unit.outside(i.width()), Double.NaN) + unit.after() + " of " + Digits.value(unit.outside(i.middle()), i.width() / unit.scale())).collect(Collectors.joining(" and "))
                    + ", where two meet, a formula has a corner, or the range ends.");
            case Equilibria.Completeness.ManyStarts many -> many.sentence();
        };
    }

    static Outcome done(int count) {
        return new Outcome.Completed(count == 0 ? "no equilibrium was found" : Digits.counted(count, "equilibrium was found", "equilibria were found"));
    }

    private static Result nothing(Study.Equilibria study) {
        return new Result.Standstills(study, Outcome.Stopped.onRequest(" before the search began"), procedure("none", List.of()), List.of(), List.of(), "Nothing was searched.", null);
    }

    static Result.Procedure procedure(String name, List<String> cites) {
        return new Result.Procedure(name, cites, TOLERANCE, Double.NaN);
    }
}
