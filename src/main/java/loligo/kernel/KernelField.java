package loligo.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loligo.kernel.Kernel.Section;
import loligo.model.Equations;
import loligo.notation.Expr;
import loligo.solver.SemilinearField;
import org.jspecify.annotations.Nullable;

/// A membrane with one setting of its parameters and one drive, as a vector field over its states. Not for use from several threads at once.
public final class KernelField implements SemilinearField {
    private final Kernel kernel;
    private final double[] parameters;
    private final Drive drive;
    private final int dimension;
    private final double[] inputs;
    private final double[] rates;                                        // of the inputs, per ms
    private final Map<Section, Prepared> sections = new EnumMap<>(Section.class);
    private final Map<Part, Prepared> others = new HashMap<>();
    private final Code derivatives;
    private final double[] constants;
    private @Nullable Prepared latest;
    private final double[] assigned;

    /// A part with the numbers that belong to this field's parameters.
    private record Prepared(Part part, double[] constants) {
        static Prepared of(Part part, double[] parameters) {
            return new Prepared(part, part.constants(parameters));
        }
    }

    KernelField(Kernel kernel, double[] parameters, Drive drive) {
        this.kernel = kernel;
        this.parameters = parameters;
        this.drive = drive;
        this.dimension = kernel.equations().states().size();
        this.inputs = new double[kernel.equations().inputs().size()];
        this.rates = new double[inputs.length];
        this.assigned = new double[dimension];
        Part part = kernel.part(Section.DERIVATIVES);
        this.derivatives = part.code();
        this.constants = part.constants(parameters);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void evaluate(double t, double[] y, double[] dy) {
        if (inputs.length > 0) drive.at(t, inputs);
        derivatives.run(t, inputs, y, constants, dy, dy);
    }

    /// The equations of what stands still as one equation in the first unknown, with this field's numbers and its inputs as they are at time 0.
    ///
    /// @param steady the steady state of each other unknown, by its name; may mention others, but not in a circle
    public Balance balance(Map<String, Expr> steady) {
        if (inputs.length > 0) drive.at(0, inputs);
        return kernel.balance(steady, parameters.clone(), inputs.clone());
    }

    @Override
    public void evaluateWithDiagonal(double t, double[] y, double[] dy, double[] diagonal) {
        run(Section.DIAGONAL, t, y, dy, diagonal);
    }

    @Override
    public boolean[] relaxing() {
        return kernel.relaxing();
    }

    /// The exact matrix of derivatives, from the formulas.
    @Override
    public void jacobian(double t, double[] y, double[] jacobian) {
        Arrays.fill(jacobian, 0, dimension * dimension, 0);
        run(Section.JACOBIAN, t, y, jacobian, jacobian);
    }

    /// The exact derivative by time, from the formulas and the slopes of the drive.
    @Override
    public void timeDerivative(double t, double[] y, double[] dfdt) {
        if (inputs.length > 0) drive.slope(t, rates);
        run(Section.TIME, t, y, dfdt, rates);
    }

    /// Writes the exact derivative by a parameter or an input, from the formulas, into `dfdx` // [n]
    ///
    /// @throws IllegalArgumentException when the equations have no such number
    public void derivativeBy(String number, double t, double[] y, double[] dfdx) {
        run(kernel.by(number), t, y, dfdx, dfdx);
    }

    /// Where a run that starts at time `t` begins // [n], a fresh array
    public double[] initial(double t) {
        double[] y = new double[dimension];
        run(Section.INITIAL, t, y, y, y);
        return y;
    }

    /// Number of reset events.
    public int resets() {
        return kernel.equations().resets().size();
    }

    /// Writes for each reset a number that is not negative where its condition holds into `g` // [resets].
    /// It is continuous where the condition compares with `<` and `>`, so that its root is the moment of the event.
    public void triggers(double t, double[] y, double[] g) {
        run(Section.TRIGGERS, t, y, g, g);
    }

    /// Makes the assignments of reset `k` in `y` // [n], all from the values before them.
    ///
    /// @throws IllegalArgumentException when there is no such reset, or it assigns something that is no state
    public void reset(int k, double t, double[] y) {
        if (k < 0 || k >= resets()) throw new IllegalArgumentException("reset " + k + " of " + resets());
        run(kernel.reset(k), t, y, assigned, assigned);
        List<Equations.Assignment> assignments = kernel.equations().resets().get(k).assignments();
        for (int i = 0; i < assignments.size(); i++) y[state(assignments.get(i).state())] = assigned[i];
    }

    private int state(String name) {
        for (int i = 0; i < dimension; i++) if (kernel.equations().states().get(i).name().equals(name)) return i;
        throw new IllegalArgumentException(name + " is no state of " + kernel.equations().name());
    }

    /// Writes the steady states and the time constants (ms) of relaxing states into `inf` and `tau` // [n] each; NaN where a state has none
    public void relaxation(double t, double[] y, double[] inf, double[] tau) {
        run(Section.RELAXATIONS, t, y, inf, tau);
    }

    private void run(Section section, double t, double[] y, double[] a, double[] b) {
        Prepared prepared = sections.get(section);
        if (prepared == null) {
            prepared = Prepared.of(kernel.part(section), parameters);
            sections.put(section, prepared);
        }
        run(prepared, t, y, a, b);
    }

    void run(Part part, double t, double[] y, double[] a, double[] b) {
        Prepared prepared = latest;
        if (prepared == null || prepared.part() != part) {
            prepared = others.get(part);
            if (prepared == null) {
                prepared = Prepared.of(part, parameters);
                others.put(part, prepared);
            }
            latest = prepared;
        }
        run(prepared, t, y, a, b);
    }

    private void run(Prepared prepared, double t, double[] y, double[] a, double[] b) {
        if (inputs.length > 0) drive.at(t, inputs);
        prepared.part().code().run(t, inputs, y, prepared.constants(), a, b);
    }
}
