package loligo.experiment;

import java.util.List;
import loligo.model.Card;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Item;
import loligo.notation.Mistakes;
import loligo.notation.Parser;
import loligo.notation.Printer;
import loligo.notation.Source;

/// A model of the library under the stimulus that its card names: the smallest experiment that shows what it does.
public final class Specimen {
    /// The study of a specimen's experiment.
    public static final String STUDY = "picture";

    private static final List<String> STUDY_WORDS = List.of("until", "record");

    private Specimen() {}

    /// The experiment as a text that `loligo run` takes.
    public static String text(Card card) {
        List<Item> entries = parsed(card).items();
        List<Item> step = entries.stream().filter(i -> i instanceof Item.Entry e && !STUDY_WORDS.contains(e.name())).toList();
        List<Item> study = entries.stream().filter(i -> i instanceof Item.Entry e && STUDY_WORDS.contains(e.name())).toList();
        String protocol = step.isEmpty() ? "" : "protocol step : current { " + line(step) + " }\n";
        return "experiment \"" + card.title().replace('"', '\'') + "\"\nuse " + card.name() + "\npatch cell : " + model(card) + " { }\n"
                + protocol + "simulate " + STUDY + " { " + (step.isEmpty() ? "" : "under = step  ") + line(study) + " }\n";
    }

    public static Experiment experiment(Card card) {
        return ExperimentReader.read(new Source(card.name(), text(card)), new Shelf(null), List.of());
    }

    private static Document parsed(Card card) {
        Diagnostics diagnostics = new Diagnostics();
        Document document = Parser.parse(new Source(card.name() + ".loligo", card.picture()), diagnostics);
        if (diagnostics.any()) throw new Mistakes(diagnostics);
        return document;
    }

    private static String line(List<Item> entries) {
        return String.join("  ", entries.stream().map(i -> Printer.text(i).strip()).toList());
    }

    /// The name that the model itself has.
    private static String model(Card card) {
        String text = loligo.model.Library.find(card.name()).orElseThrow().text();
        return text.lines().filter(l -> l.startsWith("model ")).findFirst().orElseThrow().substring("model ".length()).strip();
    }
}
