package loligo.experiment;

import java.util.Arrays;
import java.util.List;
import loligo.dynamics.Family;
import loligo.kernel.Kernel;
import loligo.kernel.KernelField;
import loligo.simulation.Stimulus;
import org.jspecify.annotations.Nullable;

/// A preparation whose inputs rest, with some of its numbers free. The field of the latest numbers is kept; not for several threads.
final class FamilyOf implements Family {
    private final Kernel kernel;
    private final List<String> free;
    private double @Nullable [] latest; // [free], membrane units
    private @Nullable KernelField field;

    /// @param free full names of parameters and inputs
    FamilyOf(Kernel kernel, List<String> free) {
        this.kernel = kernel;
        this.free = List.copyOf(free);
    }

    @Override
    public int dimension() {
        return kernel.equations().states().size();
    }

    @Override
    public int parameters() {
        return free.size();
    }

    @Override
    public void evaluate(double[] y, double[] p, double[] dy) {
        kept(p).evaluate(0, y, dy);
    }

    @Override
    public boolean jacobian(double[] y, double[] p, double[] jacobian) {
        kept(p).jacobian(0, y, jacobian);
        return true;
    }

    @Override
    public boolean byParameter(int j, double[] y, double[] p, double[] dfdp) {
        kept(p).derivativeBy(free.get(j), 0, y, dfdp);
        return true;
    }

    private KernelField kept(double[] p) {
        KernelField known = field;
        if (known != null && Arrays.equals(p, latest)) return known;
        KernelField made = field(p);
        latest = p.clone();
        field = made;
        return made;
    }

    /// A field of its own at these numbers.
    KernelField field(double[] p) {
        Bench.Numbers numbers = new Bench.Numbers(kernel.parameters(), Stimulus.resting(kernel.equations()));
        for (int j = 0; j < free.size(); j++) numbers = numbers.with(free.get(j), p[j], kernel.equations());
        return kernel.field(numbers.parameters(), new Stimulus(numbers.inputs(), List.of()));
    }
}
