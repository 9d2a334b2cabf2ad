package loligo.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loligo.geometry.Patch;
import loligo.model.Equations;
import loligo.model.Model;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.protocol.Numbers;
import loligo.protocol.Setting;
import loligo.quantity.Dimension;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;

/// Reads `ensemble crowd : MODEL { count = 100  seed = 1  I = uniform(6, 14 [uA/cm^2])  leak.g = 0.3 [mS/cm^2] }`.
final class EnsembleReader {
    private static final int MOST = 100_000;
    private static final List<String> OWN = List.of("count", "seed");

    private final Document document;
    private final Diagnostics diagnostics;
    private final Map<Expr, Span> places = new IdentityHashMap<>();

    EnsembleReader(Document document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /// Null after a diagnostic.
    @Nullable Population read(Item.Block block, String name, Model model) {
        int before = diagnostics.count();
        List<Item.Entry> entries = entries(block);
        List<Item> own = entries.stream().filter(e -> OWN.contains(e.name())).map(Item.class::cast).toList();
        Fields fields = new Fields(new Item.Block(block.kind(), block.title(), 1, block.name(), own, true, block.at()), document, diagnostics, OWN);
        int count = count(fields, block);
        long seed = whole(fields, "seed").stream().mapToLong(x -> (long) x).findFirst().orElse(1);
        Map<String, Span> drawn = new HashMap<>();
        List<Draw> draws = new ArrayList<>();
        List<Item.Entry> overrides = new ArrayList<>();
        for (Item.Entry entry : entries) {
            if (OWN.contains(entry.name())) continue;
            if (entry.values().size() != 1 || !(entry.values().getFirst() instanceof Value.Application law)) {
                overrides.add(entry);
                continue;
            }
            Draw draw = draw(entry, law);
            if (draw == null) continue;
            draws.add(draw);
            drawn.put(draw.name(), entry.at());
            overrides.add(centred(entry, law, draw));
        }
        if (diagnostics.count() > before) return null;
        places.putAll(document.places());
        Equations equations = model.lower(overrides, new Document(document.source(), document.items(), places), diagnostics);
        if (diagnostics.count() > before) return null;
        Population population = new Population(new Preparation(name, new Patch(), model, equations), count, seed, draws);
        if (draws.isEmpty()) mistake(block.at(), "the cells of " + name + " are all alike", "Let a number differ from cell to cell: I = uniform(6, 14 [uA/cm^2]), or take a patch.");
        for (Draw draw : draws) prove(draw, population, drawn.getOrDefault(draw.name(), block.at()));
        return diagnostics.count() > before ? null : population;
    }

    private void mistake(Span at, String problem, String remedy) {
        diagnostics.add(document.source(), at, problem, remedy);
    }

    private List<Item.Entry> entries(Item.Block block) {
        List<Item.Entry> entries = new ArrayList<>();
        for (Item item : block.body()) {
            if (item instanceof Item.Entry entry) entries.add(entry);
            else mistake(item.at(), "only numbers stand in an ensemble", "Write count = 100 and NAME = normal(MEAN, SD [unit]) with names of its model, such as I or NaV.g.");
        }
        return entries;
    }

    private int count(Fields fields, Item.Block block) {
        OptionalDouble count = whole(fields, "count");
        if (!fields.has("count")) mistake(block.at(), "an ensemble of how many cells?", "Write count = 100.");
        if (count.isPresent() && !(count.getAsDouble() >= 2 && count.getAsDouble() <= MOST)) mistake(fields.at("count"), "count is from 2 to " + MOST, "Write count = 100, for example.");
        return (int) count.orElse(2);
    }

    private OptionalDouble whole(Fields fields, String key) {
        OptionalDouble number = fields.number(key, Dimension.NONE);
        boolean whole = number.isEmpty() || (number.getAsDouble() >= 0 && number.getAsDouble() < 1e15 && number.getAsDouble() == Math.rint(number.getAsDouble()));
        if (!whole) mistake(fields.at(key), key + " is no whole number", "Write " + key + " = 1, for example.");
        return whole ? number : OptionalDouble.empty();
    }

    private static String laws() {
        return Stream.of(Draw.Law.values()).map(l -> l.word() + "(" + l.arguments() + ")").collect(Collectors.joining(", "));
    }

    private @Nullable Draw draw(Item.Entry entry, Value.Application written) {
        Draw.Law law = Stream.of(Draw.Law.values()).filter(l -> l.word().equals(written.word())).findFirst().orElse(null);
        if (law == null) {
            List<String> words = Stream.of(Draw.Law.values()).map(Draw.Law::word).toList();
            mistake(written.at(), "no distribution is called " + written.word(), Nearest.to(written.word(), words).map(n -> "Did you mean " + n + "? ").orElse("") + "There is " + laws() + ".");
            return null;
        }
        if (written.arguments().size() != 2) {
            mistake(written.at(), law.word() + " has two numbers", "Write " + law.word() + "(" + law.arguments() + ").");
            return null;
        }
        List<Setting> read = law == Draw.Law.LOGNORMAL ? Arrays.asList(numbers(entry, written.arguments().subList(0, 1)), numbers(entry, written.arguments().subList(1, 2)))
                : Arrays.asList(numbers(entry, written.arguments()), null);
        Setting first = read.getFirst();
        if (first == null || (law == Draw.Law.LOGNORMAL && read.getLast() == null)) return null;
        return draw(entry, written, law, first, read.getLast());
    }

    private @Nullable Draw draw(Item.Entry entry, Value.Application written, Draw.Law law, Setting first, @Nullable Setting logarithm) {
        if (logarithm != null && !logarithm.unit().dimension().equals(Dimension.NONE)) {
            mistake(written.at(), "the second number of lognormal is pure", "It is the standard deviation of the logarithm: lognormal(36 [mS/cm^2], 0.1).");
            return null;
        }
        double a = first.inside(0);
        double b = logarithm != null ? logarithm.inside(0) : law == Draw.Law.NORMAL ? first.values().getLast() * first.unit().scale() : first.inside(1);
        boolean spread = law == Draw.Law.UNIFORM ? b > a : b > 0;
        if (!spread) mistake(written.at(), law == Draw.Law.UNIFORM ? "the upper end is not above the lower one" : "the " + law.second() + " must be above zero", "Write " + law.word() + "(" + law.arguments() + ").");
        return spread ? new Draw(entry.name(), first.unit(), law, a, b) : null;
    }

    /// Numbers in one unit; null after a diagnostic.
    private @Nullable Setting numbers(Item.Entry entry, List<Expr> written) {
        List<Value> values = written.stream().<Value>map(e -> new Value.Single(e, document.place(e, entry.at()))).toList();
        return new Numbers(document, diagnostics).setting(entry.name(), new Item.Entry(entry.name(), false, values, null, entry.at()));
    }

    /// The entry with the centre of the distribution for its value.
    private Item.Entry centred(Item.Entry entry, Value.Application law, Draw draw) {
        double centre = draw.law() == Draw.Law.UNIFORM ? draw.a() / 2 + draw.b() / 2 : draw.a();
        Expr literal = new Expr.Literal(draw.unit().outside(centre), draw.unit());
        places.put(literal, law.at());
        return new Item.Entry(entry.name(), entry.prime(), List.of(new Value.Single(literal, law.at())), entry.range(), entry.at());
    }

    /// Whether the number can differ, and every cell has one that makes sense.
    private void prove(Draw draw, Population cells, Span at) {
        Equations equations = cells.of().equations();
        boolean known = Stream.concat(equations.parameters().stream().map(Equations.Parameter::name), equations.inputs().stream().map(Equations.Input::name)).anyMatch(draw.name()::equals);
        if (!known) {
            mistake(at, draw.name() + " can not differ from cell to cell", "Only the numbers and inputs of a membrane can; `loligo explain` lists them.");
            return;
        }
        double lowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < cells.count(); k++) lowest = Math.min(lowest, draw.of(cells.seed(), k));
        Targets.tooLow("some cell of " + cells.name(), draw.name(), lowest, "a narrower distribution, or lognormal(median, standard deviation of the logarithm), which draws")
                .ifPresent(m -> mistake(at, m.problem(), m.remedy()));
    }
}
