package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static String unit(Feature f) {
        return f.unit().symbol().equals("1") ? "" : f.unit().symbol();
    }
}
