package loligo.kernel;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import loligo.notation.Expr;
import loligo.solver.Method;
import loligo.solver.Steppers;
import org.jspecify.annotations.Nullable;

/// A membrane made ready for many cells that step together: the step of a method compiled once, with what is looked at on the way, and rehearsed once
/// for any number of ensembles, in several threads too.
public final class Unison {
    private final Kernel kernel;
    private final double[] stages; // in parts of the step
    private final Set<Integer> parameters;
    private final Set<Integer> inputs;
    private final int seen;
    private final EnsembleKernel compiled;
    private final @Nullable Rehearsal rehearsal;

    /// @param parameters which differ from cell to cell, by their number
    /// @param inputs which inputs do; these stand still while cells step
    /// @param seen what is looked at in each step
    /// @param rounded and behind that, how far rounding may have these off
    /// @throws IllegalArgumentException when the method chooses its own steps, or the membrane resets itself
    public Unison(Kernel kernel, Method method, Set<Integer> parameters, Set<Integer> inputs, List<Expr> seen, List<Expr> rounded) {
        this(kernel, method, parameters, inputs, seen, rounded, Lanes.here(), true);
    }

    /// @param rehearsed whether cells step one by one until lanes are ready
    Unison(Kernel kernel, Method method, Set<Integer> parameters, Set<Integer> inputs, List<Expr> seen, List<Expr> rounded, int lanes, boolean rehearsed) {
        if (!kernel.equations().resets().isEmpty()) throw new IllegalArgumentException(kernel.equations().name() + " resets itself; its cells do not step together");
        this.kernel = kernel;
        this.stages = Stride.stages(method);
        this.parameters = Set.copyOf(parameters);
        this.inputs = Set.copyOf(inputs);
        this.seen = seen.size() + rounded.size();
        BitSet ownParameters = new BitSet();
        BitSet ownInputs = new BitSet();
        parameters.forEach(ownParameters::set);
        int all = kernel.equations().inputs().size();
        for (int input : inputs) for (int s = 0; s < moments(); s++) ownInputs.set(Stride.place(s, input, all));
        compiled = EnsembleKernel.compile(kernel.stride(method, Steppers.exponential(method, kernel.relaxing()), seen, rounded), kernel.equations().states().size(),
                kernel.equations().parameters().size(), ownParameters, ownInputs, lanes);
        rehearsal = rehearsed && lanes > 1 ? new Rehearsal(compiled.plain(), compiled.code(), compiled.operations()) : null;
    }

    /// Whether cells can step together by this method.
    public static boolean possible(Kernel kernel, Method method) {
        return Stride.known(method) && kernel.equations().resets().isEmpty() && !kernel.equations().states().isEmpty();
    }

    public Kernel kernel() {
        return kernel;
    }

    /// Which parameters differ from cell to cell.
    public Set<Integer> parameters() {
        return parameters;
    }

    /// Which inputs do.
    public Set<Integer> inputs() {
        return inputs;
    }

    EnsembleKernel compiled() {
        return compiled;
    }

    double[] stages() {
        return stages;
    }

    /// How many expressions are looked at.
    int seen() {
        return seen;
    }

    /// At how many times in a step inputs are looked at.
    int moments() {
        return stages.length + (seen > 0 ? Stride.QUARTERS : 0);
    }

    boolean suits(Cells cells) {
        return parameters.equals(cells.differing().keySet()) && inputs.equals(cells.inputs().keySet());
    }

    int lanes() {
        return rehearsal == null || rehearsal.won() ? compiled.lanes() : 1;
    }

    boolean settled() {
        return rehearsal == null || rehearsal.over();
    }

    /// Says how many cells and steps will be asked for: where these are many, lanes are waited for.
    public void expect(long cellsAndSteps) {
        if (rehearsal != null) rehearsal.expect(cellsAndSteps);
    }

    /// Says that no more cells will step: ends the rehearsal, if it goes on.
    public void end() {
        if (rehearsal != null) rehearsal.end();
    }

    /// The code that is to be used now.
    ///
    /// @param work cells and steps that it is wanted for
    /// @param rehearse begins the rehearsal, when it is time for it
    EnsembleCode code(long work, Consumer<Rehearsal> rehearse) {
        if (rehearsal == null) return compiled.code();
        if (rehearsal.due(work)) rehearse.accept(rehearsal);
        rehearsal.await();
        return rehearsal.code();
    }
}
