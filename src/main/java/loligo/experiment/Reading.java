package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import loligo.feature.Feature;

/// A feature in the digits that its error leaves true.
final class Reading {
    private Reading() {}

    static String value(Feature f) {
        return f.value() == null ? "none" : Digits.value(f.value(), f.error() == null ? Double.NaN : f.error());
    }

    static String error(Feature f) {
        return f.value() == null || f.error() == null ? "" : "± " + Digits.error(f.error());
    }

    /// The names of the features that have no value, by the reason.
    static Map<String, List<String>> absent(List<Feature> features) {
        Map<String, List<String>> absent = new LinkedHashMap<>();
        for (Feature f : features) if (f.value() == null) absent.computeIfAbsent(String.valueOf(f.note()), note -> new ArrayList<>()).add(f.name());
        return absent;
    }

    /// What the thresholds of a curve have to say, below the table of its members.
    static List<String> remarks(Result result) {
        if (!(result.study() instanceof Study.Threshold) || result.single()) return List.of();
        List<String> remarks = new ArrayList<>();
        for (boolean found : new boolean[] {true, false}) {
            List<String> notes = result.members().stream().flatMap(m -> m.features().stream()).filter(f -> f.name().equals("threshold") && found == (f.value() != null)).map(Feature::note).filter(Objects::nonNull).distinct().toList();
            String more = notes.size() < 2 ? "" : " (and " + Digits.counted(notes.size() - 1, "more note") + ", in result.json)";
            if (!notes.isEmpty()) remarks.add((found ? "threshold: " : "no threshold: ") + notes.getFirst() + more);
        }
        return remarks;
    }

    /// What a text asks for by name of the runs that are the study's members; empty where all is told.
    static List<String> asked(Result result) {
        return result.study() instanceof Study.Simulate run ? run.asked() : List.of();
    }

    /// What stands in place of a table without numbers.
    static String unmeasured(List<Result.Member> members) {
        return Digits.counted(members.size(), "run") + ", of which nothing is measured";
    }

    static String unit(Feature f) {
        return f.unit().word();
    }
}
