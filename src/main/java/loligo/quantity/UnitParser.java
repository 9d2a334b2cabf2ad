package loligo.quantity;

/// Reads `factor { ("*" | "/" | blank) factor }`, factor = symbol or `( )`, with a power: `cm^2`, `cm2`, `cm²`, `ms^-1`, `mV^(1/2)`, `mV¹⁄²`.
/// As in all printed science, `mm^2/mW/ms` divides by mW and by ms.
final class UnitParser {
    private static final int LONGEST = 200;
    private static final int GREATEST_POWER = 99;
    private static final int DEEPEST = 12;
    private static final int FINEST_ROOT = 12;
    private static final String ROOT = "Write a root as a fraction in parentheses, as in mV^(1/2).";
    static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    static final char OVER = '⁄'; // between two superscripts

    private final String text;
    private int at;

    UnitParser(String text) {
        this.text = text;
    }

    UnitReading read() {
        try {
            return new UnitReading.Known(unit());
        } catch (Halt halt) {
            return halt.why;
        }
    }

    private Unit unit() throws Halt {
        if (text.isBlank()) throw halt(0, text.length(), "a unit is missing",
                "Write a unit between the brackets, such as mV; a pure number needs none.");
        if (text.length() > LONGEST) throw halt(0, text.length(), "no unit is this long", "A unit has at most " + LONGEST + " characters.");
        String symbol = symbol(text);
        if (symbol.equals("degC")) return Unit.CELSIUS;
        if (symbol.equals("1")) return Unit.ONE;
        Symbol meaning = product(0);
        if (at < text.length() && digit(text.charAt(at))) throw missing(at);
        if (at < text.length()) throw halt(at, at + 1, "a unit ends here", "Combine units with * and /, as in mS/cm^2.");
        double scale = meaning.scale().value();
        if (!(scale > 0) || Double.isInfinite(scale)) throw halt(0, text.length(), "this unit is beyond all numbers",
                "Use smaller powers.");
        return new Unit(symbol, meaning.dimension(), scale, 0);
    }

    /// As programs will read it: in plain letters, without blanks but those that multiply.
    private static String symbol(String text) {
        return Printed.plain(text).strip().replaceAll("\\s*([\\^/*·])\\s*", "$1").replaceAll("\\(\\s+", "(").replaceAll("\\s+\\)", ")").replaceAll("\\s+", " ");
    }

    private Symbol product(int depth) throws Halt {
        Symbol result = factor(depth);
        while (true) {
            boolean blank = blanks();
            boolean over = take('/');
            if (!over && !take('*') && !take('·') && !(blank && factorBegins())) return result;
            blanks();
            Symbol next = factor(depth);
            result = over ? combined(result, power(next, -1, 1)) : combined(result, next);
        }
    }

    private Symbol factor(int depth) throws Halt {
        blanks();
        if (depth > DEEPEST) throw halt(at, at + 1, "too many parentheses", "A unit needs few of them.");
        int start = at;
        Symbol of = take('(') ? closed(depth) : symbol();
        return exponent(of, start);
    }

    private Symbol closed(int depth) throws Halt {
        Symbol inner = product(depth + 1);
        if (!take(')')) throw halt(at, at + 1, "a parenthesis is not closed", "Write ) after the last unit inside.");
        return inner;
    }

    private Symbol symbol() throws Halt {
        int start = at;
        if (take('1') || take('%')) return known(start);
        while (at < text.length() && letter(text.charAt(at))) at++;
        if (at == start) throw missing(start);
        return known(start);
    }

    private Symbol known(int start) throws Halt {
        String word = text.substring(start, at);
        if (word.equals("degC")) throw halt(start, at, "degC stands alone",
                "[degC] is an absolute temperature. In a product, and for a difference, write K.");
        var symbol = Symbol.of(word);
        if (symbol.isPresent()) return symbol.get();
        String remedy = Symbol.nearest(word).map(near -> "Did you mean " + near
                + "?").orElse("Units are built of s, V, A, S, F, Ohm, m, M, mol, L, K, C, J, W, Hz with SI prefixes.");
        throw halt(start, at, "'" + word + "' is not a unit", remedy);
    }

