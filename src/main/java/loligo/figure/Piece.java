package loligo.figure;

import java.util.List;

/// One thing on a [Page], as data. All text is escaped when it is written.
public sealed interface Piece {
    /// A heading and what stands under it.
    record Section(String title, List<Piece> pieces) implements Piece {
        public Section {
            pieces = List.copyOf(pieces);
        }
    }

    record Paragraph(String text) implements Piece {}

    /// A paragraph that must not be missed: numbers that misbehaved, a bound that was reached.
    record Notice(String text) implements Piece {}

    record Bullets(List<String> items) implements Piece {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// A figure on a white card with its caption.
    record Drawn(Figure figure) implements Piece {}

    /// What can be opened.
    record Details(String summary, List<Piece> pieces) implements Piece {
        public Details {
            pieces = List.copyOf(pieces);
        }
    }

    /// Lines of text as they are, such as the experiment's own.
    record Code(String text) implements Piece {}

    /// Formulas that somebody else set: well-formed MathML, one `math` element, passed through as it is.
    record Mathematics(String mathml) implements Piece {
        public Mathematics {
            boolean whole = mathml.startsWith("<math") && mathml.endsWith("</math>");
            if (!whole || mathml.contains("<script")) throw new IllegalArgumentException("not one math element: " + mathml);
        }
    }

    /// A table; numbers are set with their decimal points in line.
    ///
    /// @param caption empty for none
    /// @param heads one for each column
    /// @param rows as many cells as heads in each
    record Table(String caption, List<String> heads, List<List<Cell>> rows) implements Piece {
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != heads.size()) throw new IllegalArgumentException("a row of " + row.size() + " cells under " + heads.size() + " heads");
            }
        }
    }

    /// What a cell of a table holds.
    sealed interface Cell {}

    record Words(String text) implements Cell {}

    /// A number with its unit.
    ///
    /// @param error absolute, in the unit; 0 for none, NaN for not known
    /// @param unit as in [Axis], empty when it stands in the head
    record Value(double value, double error, String unit) implements Cell {}
}
