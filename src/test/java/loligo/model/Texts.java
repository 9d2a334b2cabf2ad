package loligo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Objects;
import loligo.notation.Diagnostic;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Item;
import loligo.notation.Parser;
import loligo.notation.Source;

/// Models from text, for tests.
final class Texts {
    private Texts() {}

    static Model model(Source source) {
        Diagnostics diagnostics = new Diagnostics();
        Model model = read(source, diagnostics);
        assertEquals(List.of(), told(source, diagnostics), source.name());
        return Objects.requireNonNull(assertNonNull(model));
    }

    private static Model assertNonNull(@org.jspecify.annotations.Nullable Model model) {
        assertNotNull(model);
        return Objects.requireNonNull(model);
    }

    static @org.jspecify.annotations.Nullable Model read(Source source, Diagnostics diagnostics) {
        Document document = Parser.parse(source, diagnostics);
        for (Item item : document.items()) if (item instanceof Item.Block b && b.kind().equals("model")) return Model.read(b, document, diagnostics);
        return null;
    }

    static Model model(String text) {
        return model(new Source("test.loligo", text));
    }

    static Equations equations(String text) {
        return lower(model(text), "");
    }

    static Model library(String name) {
        return model(Library.find(name).orElseThrow());
    }

    /// The equations of a model with the overrides of a patch's body.
    static Equations lower(Model model, String overrides) {
        Source source = new Source("patch.loligo", "patch p : X {\n" + overrides + "\n}");
        Diagnostics diagnostics = new Diagnostics();
        Equations equations = lower(model, source, diagnostics);
        assertEquals(List.of(), told(source, diagnostics));
        return equations;
    }

    static Equations lower(Model model, Source source, Diagnostics diagnostics) {
        Document document = Parser.parse(source, diagnostics);
        List<Item.Entry> entries = document.items().stream().filter(Item.Block.class::isInstance).map(Item.Block.class::cast)
                .flatMap(b -> b.body().stream()).filter(Item.Entry.class::isInstance).map(Item.Entry.class::cast).toList();
        return model.lower(entries, document, diagnostics);
    }

    /// What a text's mistakes are, each as `line: problem | remedy`.
    static List<String> mistakes(String text) {
        Source source = new Source("test.loligo", text);
        Diagnostics diagnostics = new Diagnostics();
        read(source, diagnostics);
        return told(source, diagnostics);
    }

    static List<String> overrideMistakes(Model model, String overrides) {
        Source source = new Source("patch.loligo", "patch p : X {\n" + overrides + "\n}");
        Diagnostics diagnostics = new Diagnostics();
        lower(model, source, diagnostics);
        return told(source, diagnostics);
    }

    private static List<String> told(Source source, Diagnostics diagnostics) {
        return diagnostics.list().stream().map((Diagnostic d) -> source.line(d.at().start()) + ": " + d.problem() + " | " + d.remedy()).toList();
    }
}
