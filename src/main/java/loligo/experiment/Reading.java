package loligo.experiment;

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

    static String unit(Feature f) {
        return f.unit().symbol().equals("1") ? "" : f.unit().symbol();
    }
}
