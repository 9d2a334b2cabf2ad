package loligo.feature;

import loligo.quantity.Dimension;
import loligo.quantity.Unit;

/// In which unit a potential over a current is told.
public final class Resistance {
    private Resistance() {}

    /// `MOhm` of a whole cell, `kOhm*cm^2` where the current is per area, `mV*F/A` where it is per capacitance.
    public static Unit unit(Unit potential, Unit current) {
        Dimension dimension = potential.dimension().over(current.dimension());
        if (!potential.dimension().equals(Dimension.POTENTIAL)) return dimension.unit();
        if (current.dimension().equals(Dimension.CURRENT)) return Unit.parse("MOhm");
        return dimension.equals(Dimension.TIME) ? Unit.parse("mV*F/A") : dimension.unit();
    }
}
