package loligo.model;

import java.util.Optional;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// What conductances and currents are counted per. All three are first-class; which one a model uses is seen from its dimensions.
public enum Basis {
    /// mS/cm^2 and uA/cm^2, with a capacitance in uF/cm^2.
    AREA,
    /// nS and pA, with a capacitance in pF.
    CELL,
    /// nS/pF and pA/pF, with no capacitance.
    CAPACITANCE;

    /// The dimension of what things are counted per.
    public Dimension per() {
        return switch (this) {
            case AREA -> Dimension.AREA;
            case CELL -> Dimension.NONE;
            case CAPACITANCE -> Dimension.CAPACITANCE;
        };
    }

    /// The unit in which currents are shown.
    public Unit current() {
        return Unit.parse(switch (this) {
            case AREA -> "uA/cm^2";
            case CELL -> "pA";
            case CAPACITANCE -> "pA/pF";
        });
    }

    /// The unit in which conductances are shown.
    public Unit conductance() {
        return Unit.parse(switch (this) {
            case AREA -> "mS/cm^2";
            case CELL -> "nS";
            case CAPACITANCE -> "nS/pF";
        });
    }

    static Optional<Basis> ofConductance(Dimension g) {
        return of(Dimension.CONDUCTANCE, g);
    }

    /// A permeability is in cm/s per area, in cm^3/s per cell.
    static Optional<Basis> ofPermeability(Dimension p) {
        return of(Dimension.LENGTH.power(3).over(Dimension.TIME), p);
    }

    static Optional<Basis> ofCapacitance(Dimension c) {
        return of(Dimension.CAPACITANCE, c).filter(b -> b != CAPACITANCE);
    }

    private static Optional<Basis> of(Dimension whole, Dimension dimension) {
        for (Basis b : values()) if (whole.over(b.per()).equals(dimension)) return Optional.of(b);
        return Optional.empty();
    }

    /// In words, for messages.
    public String words() {
        return switch (this) {
            case AREA -> "per area (mS/cm^2, with C in uF/cm^2)";
            case CELL -> "per cell (nS, with C in pF)";
            case CAPACITANCE -> "per capacitance (nS/pF, with no C)";
        };
    }
}
