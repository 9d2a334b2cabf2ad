package loligo.notation;

/// The line of a text in which a mistake stands, with carets below it. Of a very long line only a window around the place is shown;
/// tabs and characters that can not be seen take one column each, so that the carets stand where they should.
record Excerpt(Source source, Span at) {
    private static final int WIDEST = 120;
    private static final int BEFORE = 60;

    String heading() {
        return source.name() + ":" + source.line(at.start()) + ":" + source.column(at.start());
    }

    String lines() {
        String text = source.text();
        int begin = source.lineStart(at.start());
        int end = source.lineEnd(at.start());
        int first = at.start() - begin <= WIDEST - 10 && end - begin <= WIDEST ? begin : Math.max(begin, at.start() - BEFORE);
        int last = Math.min(end, first + WIDEST);
        String number = Integer.toString(source.line(at.start()));
        String open = first > begin ? "… " : "";
        String shown = visible(text.substring(first, last)) + (last < end ? " …" : "");
        int start = Math.min(at.start(), last);
        int indent = open.length() + text.codePointCount(first, start);
        int carets = Math.max(1, text.codePointCount(start, Math.clamp(at.end(), start, last)));
        return " " + number + " | " + open + shown + "\n " + " ".repeat(number.length()) + " | " + " ".repeat(indent) + "^".repeat(carets)
                + "\n";
    }

    private static String visible(String line) {
        var shown = new StringBuilder();
        line.codePoints().forEach(c -> shown.appendCodePoint(c == '\t' ? ' ' : strange(c) ? '\ufffd' : c));
        return shown.toString();
    }

    private static boolean strange(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE || type == Character.NON_SPACING_MARK
                || type == Character.UNASSIGNED;
    }
}
