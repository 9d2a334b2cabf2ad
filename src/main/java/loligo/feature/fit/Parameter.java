package loligo.feature.fit;

import loligo.quantity.Unit;
import loligo.quantity.UnitReading;

/// One number of a law.
///
/// @param positive whether the law makes sense only where it is above zero
public record Parameter(String name, Scale scale, boolean positive) {
    /// In which unit a parameter is.
    public enum Scale {
        /// that of x
        X,
        /// that of y
        Y,
        /// that of y over that of x
        SLOPE,
        /// none
        PURE
    }

    static Parameter of(String name, Scale scale) {
        return new Parameter(name, scale, false);
    }

    static Parameter positive(String name, Scale scale) {
        return new Parameter(name, scale, true);
    }

    Unit unit(Unit x, Unit y) {
        return switch (scale) {
            case X -> x;
            case Y -> y;
            case SLOPE -> slope(x, y);
            case PURE -> Unit.ONE;
        };
    }

    /// `Hz/(uA/cm^2)`, `mS/cm^2` for `uA/cm^2` over `mV` where that is the same.
    private static Unit slope(Unit x, Unit y) {
        if (x.equals(Unit.ONE)) return y;
        Unit own = y.dimension().over(x.dimension()).unit();
        double scale = y.scale() / x.scale();
        if (own.scale() == scale) return own;
        String below = x.symbol().chars().allMatch(Character::isLetter) ? x.symbol() : "(" + x.symbol() + ")";
        String symbol = y.symbol() + "/" + below;
        return Unit.read(symbol) instanceof UnitReading.Known(Unit unit) && unit.scale() == scale ? unit : new Unit(symbol, own.dimension(), scale, 0);
    }
}
