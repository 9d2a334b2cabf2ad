package loligo.dynamics;

/// Folds of cycles as two parameters change: x = (nodes of u and v, ln T, b, p_first, p_second), see [FoldLoop].
final class FoldOfCyclesCurve extends LoopCurve {
    FoldOfCyclesCurve(Problem problem, double[] parameters, int first, int second, Range[] ranges, Mesh mesh, double[] reference) {
        super(problem, parameters, first, second, ranges, mesh, reference);
    }

    @Override
    Loop loop() {
        return new FoldLoop(problem, parameters, first, second);
    }

    @Override
    double period(double[] x) {
        return StrictMath.exp(x[x.length - 4]);
    }
}
