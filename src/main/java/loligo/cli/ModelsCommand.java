package loligo.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import loligo.experiment.Experiment;
import loligo.experiment.Explanation;
import loligo.experiment.Laboratory;
import loligo.experiment.Progress;
import loligo.experiment.Result;
import loligo.experiment.Series;
import loligo.experiment.Shelf;
import loligo.experiment.Specimen;
import loligo.model.Bibliography;
import loligo.model.Card;
import loligo.model.Library;
import loligo.quantity.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `loligo models`: what the library has; with a name, one model in full.
@Command(name = "models", mixinStandardHelpOptions = true, description = "Lists the models of the library by what they do, or shows one: equations, numbers, sources, a picture.")
final class ModelsCommand implements Callable<Integer> {
    private static final int LINE = 120;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "a model of the library")
    private @Nullable String name;

    @Option(names = "--experiment", description = "print the experiment that draws the model's picture, for `loligo run`")
    private boolean experiment;

    @Override
    public Integer call() throws Shelf.Refusal {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) list(out);
        else if (experiment) out.print(Specimen.text(card(name)));
        else show(card(name), out);
        return Main.DONE;
    }

    private static Card card(String name) throws Shelf.Refusal {
        String bare = name.endsWith(".loligo") ? name.substring(0, name.length() - ".loligo".length()) : name;
        var card = Card.of(bare);
        if (card.isPresent()) return card.get();
        List<String> part = Library.names().stream().filter(n -> !bare.isEmpty() && n.contains(bare.toLowerCase(Locale.ROOT))).toList();
        String near = part.isEmpty() ? Nearest.to(bare, Library.names()).map(n -> " Did you mean " + n + "?").orElse("") : " Did you mean " + String.join(", ", part) + "?";
        throw new Shelf.Refusal("the library has no model " + bare + "." + near + " `./loligo models` lists what it has.");
    }

    private static void list(PrintWriter out) {
        List<Card> cards = Card.all();
        int width = cards.stream().mapToInt(c -> c.name().length()).max().orElse(0);
        for (Card.Kind kind : Card.Kind.values()) {
            out.println(kind.heading());
            for (Card card : cards) if (card.kind() == kind) out.println("  " + card.name() + " ".repeat(width - card.name().length() + 2) + card.title());
            out.println();
        }
        out.println("`./loligo models NAME` shows one; bring it into an experiment with `use NAME`.");
    }

    private static void show(Card card, PrintWriter out) {
        out.println(card.name());
        wrapped(card.title(), out);
        for (String paragraph : card.paragraphs()) {
            out.println();
            wrapped(paragraph, out);
        }
        out.println();
        Experiment experiment = Specimen.experiment(card);
        out.println(Explanation.of(experiment.preparations().getFirst()).strip());
        out.println();
        for (String key : experiment.preparations().getFirst().model().cites()) Bibliography.library().entry(key).ifPresent(e -> out.println(e.text().strip()));
        out.println();
        picture(experiment, out);
        out.println();
        out.println("A report of it: ./loligo models " + card.name() + " --experiment | ./loligo run -");
    }

    /// What the model does under its typical stimulus.
    private static void picture(Experiment experiment, PrintWriter out) {
        String protocols = Explanation.protocols(experiment).strip();
        if (!protocols.isEmpty()) out.println(protocols);
        Result result = new Laboratory(new Laboratory.Options(1, true), Progress.NOBODY).perform(experiment.studies().getFirst());
        Series series = result.series();
        if (series == null) return;
        Series.Column first = series.columns().getFirst();
        double[] times = series.grid().shown();
        TextPlot.of(first.shown(), first.name() + first.unit().after(), times[times.length - 1], series.grid().unit().symbol()).forEach(out::println);
    }

    private static void wrapped(String paragraph, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
                out.println(line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        out.println(line);
    }
}
