package loligo.kernel;

/// How many numbers this machine takes at once. The vectors of Java are a module that starts by itself in no program: it is loaded when lanes are first asked for, which takes
/// about 20 ms, where `java.base/jdk.internal.module` is exported to us (the jar of the program says so), or is there already with `--add-modules jdk.incubator.vector`. Where neither
/// holds, or the environment says `LOLIGO_LANES=off`, cells are computed one after the other, to the same bits.
final class Lanes {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String VECTORS = MODULE + ".DoubleVector";
    private static final int HERE = "off".equals(System.getenv("LOLIGO_LANES")) ? 1 : find();

    private Lanes() {}

    /// 2, 4 or 8; 1 without vectors.
    static int here() {
        return HERE;
    }

    private static int find() {
        try {
            if (ModuleLayer.boot().findModule(MODULE).isEmpty()) Class.forName("jdk.internal.module.Modules").getMethod("loadModule", String.class).invoke(null, MODULE);
            Object species = Class.forName(VECTORS).getField("SPECIES_PREFERRED").get(null);
            Object length = Class.forName(MODULE + ".VectorSpecies").getMethod("length").invoke(species);
            return length instanceof Integer lanes && lanes >= 2 && lanes <= 8 ? lanes : 1;
        } catch (ReflectiveOperationException e) {
            return 1; // a Java whose vectors are made otherwise, or not for us
        }
    }
}
