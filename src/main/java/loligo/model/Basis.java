package loligo.model;

import java.util.Optional;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// What conductances and currents are counted per. All three are first-class; which one a model uses is seen from its dimensions.
public enum Basis {
    /// mS/cm^2 and uA/cm^2, with a capacitance in uF/cm^2.
    AREA(Dimension.AREA, new Unit("uA/cm^2", Dimension.CURRENT.over(Dimension.AREA), 1, 0), new Unit("mS/cm^2", Dimension.CONDUCTANCE.over(Dimension.AREA), 1, 0)),
    /// nS and pA, with a capacitance in pF.
    CELL(Dimension.NONE, new Unit("pA", Dimension.CURRENT, 1e-6, 0), new Unit("nS", Dimension.CONDUCTANCE, 1e-6, 0)),
    /// nS/pF and pA/pF, with no capacitance.
    CAPACITANCE(
            Dimension.CAPACITANCE,
            new Unit("pA/pF", Dimension.CURRENT.over(Dimension.CAPACITANCE), 1, 0),
            new Unit("nS/pF", Dimension.CONDUCTANCE.over(Dimension.CAPACITANCE), 1, 0));

    private final Dimension per;
    private final Unit current;
    private final Unit conductance;

    Basis(Dimension per, Unit current, Unit conductance) {
        this.per = per;
        this.current = current;
        this.conductance = conductance;
    }

    /// The dimension of what things are counted per.
    public Dimension per() {
        return per;
    }

    public Unit current() {
        return current;
    }

    public Unit conductance() {
        return conductance;
    }

    /// A permeability: cm/s per area, cm^3/s per cell.
    Dimension permeability() {
        return Dimension.LENGTH.power(3).over(Dimension.TIME).over(per);
    }

    static Optional<Basis> ofConductance(Dimension g) {
        return of(Dimension.CONDUCTANCE, g);
    }

    static Optional<Basis> ofPermeability(Dimension p) {
        return of(Dimension.LENGTH.power(3).over(Dimension.TIME), p);
    }

    static Optional<Basis> ofCapacitance(Dimension c) {
        return of(Dimension.CAPACITANCE, c).filter(b -> b != CAPACITANCE);
    }

    private static Optional<Basis> of(Dimension whole, Dimension dimension) {
        for (Basis b : values()) if (whole.over(b.per).equals(dimension)) return Optional.of(b);
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
