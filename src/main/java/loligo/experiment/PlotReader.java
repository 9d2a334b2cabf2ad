package loligo.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import org.jspecify.annotations.Nullable;

/// Reads the blocks that draw.
final class PlotReader {
    private static final List<String> WORDS = List.of("x", "y");
    private static final String[] STUDIES = {"simulate", "sweep", "clamp", "iv", "threshold", "fi", "impedance", "equilibria", "continue", "diagram", "plane"};

    private final Document document;
    private final Diagnostics diagnostics;
    private final Map<String, Study> studies;

    PlotReader(Document document, Diagnostics diagnostics, Map<String, Study> studies) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.studies = studies;
    }

    void read(Item.Block block, List<Plot> plots) {
        Fields fields = new Fields(block, document, diagnostics, WORDS);
        Study study = plotted(block, fields);
        if (study == null) return;
        if (study instanceof Study.Equilibria) {
            fields.mistake(block.at(), "equilibria are drawn by themselves", "Of a membrane the steady-state current is drawn, with the equilibria on it. Remove this plot.");
            return;
        }
        if (study instanceof Study.Plane) {
            fields.mistake(block.at(), "a plane is drawn by itself", "Its two unknowns stand in it. Remove this plot.");
            return;
        }
        if (study instanceof Study.Continue) {
            fields.mistake(block.at(), "a diagram is drawn by itself", "Equilibria and cycles are drawn against the number that varies. Remove this plot.");
            return;
        }
        if (study instanceof Study.PhaseDiagram) {
            fields.mistake(block.at(), "a diagram is drawn by itself", "Its curves are drawn in the plane of the two numbers that vary. Remove this plot.");
            return;
        }
        if (study instanceof Study.Chord) {
            fields.mistake(block.at(), "a chord is drawn by itself", "Its conductances are drawn over the potential that they imply. Remove this plot.");
            return;
        }
        List<String> known = columns(study);
        List<String> x = columns(fields, "x", study.name(), known);
        List<String> y = columns(fields, "y", study.name(), known);
        if (x.size() > 1) fields.mistake(fields.at("x"), "x is one column", "Write one plot for each.");
        boolean grid = x.isEmpty() || x.getFirst().equals(known.getFirst()); // time, or the varied number
        plots.add(new Plot(study.name(), grid ? null : x.getFirst(), y.isEmpty() ? known.subList(1, 2) : y));
    }

    private @Nullable Study plotted(Item.Block block, Fields fields) {
        Item.Title title = block.title();
        Study study = title == null ? null : studies.get(title.text());
        if (study != null || (title != null && StudyReader.written(document, STUDIES).contains(title.text()))) return study;
        Set<String> written = new LinkedHashSet<>(studies.keySet());
        written.addAll(new TreeSet<>(StudyReader.written(document, STUDIES)));
        String known = written.isEmpty() ? "." : ": " + String.join(", ", written) + ".";
        fields.mistake(title == null ? block.at() : title.at(), "plot of which study?",
                (title == null ? "" : StudyReader.suggestion(title.text(), written)) + "Write plot NAME { y = V } with the name of a study" + known);
        return null;
    }

    /// The columns that a list names.
    private List<String> columns(Fields fields, String key, String study, List<String> known) {
        List<String> names = new ArrayList<>();
        for (Expr expr : fields.expressions(key)) {
            String name = StudyReader.compact(expr);
            names.add(name);
            if (!known.contains(name)) {
                fields.mistake(document.place(expr, fields.at(key)), study + " records no " + name,
                        StudyReader.suggestion(name, known) + "It has " + String.join(", ", known) + "; add it to `record` or `measure`.");
            }
        }
        return names;
    }

    /// The columns of a study's series, its grid first.
    private static List<String> columns(Study study) {
        List<String> names = new ArrayList<>();
        switch (study) {
            case Study.Simulate run -> {
                names.add(SeriesOf.TIME);
                run.record().forEach(r -> names.add(r.name()));
            }
            case Study.Clamp clamp -> names.addAll(columns(clamp.run()));
            case Study.Equilibria still -> names.addAll(SteadyCurve.columns(still.on().equations()));
            case Study.Plane plane -> names.add(plane.name());
            case Study.PhaseDiagram map -> names.add(map.x().vary().name());
            case Study.Continue following -> names.add(following.vary().name());
            case Study.Chord chord -> names.addAll(ChordCurve.columns(chord));
            case Study.Fi fi -> names.addAll(FiringCurve.columns(fi));
            case Study.Sweep sweep -> {
                names.add(sweep.vary().name());
                names.addAll(sweep.measure());
            }
            case Study.Threshold threshold -> names.addAll(ThresholdReader.columns(threshold));
            case Study.Impedance impedance -> names.addAll(ImpedanceChirp.COLUMNS);
        }
        return names;
    }
}
