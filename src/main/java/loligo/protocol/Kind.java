package loligo.protocol;

import java.util.Locale;

/// What a protocol acts on: the injected current (to which it adds), the membrane potential (which then follows
/// it: an ideal clamp), a conductance
/// that an amplifier computes (a dynamic clamp), the light, or any number of a model, which it sets.
public enum Kind {
    CURRENT, VOLTAGE, DYNAMIC, LIGHT, SET;

    /// The word in the text.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
