package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import loligo.dynamics.Equilibrium;
import loligo.figure.Axis;
import loligo.figure.Layer;
import loligo.figure.Panel;

/// The classification of equilibria of a plane by trace and determinant of their Jacobian (Poincare; Strogatz 1994, *Nonlinear Dynamics and Chaos*, 5.2): saddles
/// where the determinant is below zero, foci where it is above `trace^2 / 4`, nodes between, stable to the left. Drawn with the root of the determinant, so that both
/// are rates and the parabola is two straight lines.
final class ClassificationPanel {
    private static final double MARGIN = 1.35;
    private static final double FLOOR = 0.4; // of the height above zero
    private static final double FOCI = 0.42, NODES = 0.7; // places of words, of the width

    private ClassificationPanel() {}

    /// @param found equilibria of two unknowns, at least one
    static Panel of(List<Equilibrium> found) {
        double wide = MARGIN * found.stream().mapToDouble(e -> Math.max(Math.abs(e.trace()), 2 * Math.abs(root(e)))).max().orElse(1);
        double high = wide / 2;
        double low = Math.max(FLOOR * high, -MARGIN * found.stream().mapToDouble(ClassificationPanel::root).min().orElse(0));
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.Rule.horizontal(0, ""));
        layers.add(Layer.Rule.vertical(0, ""));
        layers.add(Layer.Line.of(new double[] {-wide, 0, wide}, new double[] {high, 0, high}, "", 0).wide(Layer.THIN));
        layers.addAll(words(wide, found));
        for (Layer layer : PlaneFigure.dots(found, Equilibrium::trace, ClassificationPanel::root)) if (layer instanceof Layer.Points p) layers.add(Layer.Points.of(p.xs(), p.ys(), "", p.tone()).with(p.marker()));
        return new Panel("classification", Axis.of("trace", "1/ms").between(-wide, wide), Axis.of("root of the determinant", "1/ms").between(-low, high), layers);
    }

    /// Below zero where the determinant is.
    private static double root(Equilibrium e) {
        return Math.copySign(Math.sqrt(Math.abs(e.determinant())), e.determinant());
    }

    /// What lies where; above an equilibrium that stands there, or beside it.
    private static List<Layer> words(double wide, List<Equilibrium> found) {
        boolean opposite = found.stream().filter(e -> e.determinant() < 0).mapToDouble(Equilibrium::trace).sum() < 0;
        Stream<Layer.Note> all = Stream.of(word(-FOCI * wide, 0.4 * wide, "stable foci"), word(FOCI * wide, 0.4 * wide, "unstable foci"), word(-NODES * wide, 0.1 * wide, "stable nodes"),
                word(NODES * wide, 0.1 * wide, "unstable nodes"), word((opposite ? 0.5 : -0.5) * wide, -0.1 * wide, "saddles"));
        return all.map(note -> clear(note, wide, found)).map(Layer.class::cast).toList();
    }

    private static Layer.Note word(double x, double y, String text) {
        return new Layer.Note(x, y, text, Layer.Anchor.CENTRE, false);
    }

    private static Layer.Note clear(Layer.Note note, double wide, List<Equilibrium> found) {
        boolean covers = found.stream().anyMatch(e -> Math.abs(e.trace() - note.x()) < 0.35 * wide && Math.abs(root(e) - note.y()) < 0.05 * wide);
        return covers ? word(note.x(), note.y() + 0.06 * wide, note.text()) : note;
    }
}
