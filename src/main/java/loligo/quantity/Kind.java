package loligo.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the field calls each dimension, and the unit in which it is shown when a text names none.
/// All are membrane units (scale 1) but irradiance, which nobody reads in nW/cm^2.
record Kind(String phrase, Unit unit) {
    private static final Map<Dimension, Kind> KNOWN = known();

    private static Map<Dimension, Kind> known() {
        String[] pairs = {
            "1", "a pure number", "ms", "a time", "mV", "a potential", "cm", "a length", "uA", "a current", "K", "a temperature", "umol",
                    "an amount",
            "cm^2", "an area", "cm^3", "a volume", "1/ms", "a rate", "mS", "a conductance", "kOhm", "a resistance", "uF", "a capacitance",
                    "nC", "a charge",
            "nW", "a power", "pJ", "an energy", "mM", "a concentration", "mM/ms", "a rate of change of concentration", "mV/ms",
                    "a rate of change of potential",
            "uA/cm^2", "a current per area", "mS/cm^2", "a conductance per area", "uF/cm^2", "a capacitance per area", "nC/cm^2",
                    "a charge per area",
            "kOhm*cm", "a resistivity", "kOhm*cm^2", "a resistance times area", "mS/cm", "a conductivity", "kOhm/cm",
                    "a resistance per length",
            "uA/cm", "a current per length", "uF/cm", "a capacitance per length", "cm/ms", "a velocity", "cm^2/ms", "a diffusivity",
                    "cm^3/ms", "a volume per time",
            "mW/mm^2", "an irradiance", "mm^2/mW/ms", "a rate per irradiance", "mm^2/mW", "an inverse irradiance", "1/mV",
                    "an inverse potential", "1/cm", "an inverse length",
            "1/cm^2", "a density per area", "1/cm^3", "a density per volume", "1/mV/ms", "a rate per potential", "1/mM",
                    "an inverse concentration",
            "1/mM/ms", "a rate per concentration", "mS/mV", "a conductance per potential", "umol/cm^2/ms", "a flux", "umol/ms",
                    "a flow of substance",
            "nC/umol", "a charge per amount", "pJ/umol/K", "an energy per amount and temperature", "pJ/K", "an energy per temperature",
                    "1/K", "an inverse temperature",
            "mV^2", "a squared potential", "ms^2", "a squared time", "mV/K", "a potential per temperature", "mV/cm", "an electric field",
            "mM*cm^2/nC", "a concentration per charge density", "uA/cm^2/mM", "a current per area and concentration"};
        var map = new LinkedHashMap<Dimension, Kind>();
        for (int i = 0; i < pairs.length; i += 2) {
            Unit unit = Unit.parse(pairs[i]);
            map.put(unit.dimension(), new Kind(pairs[i + 1], unit));
        }
        return map;
    }

    static Kind of(Dimension dimension) {
        Kind known = KNOWN.get(dimension);
        if (known != null) return known;
        Unit unit = built(dimension);
        return new Kind("a quantity in " + unit.symbol(), unit);
    }

    /// `uA*ms/mV^2`: the base units above the line, then those below it.
    private static Unit built(Dimension d) {
        String[] symbols = {"uA", "umol", "mV", "cm", "ms", "K"};
        int[] twelfths = {d.current(), d.amount(), d.potential(), d.length(), d.time(), d.temperature()};
        List<String> above = new ArrayList<>();
        var below = new StringBuilder();
        for (int i = 0; i < symbols.length; i++) {
            if (twelfths[i] > 0) above.add(symbols[i] + exponent(twelfths[i]));
            if (twelfths[i] < 0) below.append('/').append(symbols[i]).append(exponent(-twelfths[i]));
        }
        return new Unit((above.isEmpty() ? "1" : String.join("*", above)) + below, d, 1, 0);
    }

    private static String exponent(int twelfths) {
        if (twelfths == 12) return "";
        if (twelfths % 12 == 0) return "^" + twelfths / 12;
        int common = java.math.BigInteger.valueOf(twelfths).gcd(java.math.BigInteger.valueOf(12)).intValue();
        return "^(" + twelfths / common + "/" + 12 / common + ")";
    }
}
