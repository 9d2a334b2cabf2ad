package loligo.dynamics;

import loligo.solver.VectorField;

/// One field of a family, forwards or backwards in time.
record FieldOf(Problem problem, double[] parameters, boolean backwards) implements VectorField {
    @Override
    public int dimension() {
        return problem.dimension();
    }

    @Override
    public void evaluate(double t, double[] y, double[] dy) {
        problem.evaluate(y, parameters, dy);
        if (backwards) for (int i = 0; i < dy.length; i++) dy[i] = -dy[i];
    }

    @Override
    public void jacobian(double t, double[] y, double[] jacobian) {
        problem.jacobian(y, parameters, jacobian);
        if (backwards) for (int i = 0; i < jacobian.length; i++) jacobian[i] = -jacobian[i];
    }

    @Override
    public void timeDerivative(double t, double[] y, double[] dfdt) {
        java.util.Arrays.fill(dfdt, 0);
    }
}
