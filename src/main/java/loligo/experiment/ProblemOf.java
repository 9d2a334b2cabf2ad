package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loligo.dynamics.Family;
import loligo.dynamics.Problem;
import loligo.dynamics.Range;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.model.Equations;
import loligo.quantity.Dimension;
import loligo.simulation.Stimulus;

/// The equations of a preparation, inputs at rest, as a problem of dynamics.
final class ProblemOf {
    private static final double SMALL_GATE = 0.01;
    private static final double SMALL_PART = 0.005; // of a range
    private static final double WIDE = 10; // times the beginning, or the unit where that is larger
    private static final Range FRACTION = new Range(-0.05, 1.05);

    private ProblemOf() {}

    /// With no parameter to vary. Not for several threads.
    ///
    /// @param first where the first unknown may be
    static Problem resting(KernelField field, Equations equations, Range first) {
        return new Problem(Family.of(equations.states().size(), 0, p -> field), sizes(equations), new double[0], box(field.initial(0), equations, first));
    }

    /// With numbers that vary within ranges. Not for several threads.
    ///
    /// @param ranges of the family's free numbers, membrane units
    /// @param first where the first unknown may be
    static Problem varied(FamilyOf family, Equations equations, List<Range> ranges, Range first) {
        double[] middle = ranges.stream().mapToDouble(r -> r.at(0.5)).toArray();
        double[] small = ranges.stream().mapToDouble(r -> r.width() * SMALL_PART).toArray();
        return new Problem(family, sizes(equations), small, box(family.field(middle).initial(0), equations, first));
    }

    private static List<Range> box(double[] beginning, Equations equations, Range first) {
        List<Range> box = new ArrayList<>();
        box.add(first);
        List<Equations.State> states = equations.states();
        for (int i = 1; i < states.size(); i++) box.add(gate(states.get(i), equations) ? FRACTION : around(states.get(i), beginning[i]));
        return box;
    }

    static KernelField field(Kernel kernel) {
        return kernel.field(kernel.parameters(), new Stimulus(Stimulus.resting(kernel.equations()), List.of()));
    }

    /// A part of a whole, which lies between 0 and 1: an unknown without a unit of a membrane, not of free equations.
    static boolean gate(Equations.State state, Equations equations) {
        return state.dimension().equals(Dimension.NONE) && SteadyCurve.membrane(equations);
    }

    /// A box for what is known by its beginning alone.
    static Range around(Equations.State state, double beginning) {
        double reach = WIDE * Math.max(state.unit().scale(), Math.abs(beginning));
        return new Range(beginning - reach, beginning + reach);
    }

    /// Where a run begins // [n]
    static double[] beginning(Equations equations) {
        return field(Kernel.compile(equations)).initial(0);
    }

    /// What is a small but visible change: one unit of each unknown, a hundredth of a pure number // [n]
    private static double[] sizes(Equations equations) {
        double[] sizes = new double[equations.states().size()];
        Arrays.setAll(sizes, i -> equations.states().get(i).dimension().equals(Dimension.NONE) ? SMALL_GATE : equations.states().get(i).unit().scale());
        return sizes;
    }
}
