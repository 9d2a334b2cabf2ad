package loligo.kernel;

/// A drive that waves: input k is `base_k + sin(t + k)/10`.
record Sine(double[] base) implements Drive {
    @Override
    public void at(double t, double[] u) {
        for (int k = 0; k < u.length; k++) u[k] = base[k] + StrictMath.sin(t + k) / 10;
    }

    @Override
    public void slope(double t, double[] du) {
        for (int k = 0; k < du.length; k++) du[k] = StrictMath.cos(t + k) / 10;
    }
}
