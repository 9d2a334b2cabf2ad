package loligo.kernel;

/// How many numbers this machine takes at once. Vectors are there when Java runs with `--add-modules jdk.incubator.vector`, and are not used
/// where the environment says `LOLIGO_LANES=off`; then cells are computed one after the other, to the same bits.
final class Lanes {
    private static final String VECTORS = "jdk.incubator.vector.DoubleVector";
    private static final int HERE = find();

    private Lanes() {}

    /// 2, 4 or 8; 1 without vectors.
    static int here() {
        return HERE;
    }

    private static int find() {
        if ("off".equals(System.getenv("LOLIGO_LANES")) || ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) return 1;
        try {
            Object species = Class.forName(VECTORS).getField("SPECIES_PREFERRED").get(null);
            Object length = Class.forName("jdk.incubator.vector.VectorSpecies").getMethod("length").invoke(species);
            return length instanceof Integer lanes && lanes >= 2 && lanes <= 8 ? lanes : 1;
        } catch (ReflectiveOperationException e) {
            return 1; // a Java whose vectors are made otherwise
        }
    }
}
