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
    /// @param directed whether small heads say which way it is gone
    record Line(double[] xs, double[] ys, String label, int tone, Dash dash, double width, boolean directed) implements Layer {
        public Line {
            sameLength("line", xs, ys);
        }

        public static Line of(double[] xs, double[] ys, String label, int tone) {
            return new Line(xs, ys, label, tone, Tone.of(tone).dash(), NORMAL, false);
        }

        public Line dashed(Dash dash) {
            return new Line(xs, ys, label, tone, dash, width, directed);
        }

        public Line wide(double width) {
            return new Line(xs, ys, label, tone, dash, width, directed);
        }

        public Line named(String label) {
            return new Line(xs, ys, label, tone, dash, width, directed);
        }

        public Line arrowed() {
            return new Line(xs, ys, label, tone, dash, width, true);
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
    enum Anchor {
        CENTRE(0, 0), LEFT(-1, 0), RIGHT(1, 0), ABOVE(0, 1), BELOW(0, -1), ABOVE_LEFT(-1, 1), ABOVE_RIGHT(1, 1), BELOW_LEFT(-1, -1), BELOW_RIGHT(1, -1);

        /// -1 to the left, 1 to the right.
        public final int across;
        /// -1 below, 1 above.
        public final int up;

        Anchor(int across, int up) {
            this.across = across;
            this.up = up;
        }
    }

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
    /// @param ramp which of the [Tone]'s ramps of shades, so that two families in one figure are told apart
    record Family(List<Member> members, String label, String unit, int ramp) implements Layer {
        public Family {
            members = List.copyOf(members);
            if (ramp < 0 || ramp > Tone.ROUND) throw new IllegalArgumentException("ramp " + ramp + " is not between 0 and " + Tone.ROUND);
        }

        public Family(List<Member> members, String label, String unit) {
            this(members, label, unit, 0);
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
