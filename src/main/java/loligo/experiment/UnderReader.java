package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.protocol.Protocol;
import loligo.protocol.Setting;
import org.jspecify.annotations.Nullable;

/// Reads under which protocols a study is performed. A level that does not fit the preparation is shown where it is written.
final class UnderReader {
    private final Document document;
    private final Map<String, Protocol> protocols;
    private final Fields fields;

    UnderReader(Document document, Map<String, Protocol> protocols, Fields fields) {
        this.document = document;
        this.protocols = protocols;
        this.fields = fields;
    }

    /// What a study is performed under.
    ///
    /// @param protocols those that could be read
    /// @param whole whether these are all that the text names, and all fit: otherwise more mistakes may follow from those told
    record Under(List<Protocol> protocols, boolean whole) {}

    /// @param on null when it is not known, which was told: what fits it is then not asked
    Under read(@Nullable Preparation on) {
        List<Protocol> under = new ArrayList<>();
        boolean whole = true;
        for (Expr expr : fields.expressions("under")) {
            Span at = document.place(expr, fields.at("under"));
            String name = StudyReader.compact(expr);
            Protocol protocol = protocols.get(name);
            whole &= protocol != null && fits(protocol, on, under, at);
            if (protocol != null) under.add(protocol);
            else unknown(name, at);
        }
        return new Under(under, whole && under.size() == fields.values("under").size());
    }

    private boolean fits(Protocol protocol, @Nullable Preparation on, List<Protocol> before, Span at) {
        if (on == null) return true;
        Optional<Targets.Misfit> misfit = Targets.check(protocol, on.equations());
        misfit.ifPresent(wrong -> fields.mistake(wrong.blamed() == null ? target(protocol, at) : place(wrong.blamed(), at), wrong.problem(), wrong.remedy()));
        Optional<Targets.Misfit> conflict = misfit.isPresent() ? Optional.empty() : Targets.conflict(protocol, before);
        conflict.ifPresent(wrong -> fields.mistake(at, wrong.problem(), wrong.remedy()));
        return misfit.isEmpty() && conflict.isEmpty();
    }

    private void unknown(String name, Span at) {
        Set<String> written = new TreeSet<>(StudyReader.written(document, "protocol"));
        if (written.contains(name)) return;
        fields.mistake(at, "no protocol is called " + name, fields.otherwise(name) + StudyReader.suggestion(name, written)
                + (written.isEmpty() ? "The text has none." : "There is " + String.join(", ", written) + "."));
    }

    /// The value of a number of a protocol, where the text has it.
    private Span place(Setting setting, Span otherwise) {
        return entries(document.items()).filter(e -> e.at().start() == setting.order()).findFirst()
                .map(e -> e.values().getFirst().at().to(e.values().getLast().at())).orElse(otherwise);
    }

    /// Where a `set` protocol says what it moves; the others act on what their kind says.
    private Span target(Protocol protocol, Span otherwise) {
        return protocol.of() == null ? otherwise : document.items().stream().flatMap(i -> i instanceof Item.Block block && named(block, protocol.name()) ? entries(block.body()) : Stream.of())
                .filter(e -> e.name().equals("of")).findFirst().map(e -> e.values().getFirst().at()).orElse(otherwise);
    }

    private static boolean named(Item.Block block, String name) {
        return block.kind().equals("protocol") && block.title() != null && block.title().text().equals(name);
    }

    private static Stream<Item.Entry> entries(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Item.Entry entry -> Stream.of(entry);
            case Item.Block block -> entries(block.body());
            case Item.Arrow _ -> Stream.of();
        });
    }
}
