package loligo.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where the panels of a figure stand and how far their axes reach. Margins are shared, so that the axes of a column are in line.
///
/// @param height of the whole figure, px
record Layout(List<Place> places, int height) {
    static final Svg.Type SMALL = new Svg.Type(12, false, Tone.INK);
    static final Svg.Type LABEL = new Svg.Type(13, false, Tone.INK);
    static final Svg.Type HEAD = new Svg.Type(13.5, true, Tone.INK);
    static final Svg.Type TITLE = new Svg.Type(15.5, true, Tone.INK);
    static final double OFFSET = 6; // px between data and axis
    static final double TICK = 4; // px
    static final double LEADING = 15; // px from line to line
    private static final double EDGE = 12;
    private static final double BETWEEN = 16;
    private static final double UNIT = 210; // px, automatic height of a panel with share 1

    /// @param x marks of the x axis
    /// @param xAxis whether the x axis is drawn under this panel
    record Place(Panel panel, Frame frame, Ticks x, Ticks y, Key key, boolean xAxis) {}

    static Layout of(Figure figure) {
        return new Setting(figure).layout();
    }

    /// The work of setting one figure.
    private static final class Setting {
        final Figure figure;
        final List<Panel> panels;
        final int columns;
        final int rows;
        final double top;
        final Extent[] x; // of each panel
        final Extent[] y;
        final boolean[] known; // whether anything says where the x axis of a panel runs
        final double[] above; // of each row, px
        final double[] below;
        final double[] tall;

        Setting(Figure figure) {
            this.figure = figure;
            panels = figure.panels();
            columns = Math.max(1, Math.min(figure.arrangement().columns(), panels.size()));
            rows = (panels.size() + columns - 1) / columns;
            top = figure.title().isEmpty() ? EDGE : EDGE + 22;
            x = new Extent[panels.size()];
            y = new Extent[panels.size()];
            known = new boolean[panels.size()];
            above = new double[rows];
            below = new double[rows];
            tall = new double[rows];
        }

        Layout layout() {
            for (int i = 0; i < panels.size(); i++) extents(i);
            for (int row = 0; row < rows; row++) margins(row);
            double total = heights();
            double[] left = new double[columns];
            double[] right = new double[columns];
            Key[] keys = new Key[panels.size()];
            for (int i = 0; i < panels.size(); i++) {
                keys[i] = Key.of(panels.get(i), x[i], tall[i / columns]);
                left[i % columns] = Math.max(left[i % columns], left(i));
                right[i % columns] = Math.max(right[i % columns], Math.max(keys[i].width(SMALL), 10));
            }
            return new Layout(places(left, right, keys), (int) Math.ceil(total));
        }

        private void extents(int i) {
            Panel panel = panels.get(i);
            boolean shared = figure.arrangement().shared();
            Extent data = Extent.EMPTY;
            boolean dots = false;
            for (int k = shared ? i % columns : i; k < (shared ? panels.size() : i + 1); k += columns) {
                data = Limits.x(data, panels.get(k));
                dots |= panels.get(k).layers().stream().anyMatch(layer -> layer instanceof Layer.Points);
            }
            known[i] = !data.isEmpty();
            x[i] = data.axis(shared ? panels.get(i % columns).x() : panel.x(), dots ? 0.04 : 0);
            y[i] = Limits.y(panel).axis(panel.y(), 0.05);
        }

        private boolean xAxis(int i) {
            return !figure.arrangement().shared() || i + columns >= panels.size();
        }

        private void margins(int row) {
            for (int i = row * columns; i < Math.min(panels.size(), (row + 1) * columns); i++) {
                above[row] = Math.max(above[row], panels.get(i).title().isEmpty() ? 6 : 24);
                below[row] = Math.max(below[row], !xAxis(i) ? 2 : panels.get(i).x().heading().isEmpty() ? 26 : 44);
            }
        }

        /// Shares out the height; returns the whole.
        private double heights() {
            double[] share = new double[rows];
            double fixed = top + EDGE / 2 + BETWEEN * Math.max(0, rows - 1);
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                for (int i = row * columns; i < Math.min(panels.size(), (row + 1) * columns); i++) share[row] = Math.max(share[row], panels.get(i).share());
                fixed += above[row] + below[row];
                sum += share[row];
            }
            double unit = panels.size() == 1 ? Math.min(1.45 * UNIT, figure.width() * 0.5) : UNIT;
            double free = figure.height() > 0 ? Math.max(figure.height() - fixed, 30.0 * rows) : sum * unit;
            for (int row = 0; row < rows; row++) tall[row] = Math.max(30, free * share[row] / sum);
            return figure.height() > 0 ? figure.height() : fixed + Arrays.stream(tall).sum() + (panels.isEmpty() ? 60 : 0);
        }

        private Ticks yTicks(int i) {
            if (Limits.y(panels.get(i)).isEmpty()) return Ticks.NONE;
            return Ticks.of(y[i], panels.get(i).y().scale(), Math.clamp((long) (tall[i / columns] / 34) + 1, 3, 7));
        }

        private double left(int i) {
            double numbers = 0;
            for (Ticks.Tick tick : yTicks(i).major()) numbers = Math.max(numbers, Letters.width(tick.label(), SMALL.size(), false));
            int lines = Letters.lines(panels.get(i).y().heading(), LABEL.size(), tall[i / columns] + above[i / columns] + 8, 3).size();
            return OFFSET + TICK + 4 + numbers + (lines == 0 ? 0 : 6 + lines * LEADING);
        }

        private List<Place> places(double[] left, double[] right, Key[] keys) {
            double fixed = 2 * EDGE - 4 + BETWEEN * (columns - 1) + Arrays.stream(left).sum() + Arrays.stream(right).sum();
            double wide = Math.max(40, (figure.width() - fixed) / columns);
            List<Place> places = new ArrayList<>();
            double py = top;
            for (int row = 0; row < rows; row++) {
                py += above[row];
                double px = EDGE - 4;
                for (int i = row * columns; i < Math.min(panels.size(), (row + 1) * columns); i++) {
                    px += left[i % columns];
                    places.add(place(i, new Box(px, py, wide, tall[row]), keys[i]));
                    px += wide + right[i % columns] + BETWEEN;
                }
                py += tall[row] + below[row] + BETWEEN;
            }
            return List.copyOf(places);
        }

        private Place place(int i, Box box, Key key) {
            Panel panel = panels.get(i);
            Frame frame = new Frame(box, x[i], panel.x().scale(), y[i], panel.y().scale());
            return new Place(panel, frame, known[i] ? xTicks(panel, x[i], box.width()) : Ticks.NONE, yTicks(i), key, xAxis(i));
        }

        /// As many marks as their labels leave room for.
        private static Ticks xTicks(Panel panel, Extent extent, double width) {
            int most = Math.clamp((long) (width / (panel.x().scale() == Axis.Scale.LOG ? 38 : 60)) + 1, 3, 7);
            while (true) {
                Ticks ticks = Ticks.of(extent, panel.x().scale(), most);
                double widest = 0;
                for (Ticks.Tick tick : ticks.major()) widest = Math.max(widest, Letters.width(tick.label(), SMALL.size(), false));
                if (most <= 2 || (widest + 8) * (ticks.major().size() - 1) <= width) return ticks;
                most--;
            }
        }
    }
}
