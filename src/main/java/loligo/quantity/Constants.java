package loligo.quantity;

import java.util.List;
import java.util.Optional;

/// Physical constants in membrane units, from the exact values of the SI of 2019 (CODATA 2018 and later).
/// `R * temperature / F` comes out in mV, and so does `kB * temperature / e`.
public final class Constants {
    /// Molar gas constant, pJ/(umol K): 8.31446261815324 J/(mol K), exactly N_A kB.
    public static final double R = 8.31446261815324e6;

    /// Faraday constant, nC/umol: 96485.3321233100184 C/mol, exactly N_A e.
    public static final double F = 96485332.12331001;

    /// Boltzmann constant, pJ/K: 1.380649e-23 J/K, exact.
    public static final double KB = 1.380649e-11;

    /// Elementary charge, nC: 1.602176634e-19 C, exact.
    public static final double E = 1.602176634e-10;

    /// All of them under the names that a text uses.
    public static final List<Constant> ALL = List.of(
            constant("R", R, "J/mol/K", "molar gas constant"),
            constant("F", F, "C/mol", "Faraday constant"),
            constant("kB", KB, "J/K", "Boltzmann constant"),
            constant("e", E, "C", "elementary charge"));

    /// A constant of nature: its name in a text, its value in membrane units and the unit in which it is shown.
    public record Constant(String name, double inside, Unit unit, String meaning) {
        public Dimension dimension() {
            return unit.dimension();
        }
    }

    private Constants() {}

    public static Optional<Constant> of(String name) {
        return ALL.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private static Constant constant(String name, double inside, String unit, String meaning) {
        return new Constant(name, inside, Unit.parse(unit), meaning);
    }
}
