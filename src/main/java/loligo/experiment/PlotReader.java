package loligo.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import loligo.notation.Diagnostics;
import loligo.notation.Document;
import loligo.notation.Expr;
import loligo.notation.Item;
import loligo.notation.Span;
import loligo.notation.Value;
import loligo.protocol.Setting;
import org.jspecify.annotations.Nullable;

/// Reads the blocks that draw.
final class PlotReader {
    private static final List<String> WORDS = List.of("x", "y");
    private static final String[] STUDIES = {"simulate", "sweep", "clamp", "iv", "threshold", "fi", "impedance", "equilibria", "continue", "diagram", "plane", "basin"};

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
        if (study instanceof Study.Basin) {
            fields.mistake(block.at(), "a basin is drawn by itself", "Its two unknowns stand in it. Remove this plot.");
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
        List<String> y = columns(fields, "y", study, known);
        if (mixed(study, y)) fields.mistake(fields.at("y"), "time series and curves in one plot", "Write one plot of what is recorded, and one of what is measured.");
        List<String> grids = grids(study, y, known);
        List<String> x = columns(fields, "x", study, grids);
        if (x.size() > 1) fields.mistake(fields.at("x"), "x is one column", "Write one plot for each.");
        boolean grid = x.isEmpty() || x.getFirst().equals(grids.getFirst()); // time, or the varied number
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
    private List<String> columns(Fields fields, String key, Study study, List<String> known) {
        List<String> names = new ArrayList<>();
        for (Value value : fields.values(key)) {
            String name = name(value);
            if (name == null) {
                fields.mistake(value.at(), key + " is a list of columns", "Write " + key + " = " + known.getLast() + ", for example. There is " + String.join(", ", known) + ".");
                continue;
            }
            names.add(name);
            if (!known.contains(name)) {
                Collection<String> all = study instanceof Study.Simulate run ? Names.of(run.equations()).names() : known;
                fields.mistake(value.at(), study.name() + " records no " + name,
                        (all.contains(name) ? "" : StudyReader.suggestion(name, all)) + "It has " + String.join(", ", known) + "; what else is to be seen stands in its `record` or `measure`.");
            }
        }
        return names;
    }

    /// What a column is called that is written so.
    private static @Nullable String name(Value value) {
        return switch (value) {
            case Value.Single(Expr expr, Span _) -> StudyReader.compact(expr);
            case Value.Application(String word, List<Expr> arguments, Span _) -> arguments.stream().map(StudyReader::compact).collect(Collectors.joining(",", word + "(", ")"));
            case Value.Ramp _, Value.Family _, Value.Text _, Value.Compared _ -> null;
        };
    }

    /// What columns can be drawn over: each other and their grid, or what the protocol of a clamp varies.
    private static List<String> grids(Study study, List<String> y, List<String> known) {
        if (!(study instanceof Study.Clamp clamp)) return known;
        boolean measured = !y.isEmpty() && clamp.measure().contains(y.getFirst());
        return measured ? ClampCurve.families(clamp).stream().map(Setting::name).toList() : columns(clamp.run());
    }

    /// Whether time series and curves stand in one list: they have no axis in common.
    private static boolean mixed(Study study, List<String> names) {
        return study instanceof Study.Clamp clamp && names.stream().map(clamp.measure()::contains).distinct().count() > 1;
    }

    /// The columns of a study's series, its grid first.
    private static List<String> columns(Study study) {
        List<String> names = new ArrayList<>();
        switch (study) {
            case Study.Simulate run -> {
                names.add(SeriesOf.TIME);
                run.record().forEach(r -> names.add(r.name()));
            }
            case Study.Clamp clamp -> {
                names.addAll(columns(clamp.run()));
                if (ClampCurve.families(clamp).size() == 1) names.addAll(clamp.measure());
            }
            case Study.Equilibria still -> names.addAll(SteadyCurve.columns(still.on().equations()));
            case Study.Plane plane -> names.add(plane.name());
            case Study.Basin basin -> names.add(basin.name());
            case Study.PhaseDiagram map -> names.add(map.x().vary().name());
            case Study.Continue following -> names.add(following.vary().name());
            case Study.Chord chord -> names.addAll(ChordCurve.columns(chord));
            case Study.Fi fi -> names.addAll(FiringCurve.columns(fi));
            case Study.Sweep sweep -> {
                names.add(sweep.vary().name());
                names.addAll(sweep.measure());
            }
            case Study.Ensemble ensemble -> names.addAll(CrowdFigure.columns(ensemble));
            case Study.Threshold threshold -> names.addAll(ThresholdReader.columns(threshold));
            case Study.Impedance impedance -> names.addAll(ImpedanceChirp.COLUMNS);
        }
        return names;
    }
}
