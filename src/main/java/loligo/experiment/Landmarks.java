package loligo.experiment;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loligo.dynamics.Bifurcation;
import loligo.dynamics.Cycle;
import loligo.dynamics.CycleDiagram;
import loligo.dynamics.Ending;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.EquilibriumDiagram;
import org.jspecify.annotations.Nullable;

/// The special points of a diagram, each once, named and numbered.
final class Landmarks {
    private final Study.Continue study;
    private final Telling telling;

    Landmarks(Study.Continue study, Telling telling) {
        this.study = study;
        this.telling = telling;
    }

    List<Result.Landmark> of(EquilibriumDiagram equilibria, CycleDiagram cycles) {
        List<Result.Landmark> all = new ArrayList<>();
        equilibria.lines().forEach(line -> line.special().forEach(b -> all.add(of(b))));
        cycles.lines().forEach(line -> line.special().forEach(b -> all.add(of(b))));
        cycles.lines().stream().flatMap(line -> Stream.of(line.begin(), line.end())).forEach(ending -> {
            if (ending instanceof Ending.Snic snic) all.add(of(snic));
            if (ending instanceof Ending.Homoclinic homoclinic) all.add(of(homoclinic));
        });
        return numbered(all);
    }

    private static List<Result.Landmark> numbered(List<Result.Landmark> all) {
        Map<String, Integer> counts = new HashMap<>();
        return all.stream().sorted(Comparator.comparingDouble(Result.Landmark::at))
                .map(p -> new Result.Landmark(Shorthand.of(p.kind()) + counts.merge(p.kind(), 1, Integer::sum), p.kind(), p.at(), p.error(), p.equilibrium(), p.cycle(), p.coefficients(), p.sentence()))
                .toList();
    }

    private Result.Landmark of(Bifurcation special) {
        return switch (special) {
            case Bifurcation.SaddleNode at -> ofEquilibrium("saddle_node", at, at.at(), saddleNode(at));
            case Bifurcation.Hopf at -> ofEquilibrium("hopf", at, at.at(), coefficients(entry("frequency", at.frequency()), entry("lyapunov", at.lyapunov()), entry("lyapunov_error", at.lyapunovError())));
            case Bifurcation.BranchPoint at -> ofEquilibrium("branch_point", at, at.at(), Map.of());
            case Bifurcation.FoldOfCycles at -> ofCycle("fold_of_cycles", at, at.at(), Map.of());
            case Bifurcation.PeriodDoubling at -> ofCycle("period_doubling", at, at.at(), Map.of());
            case Bifurcation.Torus at -> ofCycle("torus", at, at.at(), coefficients(entry("angle", at.angle())));
            case Bifurcation.BranchPointOfCycles at -> ofCycle("branch_point_of_cycles", at, at.at(), Map.of());
        };
    }

    /// Per unit in which the varied number is shown.
    private Map<String, Double> saddleNode(Bifurcation.SaddleNode at) {
        double scale = study.vary().unit().scale();
        return coefficients(entry("quadratic", at.quadratic()), entry("quadratic_error", at.quadraticError()), entry("drive", at.drive() * scale), entry("bottleneck", at.bottleneck() / Math.sqrt(scale)));
    }

    private Result.Landmark of(Ending.Snic end) {
        double scale = study.vary().unit().scale();
        Map<String, Double> coefficients = coefficients(entry("period_coefficient", end.coefficient() / Math.sqrt(scale)), entry("extrapolated", study.vary().unit().outside(end.extrapolated())), entry("longest_period", end.longest()));
        return new Result.Landmark("", "snic", end.point().parameter(), end.point().error(), end.point().at(), null, coefficients, telling.of(end));
    }

    private Result.Landmark of(Ending.Homoclinic end) {
        Map<String, Double> coefficients = coefficients(entry("saddle_quantity", end.saddleQuantity()), entry("longest_period", end.longest()));
        return new Result.Landmark("", "homoclinic", end.parameter(), end.error(), end.saddle(), null, coefficients, telling.of(end));
    }

    private Result.Landmark ofEquilibrium(String kind, Bifurcation special, Equilibrium at, Map<String, Double> coefficients) {
        return new Result.Landmark("", kind, special.parameter(), special.error(), at, null, coefficients, telling.of(special));
    }

    private Result.Landmark ofCycle(String kind, Bifurcation special, @Nullable Cycle at, Map<String, Double> coefficients) {
        return new Result.Landmark("", kind, special.parameter(), special.error(), null, at, coefficients, telling.of(special));
    }

    /// In the order in which they are written.
    @SafeVarargs
    private static Map<String, Double> coefficients(Map.Entry<String, Double>... entries) {
        Map<String, Double> all = new LinkedHashMap<>();
        for (Map.Entry<String, Double> entry : entries) all.put(entry.getKey(), entry.getValue());
        return all;
    }
}
