package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import loligo.figure.Layer;

/// Where words cover the least of what is drawn in a panel.
final class Places {
    private static final double NEAR_ACROSS = 0.015; // of the width: labels nearer than that are written as one
    private static final double NEAR_UP = 0.06;      // of the height
    private static final double LETTER = 0.0095;     // of the width
    private static final double LINE = 0.07;         // of the height
    private static final int BETWEEN = 20;           // looks between two points of a line
    private static final double DOT = 50;            // looks that a dot counts for
    private static final double WORDS = 20;          // looks that a letter counts for

    private final double width;
    private final double height;
    private final List<Ink> ink = new ArrayList<>();

    /// Something drawn at a place, and how much it counts.
    private record Ink(double x, double y, double weight) {}

    /// @param width of the panel, in the unit of its axis
    Places(double width, List<Layer> drawn) {
        this.width = width;
        List<Layer.Line> lines = drawn.stream().filter(Layer.Line.class::isInstance).map(Layer.Line.class::cast).toList();
        DoubleSummaryStatistics ys = lines.stream().flatMapToDouble(l -> Arrays.stream(l.ys())).filter(Double::isFinite).summaryStatistics();
        this.height = ys.getMax() > ys.getMin() ? ys.getMax() - ys.getMin() : 1;
        lines.forEach(this::line);
    }

    private void line(Layer.Line line) {
        for (int i = 1; i < line.xs().length; i++) {
            for (int k = 0; k < BETWEEN; k++) {
                double part = (double) k / BETWEEN;
                ink.add(new Ink(line.xs()[i - 1] + part * (line.xs()[i] - line.xs()[i - 1]), line.ys()[i - 1] + part * (line.ys()[i] - line.ys()[i - 1]), 1));
            }
        }
    }

    void dot(double x, double y) {
        ink.add(new Ink(x, y, DOT));
    }

    boolean near(Layer.Note note, double x, double y) {
        return Math.abs(note.x() - x) < NEAR_ACROSS * width && Math.abs(note.y() - y) < NEAR_UP * height;
    }

    /// The note on the side where it covers the least; its words are drawn from now on.
    Layer.Note free(Layer.Note note) {
        Layer.Anchor best = Arrays.stream(Layer.Anchor.values()).min(Comparator.comparingDouble(a -> covered(note, a))).orElseThrow();
        double[] middle = middle(note, best);
        int letters = note.text().length();
        for (int k = 0; k < letters; k++) ink.add(new Ink(middle[0] + ((k + 0.5) / letters - 0.5) * across(note), middle[1], WORDS));
        return new Layer.Note(note.x(), note.y(), note.text(), best, note.dot());
    }

    private double covered(Layer.Note note, Layer.Anchor anchor) {
        double[] middle = middle(note, anchor);
        return ink.stream().filter(i -> Math.abs(i.x - middle[0]) < across(note) / 2 + LETTER / 2 * width && Math.abs(i.y - middle[1]) < LINE * 0.6 * height).mapToDouble(Ink::weight).sum();
    }

    private double across(Layer.Note note) {
        return LETTER * width * note.text().length();
    }

    /// Of the words: x, y.
    private double[] middle(Layer.Note note, Layer.Anchor anchor) {
        double beside = across(note) / 2 + (anchor.up == 0 ? 2 : 1) * LETTER * width;
        return new double[] {note.x() + anchor.across * beside, note.y() + anchor.up * LINE * height};
    }
}
