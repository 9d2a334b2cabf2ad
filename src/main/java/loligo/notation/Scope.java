package loligo.notation;

import java.util.Collection;
import java.util.Map;
import loligo.quantity.Dimension;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;

/// The names that a formula may mention, with their dimensions.
public interface Scope {
    /// The dimension of a name; null when the name is not known, or when it is known but its own definition has a mistake.
    @Nullable Dimension dimension(String name);

    /// All known names, those included whose definition has a mistake: the checker is quiet about them.
    Collection<String> names();

    /// What to write instead of a name that is not known.
    default String advice(String unknown) {
        return Nearest.to(unknown, names()).map(near -> "Did you mean " + near + "?").orElse("Define it by an entry " + unknown + " = value, or correct its spelling.");
    }

    static Scope of(Map<String, Dimension> dimensions) {
        return new Scope() {
            @Override
            public @Nullable Dimension dimension(String name) {
                return dimensions.get(name);
            }

            @Override
            public Collection<String> names() {
                return dimensions.keySet();
            }
        };
    }
}