    private Halt missing(int start) {
        if (start < text.length() && text.substring(0, start).matches(".*\\^-?\\d+/")) return halt(start, start + 1, "a power ends before the /", ROOT);
        if (start < text.length() && Character.isDigit(text.charAt(start)))
            return halt(start, start + 1, "a unit holds no numbers but 1 and powers", "Put the number before the brackets.");
        return halt(start, start + 1, "a unit is missing here", "Write a unit after * or /, as in mS/cm^2.");
    }

    private Symbol exponent(Symbol of, int start) throws Halt {
        if (take('^')) {
            blanks();
            return take('(') ? fraction(of, start) : whole(of, start);
        }
        boolean letters = text.charAt(at - 1) != '1';
        if (letters && at < text.length() && (digit(text.charAt(at)) || superscript(at))) return whole(of, start);
        return of;
    }

    /// A whole power, or a fraction of superscripts.
    private Symbol whole(Symbol of, int start) throws Halt {
        int above = integer();
        return raised(of, start, above, take(OVER) ? integer() : 1);
    }

    private Symbol fraction(Symbol of, int start) throws Halt {
        blanks();
        int above = integer();
        blanks();
        boolean over = take('/');
        blanks();
        int below = over ? integer() : 1;
        blanks();
        if (!take(')')) throw halt(at, at + 1, "a power ends here", "Write a power as ^2, ^-1 or ^(1/2).");
        return raised(of, start, above, below);
    }

    private int integer() throws Halt {
        int start = at;
        boolean minus = take('-') || take('⁻') || take('−');
        int value = 0;
        int first = at;
        for (; at < text.length() && digitAt(at) >= 0 && value <= GREATEST_POWER; at++) value = 10 * value + digitAt(at);
        if (at < text.length() && text.charAt(at) == '.') throw halt(start, at + 1, "a power is a whole number or a fraction", ROOT);
        if (at == first) throw halt(start, at + 1, "a power is missing", "Write a whole number after ^, as in cm^2.");
        if (value > GREATEST_POWER) throw halt(start, at, "a power out of bounds", "Powers of units go from -" + GREATEST_POWER + " to "
                + GREATEST_POWER + ".");
        return minus ? -value : value;
    }

    private Symbol raised(Symbol of, int start, int above, int below) throws Halt {
        Scale scale = of.scale().power(above);
        boolean even = below > 0 && FINEST_ROOT % below == 0;
        if (!even || !scale.hasRoot(below)) throw halt(start, at, "this root is no unit",
                "Write it with ms, mV, cm and uA, and with roots up to the twelfth.");
        return power(of, above, below);
    }

    private Symbol power(Symbol of, int above, int below) throws Halt {
        try {
            return new Symbol(of.dimension().power((double) above / below), of.scale().power(above).root(below));
        } catch (IllegalArgumentException uneven) {
            throw halt(0, text.length(), "this root is no unit", "Roots of units come out even in twelfths.");
        }
    }

    private static Symbol combined(Symbol a, Symbol b) {
        return new Symbol(a.dimension().times(b.dimension()), a.scale().times(b.scale()));
    }

    private boolean factorBegins() {
        return at < text.length() && (letter(text.charAt(at)) || "1%(".indexOf(text.charAt(at)) >= 0);
    }

    private boolean blanks() {
        int start = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at > start;
    }

    private boolean take(char c) {
        boolean here = at < text.length() && text.charAt(at) == c;
        if (here) at++;
        return here;
    }

    private int digitAt(int i) {
        char c = text.charAt(i);
        return digit(c) ? c - '0' : SUPERSCRIPTS.indexOf(c);
    }

    private boolean superscript(int i) {
        char c = text.charAt(i);
        return c == '⁻' || SUPERSCRIPTS.indexOf(c) >= 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return (Character.isLetter(c) || c == '°' || c == '_') && SUPERSCRIPTS.indexOf(c) < 0;
    }

    private Halt halt(int start, int end, String reason, String remedy) {
        int last = Math.min(end, text.length());
        return new Halt(new UnitReading.Unknown(Math.min(start, last), last, reason, remedy));
    }

    private static final class Halt extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient UnitReading.Unknown why;

        Halt(UnitReading.Unknown why) {
            super(why.reason(), null, false, false);
            this.why = why;
        }
    }
}
