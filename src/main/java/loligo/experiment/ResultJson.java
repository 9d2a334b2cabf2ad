package loligo.experiment;

import java.io.Writer;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import loligo.dynamics.Equilibrium;
import loligo.feature.Feature;
import loligo.model.Equations;
import loligo.quantity.Unit;
import loligo.solver.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes `result.json`, the shape that programs hold on to (`docs/results.md`).
final class ResultJson {
    private final JsonGenerator json;

    private ResultJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Findings findings, Writer out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), out)) {
            new ResultJson(json).file(findings);
        }
    }

    /// Two spaces, and the line ends of no machine in particular.
    private static final class Indented extends ObjectWriteContext.Base {
        private final PrettyPrinter printer = new DefaultPrettyPrinter();

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }
    }

    private void file(Findings findings) {
        json.writeStartObject();
        json.writeStringProperty("experiment", findings.experiment().title());
        json.writeStringProperty("version", Version.NUMBER);
        json.writeStringProperty("textHash", findings.textHash());
        json.writeName("studies");
        json.writeStartObject();
        for (Result result : findings.results()) study(result);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void study(Result result) {
        json.writeName(result.study().name());
        json.writeStartObject();
        json.writeStringProperty("kind", result.study().word());
        outcome(result.outcome(), result);
        json.writeStringProperty("resultHash", ResultHash.of(result));
        procedure(result.procedure());
        switch (result) {
            case Result.Standstills still -> standstills(still);
            case Result.PhaseDiagram map -> new PhaseDiagramJson(json, map).write();
            case Result.Plane plane -> plane(plane);
            case Result.Basin basin -> new BasinJson(json, basin).write();
            case Result.Diagram diagram -> new DiagramJson(json, diagram).write();
            case Result.Traces _, Result.Table _, Result.Crowd _, Result.Curve _ -> {
                features(result.features());
                if (!result.single()) members(result.members(), result);
            }
        }
        if (result.series() != null && !(result instanceof Result.Basin)) json.writeStringProperty("series", result.study().name() + ".csv");
        if (result instanceof Result.Crowd crowd && crowd.envelope() != null) json.writeStringProperty("envelope", result.study().name() + "-1.csv");
        if (result instanceof Result.Curve curve && curve.traces() != null) json.writeStringProperty("traces", result.study().name() + "-traces.csv");
        json.writeEndObject();
    }

    private void outcome(Outcome outcome, Result result) {
        json.writeName("outcome");
        json.writeStartObject();
        switch (outcome) {
            case Outcome.Completed completed -> json.writeStringProperty("kind", "completed");
            case Outcome.Stopped stopped -> {
                json.writeStringProperty("kind", "stopped");
                json.writeStringProperty("reason", stopped.reason());
                if (!Double.isNaN(stopped.time())) time(stopped.time());
            }
            case Outcome.NotFinite lost -> {
                json.writeStringProperty("kind", "not_finite");
                time(lost.time());
                json.writeStringProperty("variable", result.variable(lost.component()));
            }
        }
        json.writeStringProperty("message", result.message(outcome));
        json.writeEndObject();
    }

    private void time(double ms) {
        json.writeName("time");
        quantity(ms, Unit.parse("ms"));
    }

    private void quantity(double inside, Unit unit) {
        json.writeStartObject();
        json.writeNumberProperty("value", unit.outside(inside));
        json.writeStringProperty("unit", unit.symbol());
        json.writeEndObject();
    }

    private void procedure(Result.Procedure procedure) {
        json.writeName("method");
        json.writeStartObject();
        json.writeStringProperty("name", procedure.name());
        json.writeStringProperty("cite", String.join(", ", procedure.cites()));
        if (Double.isNaN(procedure.step())) json.writeNumberProperty("tolerance", procedure.tolerance());
        else json.writeNumberProperty("step", procedure.step());
        json.writeEndObject();
    }

    private void members(List<Result.Member> members, Result result) {
        json.writeName("members");
        json.writeStartArray();
        for (Result.Member member : members) {
            json.writeStartObject();
            json.writeName("set");
            json.writeStartObject();
            for (Result.Setting setting : member.set()) {
                json.writeName(setting.name());
                quantity(setting.value(), setting.unit());
            }
            json.writeEndObject();
            if (!(member.outcome() instanceof Outcome.Completed)) outcome(member.outcome(), result);
            features(member.features());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void standstills(Result.Standstills result) {
        json.writeStringProperty("completeness", result.completeness());
        equilibria(result.found(), result.study().on().equations().states(), k -> gates(result.gates().get(k), StandstillTable.conductance(result)));
    }

    private void gates(List<Result.Feedback> gates, Unit unit) {
        if (gates.isEmpty()) return;
        json.writeName("gates");
        json.writeStartArray();
        for (Result.Feedback gate : gates) {
            json.writeStartObject();
            json.writeStringProperty("gate", gate.gate());
            json.writeStringProperty("effect", gate.effect());
            json.writeNumberProperty("conductance", unit.outside(gate.conductance()));
            json.writeStringProperty("unit", unit.symbol());
            json.writeNumberProperty("error", gate.error() / unit.scale());
            json.writeNumberProperty("tau", gate.tau());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void plane(Result.Plane result) {
        json.writeStringProperty("completeness", result.completeness());
        equilibria(result.found(), PlaneTable.states(result.study()), k -> {
            Equilibrium e = result.found().get(k);
            json.writeNumberProperty("trace", e.trace());
            json.writeNumberProperty("determinant", e.determinant());
            json.writeNumberProperty("index", e.index());
        });
        json.writeName("branches");
        json.writeStartArray();
        for (int k = 0; k < result.routes().size(); k++) {
            Result.Route route = result.routes().get(k);
            json.writeStartObject();
            json.writeStringProperty("kind", route.kind());
            json.writeStringProperty("of", route.of());
            json.writeStringProperty("end", route.sentence());
            route.features().forEach(f -> feature(json, f));
            json.writeStringProperty("series", result.study().name() + "-" + (k + 1) + ".csv");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// @param more writes what else is known of one of them
    private void equilibria(List<Equilibrium> found, List<Equations.State> states, IntConsumer more) {
        json.writeName("equilibria");
        json.writeStartArray();
        for (int k = 0; k < found.size(); k++) {
            Equilibrium e = found.get(k);
            json.writeStartObject();
            numbers("state", states, i -> states.get(i).unit().outside(e.state()[i]));
            numbers("error", states, i -> e.error()[i] / states.get(i).unit().scale());
            json.writeStringProperty("type", e.stability().word());
            json.writeNumberProperty("unstable_directions", e.growing());
            json.writeName("eigenvalues");
            json.writeStartArray();
            for (double[] pair : e.eigenvalues()) json.writeArray(pair, 0, 2);
            json.writeEndArray();
            more.accept(k);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// One number for each unknown, in the unit in which it is shown.
    private void numbers(String name, List<Equations.State> states, IntToDoubleFunction value) {
        json.writeName(name);
        json.writeStartObject();
        for (int i = 0; i < states.size(); i++) json.writeNumberProperty(states.get(i).name(), value.applyAsDouble(i));
        json.writeEndObject();
    }

    private void features(List<Feature> features) {
        json.writeName("features");
        json.writeStartObject();
        for (Feature feature : features) feature(json, feature);
        json.writeEndObject();
    }

    static void feature(JsonGenerator json, Feature feature) {
        json.writeName(feature.name());
        json.writeStartObject();
        number(json, "value", feature.value());
        json.writeStringProperty("unit", feature.unit().symbol());
        number(json, "error", feature.error());
        if (feature.note() != null) json.writeStringProperty("note", feature.note());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) json.writeNullProperty(name);
        else if (value == Math.rint(value) && Math.abs(value) < 1e15) json.writeNumberProperty(name, value.longValue());
        else json.writeNumberProperty(name, value.doubleValue());
    }
}
