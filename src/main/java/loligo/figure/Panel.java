package loligo.figure;

import java.util.List;

/// One pair of axes and what is drawn between them, the first layer at the back.
///
/// @param title above the panel, empty for none
/// @param share its height relative to the other panels of a stack; 1 is usual, 0.3 suits a stimulus
public record Panel(String title, Axis x, Axis y, List<Layer> layers, double share) {
    public Panel {
        layers = List.copyOf(layers);
        if (!(share > 0) || Double.isInfinite(share)) throw new IllegalArgumentException("share " + share + " of panel '" + title + "' is not above 0");
    }

    public Panel(String title, Axis x, Axis y, List<Layer> layers) {
        this(title, x, y, layers, 1);
    }

    /// This panel with another share of the height.
    public Panel share(double share) {
        return new Panel(title, x, y, layers, share);
    }
}
