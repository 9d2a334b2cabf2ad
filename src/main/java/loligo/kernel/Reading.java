package loligo.kernel;

/// A probe that is a compiled part.
record Reading(Part part, int size) implements Probe {
    @Override
    public void observe(KernelField field, double t, double[] y, double[] out) {
        field.run(part, t, y, out, out);
    }
}
