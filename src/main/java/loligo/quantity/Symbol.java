package loligo.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One symbol of a unit, with its prefix where it has one: its dimension and its exact scale in membrane units.
record Symbol(Dimension dimension, Scale scale) {
    private static final Dimension CHARGE = Dimension.CURRENT.times(Dimension.TIME);
    private static final Dimension POWER = Dimension.CURRENT.times(Dimension.POTENTIAL);
    private static final Dimension VOLUME = Dimension.LENGTH.power(3);

    /// Powers of ten of the SI prefixes; `da` stands before `d` so that the longer one is tried first.
    private static final Map<String, Integer> PREFIXES = prefixes();

    /// Units that take a prefix; the exponent is their scale in ms, mV, cm, uA, K, umol.
    private static final Map<String, Symbol> PREFIXED = prefixed();

    /// Units that take none.
    private static final Map<String, Symbol> ALONE = alone();

    /// What people write for a unit that has another symbol here.
    private static final Map<String, String> FAMILIAR = familiar();

    private static Map<String, Integer> prefixes() {
        var map = new LinkedHashMap<String, Integer>();
        map.put("da", 1);
        String letters = "yzafpnumcdhkMGTPEZY";
        int[] tens = {-24, -21, -18, -15, -12, -9, -6, -3, -2, -1, 2, 3, 6, 9, 12, 15, 18, 21, 24};
        for (int i = 0; i < tens.length; i++) map.put(letters.substring(i, i + 1), tens[i]);
        return map;
    }

    private static Map<String, Symbol> prefixed() {
        var map = new LinkedHashMap<String, Symbol>();
        map.put("s", power(Dimension.TIME, 3));
        map.put("V", power(Dimension.POTENTIAL, 3));
        map.put("m", power(Dimension.LENGTH, 2));
        map.put("A", power(Dimension.CURRENT, 6));
        map.put("K", power(Dimension.TEMPERATURE, 0));
        map.put("mol", power(Dimension.AMOUNT, 6));
        map.put("S", power(Dimension.CONDUCTANCE, 3));
        map.put("F", power(Dimension.CAPACITANCE, 6));
        map.put("Ohm", power(Dimension.POTENTIAL.over(Dimension.CURRENT), -3));
        map.put("M", power(Dimension.CONCENTRATION, 3));
        map.put("C", power(CHARGE, 9));
        map.put("Hz", power(Dimension.RATE, -3));
        map.put("W", power(POWER, 9));
        map.put("J", power(POWER.times(Dimension.TIME), 12));
        map.put("L", power(VOLUME, 3));
        return map;
    }

    private static Map<String, Symbol> alone() {
        var map = new LinkedHashMap<String, Symbol>();
        map.put("1", power(Dimension.NONE, 0));
        map.put("%", power(Dimension.NONE, -2));
        map.put("rad", power(Dimension.NONE, 0));
        map.put("min", new Symbol(Dimension.TIME, Scale.of(6, 4)));
        map.put("h", new Symbol(Dimension.TIME, Scale.of(36, 5)));
        map.put("e", new Symbol(CHARGE, Scale.of(1_602_176_634L, -19)));  // 1.602176634e-19 C, exact since the SI of 2019
        return map;
    }

    private static Map<String, String> familiar() {
        var map = new LinkedHashMap<String, String>();
        String[] pairs = {
            "sec", "s", "second", "s", "seconds", "s", "msec", "ms", "usec", "us", "hr", "h", "hour", "h", "minute", "min",
            "volt", "V", "Volt", "V", "amp", "A", "Amp", "A", "ampere", "A", "ohm", "Ohm", "ohms", "Ohm", "Mohm", "MOhm", "mho", "S",
                    "siemens", "S",
            "farad", "F", "hertz", "Hz", "hz", "Hz", "micron", "um", "liter", "L", "litre", "L", "l", "L", "percent", "%", "kelvin", "K",
                    "molar", "M",
            "°C", "degC", "celsius", "degC", "Celsius", "degC", "deg", "degC"};
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }

    private static Symbol power(Dimension dimension, int ten) {
        return new Symbol(dimension, Scale.ofTen(ten));
    }

    /// The meaning of a symbol: whole words first (`min` is a minute), then a prefix and a unit.
    static Optional<Symbol> of(String written) {
        String text = plain(written);
        Symbol whole = ALONE.getOrDefault(text, PREFIXED.get(text));
        if (whole != null) return Optional.of(whole);
        for (var prefix : PREFIXES.entrySet()) {
            if (!text.startsWith(prefix.getKey())) continue;
            Symbol unit = PREFIXED.get(text.substring(prefix.getKey().length()));
            if (unit != null) return Optional.of(new Symbol(unit.dimension, unit.scale.times(Scale.ofTen(prefix.getValue()))));
        }
        return Optional.empty();
    }

    /// The known symbol that somebody may have meant.
    static Optional<String> nearest(String written) {
        String text = plain(written);
        String familiar = FAMILIAR.get(text);
        return familiar != null ? Optional.of(familiar) : Nearest.to(text, common());
    }

    private static List<String> common() {
        var words = new ArrayList<>(List.of("degC", "min", "mol", "umol", "Hz", "kHz", "Ohm", "kOhm", "MOhm", "GOhm", "mM", "uM", "nM",
                "mW", "uW"));
        for (String unit : List.of("s", "V", "m", "A", "S", "F", "C", "L")) for (String prefix : List.of("m", "u", "n", "p",
                "")) words.add(prefix + unit);
        words.addAll(List.of("cm", "K", "M", "J", "W", "h", "e", "%"));
        return words;
    }

    /// Both micro signs become `u`, both omegas `Ohm`.
    static String plain(String written) {
        return written.replace('\u00b5', 'u').replace('\u03bc', 'u').replace("\u03a9", "Ohm").replace("\u2126", "Ohm");
    }
}
