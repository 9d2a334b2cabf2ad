package loligo.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import loligo.figure.Page;
import loligo.figure.Piece;
import org.junit.jupiter.api.Test;

/// `docs/gallery.html` shows every example with the figures that it draws today, in the order of the lecture.
class GalleryTest {
    private static final Path MADE = Path.of("target/gallery.html");

    @Test
    void theGalleryIsWhatTheExamplesDraw() throws IOException {
        Files.writeString(MADE, page().html());
        Path kept = Path.of("docs/gallery.html");
        String before = Files.exists(kept) ? Files.readString(kept) : "";
        assertTrue(before.equals(Files.readString(MADE)), "look at " + MADE + "; when it is right, copy it to " + kept);
    }

    private static Page page() throws IOException {
        List<Example> examples = Example.all().stream().sorted(Comparator.comparingInt(Example::slide).thenComparingInt(Example::place)).toList();
        List<Piece> pieces = new ArrayList<>();
        for (Example example : examples) pieces.add(section(example));
        return new Page("Gallery", "One experiment after the other, in the order of the lecture. Each is a file that ./loligo run draws again.", pieces, List.of("Loligo " + Version.NUMBER));
    }

    private static Piece section(Example example) {
        List<Piece> pieces = new ArrayList<>();
        String question = Character.toUpperCase(example.question().charAt(0)) + example.question().substring(1);
        pieces.add(new Piece.Paragraph((example.slide() > 0 ? "Slide " + example.slide() + ", " + example.topic() + ". " : "") + question));
        pieces.add(new Piece.Paragraph(example.story()));
        for (Figures.Drawn drawn : Figures.of(example.findings())) pieces.add(new Piece.Drawn(drawn.figure()));
        pieces.add(new Piece.Details("The experiment: " + example.file(), List.of(new Piece.Code(example.experiment()))));
        pieces.add(new Piece.Details("Try this", List.of(new Piece.Code(String.join("\n", example.tries())))));
        return new Piece.Section(example.title(), pieces);
    }
}
