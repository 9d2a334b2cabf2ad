package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import loligo.dynamics.Range;
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

    private static final double OUTSIDE = 1e6;       // looks that words outside the panel count for

    private static final List<Layer.Anchor> BESIDE = List.of(Layer.Anchor.LEFT, Layer.Anchor.RIGHT, Layer.Anchor.ABOVE, Layer.Anchor.BELOW);

    private final double width;
    private final double height;
    private final Range across;
    private final Range up;
    private final List<Ink> ink = new ArrayList<>();

    /// Something drawn at a place, and how much it counts.
    private record Ink(double x, double y, double weight) {}

    /// @param width of the panel, in the unit of its axis
    Places(double width, List<Layer> drawn) {
        this.width = width;
        this.across = Range.ALL;
        this.up = Range.ALL;
        List<Layer.Line> lines = drawn.stream().filter(Layer.Line.class::isInstance).map(Layer.Line.class::cast).toList();
        DoubleSummaryStatistics ys = lines.stream().flatMapToDouble(l -> Arrays.stream(l.ys())).filter(Double::isFinite).summaryStatistics();
        this.height = ys.getMax() > ys.getMin() ? ys.getMax() - ys.getMin() : 1;
        lines.forEach(this::line);
    }

    /// In a panel of these ends.
    Places(Range across, Range up, List<Layer> drawn) {
        this.across = across;
        this.up = up;
        this.width = across.width();
        this.height = up.width();
        drawn.stream().filter(Layer.Line.class::isInstance).map(Layer.Line.class::cast).forEach(this::line);
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
        Layer.Anchor best = BESIDE.stream().min(Comparator.comparingDouble(a -> covered(note, a))).orElseThrow();
        word(note, best);
        return new Layer.Note(note.x(), note.y(), note.text(), best, note.dot());
    }

    private void word(Layer.Note note, Layer.Anchor anchor) {
        double[] middle = middle(note, anchor);
        int letters = note.text().length();
        for (int k = 0; k < letters; k++) ink.add(new Ink(middle[0] + ((k + 0.5) / letters - 0.5) * across(note), middle[1], WORDS));
    }

    /// Whether a place is one that words may cover.
    interface Room {
        boolean holds(double x, double y);
    }

    /// The words with their middle at that one of several places where they cover the least, and nothing outside their room, as near as may be to a wish; drawn from now
    /// on. Empty where there is no such place.
    Optional<Layer.Note> within(Room room, String text, double[] wish, List<double[]> places) {
        Optional<Layer.Note> best = places.stream().map(at -> new Layer.Note(at[0], at[1], text, Layer.Anchor.CENTRE, false)).filter(note -> fits(note, room))
                .min(Comparator.<Layer.Note>comparingDouble(note -> covered(note, Layer.Anchor.CENTRE)).thenComparingDouble(note -> away(middle(note, Layer.Anchor.CENTRE), wish)));
        best.ifPresent(note -> word(note, Layer.Anchor.CENTRE));
        return best;
    }

    private double away(double[] from, double[] to) {
        return StrictMath.hypot((from[0] - to[0]) / width, (from[1] - to[1]) / height);
    }

    private boolean fits(Layer.Note note, Room room) {
        double[] middle = middle(note, Layer.Anchor.CENTRE);
        for (int i = -4; i <= 4; i++) {
            for (int j = -1; j <= 1; j++) {
                double x = middle[0] + i / 8.0 * across(note), y = middle[1] + j * LINE / 2 * height;
                if (!across.contains(x) || !up.contains(y) || !room.holds(x, y)) return false;
            }
        }
        return covered(note, Layer.Anchor.CENTRE) < DOT;
    }

    private double covered(Layer.Note note, Layer.Anchor anchor) {
        double[] middle = middle(note, anchor);
        double half = across(note) / 2;
        boolean inside = across.contains(middle[0] - half) && across.contains(middle[0] + half) && up.contains(middle[1] - LINE / 2 * height) && up.contains(middle[1] + LINE / 2 * height);
        return (inside ? 0 : OUTSIDE) + ink.stream().filter(i -> Math.abs(i.x - middle[0]) < across(note) / 2 + LETTER / 2 * width && Math.abs(i.y - middle[1]) < LINE * 0.6 * height).mapToDouble(Ink::weight).sum();
    }

    private double across(Layer.Note note) {
        return LETTER * width * note.text().length();
    }

    /// Of the words: x, y.
    private double[] middle(Layer.Note note, Layer.Anchor anchor) {
        double beside = across(note) / 2 + 2 * LETTER * width;
        return switch (anchor) {
            case LEFT -> new double[] {note.x() - beside, note.y()};
            case RIGHT -> new double[] {note.x() + beside, note.y()};
            case ABOVE -> new double[] {note.x(), note.y() + LINE * height};
            case BELOW -> new double[] {note.x(), note.y() - LINE * height};
            case CENTRE -> new double[] {note.x(), note.y()};
        };
    }
}
