package loligo.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import loligo.model.Equations;

/// Many cells of one membrane: what they share, and what differs from cell to cell.
///
/// @param parameters as all have them that do not differ // [parameters]
/// @param differing parameters by their number, each with a value for every cell // [size]
/// @param inputs that stand still and differ, by their number // [size]
public record Cells(int size, double[] parameters, Map<Integer, double[]> differing, Map<Integer, double[]> inputs) {
    /// @throws IllegalArgumentException when there is no cell, or a list has another length
    public Cells {
        if (size < 1) throw new IllegalArgumentException("cells must be at least 1, are " + size);
        parameters = parameters.clone();
        differing = copy(size, differing);
        inputs = copy(size, inputs);
    }

    private static Map<Integer, double[]> copy(int size, Map<Integer, double[]> values) {
        Map<Integer, double[]> copy = new TreeMap<>();
        values.forEach((number, list) -> {
            if (list.length != size) throw new IllegalArgumentException(list.length + " values for " + size + " cells");
            copy.put(number, list.clone());
        });
        return copy;
    }

    /// So many equal cells, with the parameters of the model.
    public static Cells of(Kernel kernel, int size) {
        return new Cells(size, kernel.parameters(), Map.of(), Map.of());
    }

    /// The same cells with a parameter or an input that differs from cell to cell, in membrane units // [size]
    ///
    /// @throws IllegalArgumentException when the membrane has nothing of this name
    public Cells with(Equations equations, String name, double[] values) {
        Map<Integer, double[]> parameters = new HashMap<>(differing);
        Map<Integer, double[]> inputs = new HashMap<>(this.inputs);
        int parameter = equations.parameters().stream().map(Equations.Parameter::name).toList().indexOf(name);
        int input = equations.inputs().stream().map(Equations.Input::name).toList().indexOf(name);
        if (parameter < 0 && input < 0) throw new IllegalArgumentException(equations.name() + " has no parameter or input " + name);
        (parameter >= 0 ? parameters : inputs).put(Math.max(parameter, input), values);
        return new Cells(size, this.parameters, parameters, inputs);
    }

    /// The parameters of one cell, a fresh array // [parameters]
    double[] parameters(int cell) {
        double[] own = parameters.clone();
        differing.forEach((number, values) -> own[number] = values[cell]);
        return own;
    }

    /// The cell's drive: what all have, and its own inputs.
    Drive drive(int cell, Drive common) {
        return new Drive() {
            @Override
            public void at(double t, double[] u) {
                common.at(t, u);
                inputs.forEach((number, values) -> u[number] = values[cell]);
            }

            @Override
            public void slope(double t, double[] du) {
                common.slope(t, du);
                inputs.forEach((number, _) -> du[number] = 0);
            }
        };
    }

    /// One cell as a vector field of its own.
    public KernelField field(Kernel kernel, int cell, Drive common) {
        return kernel.field(parameters(cell), drive(cell, common));
    }

    @Override
    public String toString() {
        return size + " cells, " + differing.size() + " parameters and " + inputs.size() + " inputs of their own, " + Arrays.toString(parameters);
    }
}
