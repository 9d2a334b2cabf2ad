package loligo.experiment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The letters by which the special points of diagrams go, and what they stand for.
enum Shorthand {
    SADDLE_NODE("SN", "saddle-node"), HOPF("H", "Hopf"), BRANCH_POINT("BP", "branch point"), FOLD_OF_CYCLES("FC", "fold of cycles"), PERIOD_DOUBLING("PD", "period doubling"),
    TORUS("TR", "torus"), BRANCH_POINT_OF_CYCLES("BC", "branch point of cycles"), SNIC("SNIC", "saddle-node on a cycle"), HOMOCLINIC("HC", "loop of a saddle"),
    CUSP("CP", "cusp"), BOGDANOV_TAKENS("BT", "Bogdanov-Takens"), GENERALISED_HOPF("GH", "generalised Hopf"), ZERO_HOPF("ZH", "zero-Hopf"), DOUBLE_HOPF("HH", "double Hopf"),
    SADDLE_NODE_LOOP("SNL", "loop of a saddle-node");

    private static final Map<String, Shorthand> ALL = new LinkedHashMap<>();

    static {
        for (Shorthand each : values()) ALL.put(each.name().toLowerCase(Locale.ROOT), each);
    }

    private final String letters;
    private final String words;

    Shorthand(String letters, String words) {
        this.letters = letters;
        this.words = words;
    }

    /// The letters of a kind as it is named in `docs/results.md`.
    static String of(String kind) {
        return known(kind).letters;
    }

    /// What the letters in a figure stand for, with a blank before; empty without any.
    static String legend(Stream<String> kinds) {
        String all = String.join(", ", kinds.map(Shorthand::known).distinct().sorted().map(each -> each.letters + ": " + each.words).toList());
        return all.isEmpty() ? "" : " " + all + ".";
    }

    private static Shorthand known(String kind) {
        Shorthand known = ALL.get(kind);
        if (known == null) throw new IllegalStateException("Loligo's own bug: no such point: " + kind);
        return known;
    }
}
