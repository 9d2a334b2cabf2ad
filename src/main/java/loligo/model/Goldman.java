package loligo.model;

import java.util.List;

/// The potential at which currents through relative permeabilities cancel (Goldman 1943; Hodgkin & Katz 1949): a definition `NAME.E`.
///
/// @param permeabilities relative permeability of each ion, named by the ion
public record Goldman(String name, List<Named> permeabilities) {
    public Goldman {
        permeabilities = List.copyOf(permeabilities);
    }
}
