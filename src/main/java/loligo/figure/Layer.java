package loligo.figure;

import java.util.List;
import loligo.figure.Tone.Dash;

/// One thing drawn in a panel. Numbers are in the units of the panel's axes. NaN and infinite values break a line; they are never drawn.
/// An empty label means that the layer is not named. `tone` counts the colours of [Tone] from 0.
public sealed interface Layer {
    double THIN = 1.2;
    double NORMAL = 1.6;

    /// A line through points in their order; `xs` need not ascend.
    ///
    /// @param xs abscissae // [n]
    /// @param ys ordinates // [n]
    /// @param width of the stroke, px
    record Line(double[] xs, double[] ys, String label, int tone, Dash dash, double width) implements Layer {
        public Line {
            sameLength("line", xs, ys);
        }

        public static Line of(double[] xs, double[] ys, String label, int tone) {
            return new Line(xs, ys, label, tone, Tone.of(tone).dash(), NORMAL);
        }

        public Line dashed(Dash dash) {
            return new Line(xs, ys, label, tone, dash, width);
        }

        public Line wide(double width) {
            return new Line(xs, ys, label, tone, dash, width);
        }
    }

    /// Separate points.
    ///
    /// @param errors half lengths of the error bars // [n], or empty for none; NaN for none at a point
    record Points(double[] xs, double[] ys, double[] errors, String label, int tone, Marker marker) implements Layer {
        public Points {
            sameLength("points", xs, ys);
            if (errors.length > 0) sameLength("error bars", ys, errors);
        }

        public static Points of(double[] xs, double[] ys, String label, int tone) {
            return new Points(xs, ys, new double[0], label, tone, Marker.DISC);
        }

        public Points with(Marker marker) {
            return new Points(xs, ys, errors, label, tone, marker);
        }

        public Points within(double[] errors) {
            return new Points(xs, ys, errors, label, tone, marker);
        }
    }

    /// The shape of a point.
    enum Marker { DISC, CIRCLE, SQUARE, TRIANGLE, DIAMOND, CROSS }

    /// The area between two curves // [n] each
    record Band(double[] xs, double[] lower, double[] upper, String label, int tone) implements Layer {
        public Band {
            sameLength("band", xs, lower);
            sameLength("band", xs, upper);
        }
    }

    /// A thin straight line through the whole panel.
    ///
    /// @param vertical at the abscissa `value`; else at the ordinate `value`
    record Rule(boolean vertical, double value, String label) implements Layer {
        public static Rule horizontal(double value, String label) {
            return new Rule(false, value, label);
        }

        public static Rule vertical(double value, String label) {
            return new Rule(true, value, label);
        }
    }

    /// Words at a place of the data, with a small dot when `dot`.
    record Note(double x, double y, String text, Anchor anchor, boolean dot) implements Layer {
        public static Note at(double x, double y, String text) {
            return new Note(x, y, text, Anchor.RIGHT, false);
        }
    }

    /// On which side of its place a note stands.
    enum Anchor { LEFT, RIGHT, ABOVE, BELOW, CENTRE }

    /// Short arrows of one length that say where things go.
    ///
    /// @param us, vs the directions, in the units of the axes // [n] each
    /// @param faint behind other things
    record Arrows(double[] xs, double[] ys, double[] us, double[] vs, boolean faint) implements Layer {
        public Arrows {
            sameLength("arrows", xs, ys);
            sameLength("arrows", us, vs);
        }
    }

    /// A waveform of steps, such as a stimulus: `levels[i]` holds from `edges[i]` to `edges[i + 1]`.
    ///
    /// @param edges // [n + 1], ascending
    /// @param levels // [n]
    record Steps(double[] edges, double[] levels, String label, int tone) implements Layer {
        public Steps {
            if (edges.length != levels.length + 1) {
                throw new IllegalArgumentException(levels.length + " levels need " + (levels.length + 1) + " edges, not " + edges.length);
            }
        }
    }

    /// Many lines shaded by a value, with a small colour bar as their key.
    ///
    /// @param label what the value is, `test potential`; empty for a family that another panel names
    /// @param unit its unit, as in [Axis]
    record Family(List<Member> members, String label, String unit) implements Layer {
        public Family {
            members = List.copyOf(members);
        }
    }

    /// One line of a family // [n] each
    record Member(double value, double[] xs, double[] ys) {
        public Member {
            sameLength("member", xs, ys);
        }
    }

    private static void sameLength(String what, double[] a, double[] b) {
        if (a.length == b.length) return;
        throw new IllegalArgumentException(what + ": " + a.length + " and " + b.length + " numbers; they must be equally many");
    }
}
