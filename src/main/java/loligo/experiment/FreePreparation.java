package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loligo.dynamics.Equilibria;
import loligo.dynamics.Problem;
import loligo.dynamics.Range;
import loligo.dynamics.Site;
import loligo.kernel.Kernel;
import loligo.model.Equations;
import loligo.quantity.Dimension;

/// A preparation, inputs at rest, some of whose numbers are free within ranges: as a problem of dynamics, and where it stands still. Not for several threads.
final class FreePreparation {
    private static final int LOOKS = 40;    // potentials at which steady states are looked at
    private static final double ROOM = 5;   // sizes
    private static final int PATIENCE = 60; // starts in vain

    private final Kernel kernel;
    private final FamilyOf family;
    private final Range within;
    private final Problem problem;

    /// @param within where the first unknown is looked for, membrane units
    FreePreparation(Preparation on, List<Study.Free> numbers, Range within) {
        this(Kernel.compile(on.equations()), numbers, within);
    }

    /// @param kernel may be shared with other threads
    FreePreparation(Kernel kernel, List<Study.Free> numbers, Range within) {
        this.kernel = kernel;
        this.family = new FamilyOf(kernel, numbers.stream().map(n -> n.vary().name()).toList());
        this.within = within;
        this.problem = roomy(ProblemOf.varied(family, kernel.equations(), numbers.stream().map(Study.Free::over).toList(), within), numbers);
    }

    Site site() {
        return new Site(problem, this::standstills);
    }

    /// Its box holds every unknown's steady states, at the ends of the ranges and in their middle.
    Problem problem() {
        return problem;
    }

    Equations equations() {
        return kernel.equations();
    }

    private Problem roomy(Problem problem, List<Study.Free> numbers) {
        List<Range> box = new ArrayList<>(problem.box());
        for (double[] setting : settings(numbers)) {
            Optional<SteadyStates> steady = steady(problem, setting);
            for (int k = 0; k <= LOOKS && steady.isPresent(); k++) {
                double[] state = steady.get().state(within.at((double) k / LOOKS));
                for (int i = 1; i < state.length; i++) if (Double.isFinite(state[i])) box.set(i, box.get(i).holding(state[i] - ROOM * problem.size()[i]).holding(state[i] + ROOM * problem.size()[i]));
            }
        }
        return new Problem(problem.family(), problem.size(), problem.parameterSize(), box);
    }

    /// Low, middle and high of each number, in all combinations.
    private static List<double[]> settings(List<Study.Free> numbers) {
        List<double[]> all = List.of(new double[0]);
        for (Study.Free number : numbers) {
            List<double[]> longer = new ArrayList<>();
            for (double[] before : all) {
                for (double part : new double[] {0, 0.5, 1}) {
                    double[] setting = java.util.Arrays.copyOf(before, before.length + 1);
                    setting[before.length] = number.over().at(part);
                    longer.add(setting);
                }
            }
            all = longer;
        }
        return all;
    }

    private Optional<SteadyStates> steady(Problem problem, double[] setting) {
        boolean membrane = kernel.equations().states().getFirst().dimension().equals(Dimension.POTENTIAL);
        return membrane ? SteadyStates.of(kernel, family.field(setting), problem, within) : Optional.empty();
    }

    /// All equilibria at one setting of the numbers.
    Equilibria standstills(double[] p) {
        return steady(problem, p).map(s -> Equilibria.reduced(problem, p, s, within)).orElseGet(() -> Equilibria.search(problem, p, PATIENCE));
    }
}
