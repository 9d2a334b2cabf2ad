package loligo.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import loligo.dynamics.Cycle;
import loligo.dynamics.Equilibrium;
import loligo.dynamics.Multipliers;
import loligo.model.Equations;
import loligo.quantity.Unit;
import tools.jackson.core.JsonGenerator;

/// Writes a diagram into `result.json`: `points` and `branches`.
final class DiagramJson {
    private final JsonGenerator json;
    private final Result.Diagram result;

    DiagramJson(JsonGenerator json, Result.Diagram result) {
        this.json = json;
        this.result = result;
    }

    void write() {
        json.writeStringProperty("completeness", result.completeness());
        json.writeName("points");
        json.writeStartArray();
        result.points().forEach(this::point);
        json.writeEndArray();
        json.writeName("branches");
        json.writeStartArray();
        for (int k = 0; k < result.branches().size(); k++) branch(result.branches().get(k), result.study().name() + "-" + (k + 1) + ".csv");
        json.writeEndArray();
    }

    private void branch(Result.Branch branch, String file) {
        json.writeStartObject();
        json.writeStringProperty("kind", branch.kind());
        json.writeStringProperty("begin", branch.begin());
        json.writeStringProperty("end", branch.end());
        json.writeStringProperty("series", file);
        json.writeEndObject();
    }

    private void point(Result.Landmark point) {
        json.writeStartObject();
        json.writeStringProperty("label", point.label());
        json.writeStringProperty("kind", point.kind());
        json.writeName("at");
        json.writeStartObject();
        json.writeName(result.study().vary().name());
        json.writeStartObject();
        Unit unit = result.study().vary().unit();
        json.writeNumberProperty("value", unit.outside(point.at()));
        json.writeStringProperty("unit", unit.symbol());
        json.writeNumberProperty("error", point.error() / unit.scale());
        json.writeEndObject();
        json.writeEndObject();
        if (point.equilibrium() != null) equilibrium(point.equilibrium());
        if (point.cycle() != null) cycle(point.cycle());
        json.writeName("coefficients");
        json.writeStartObject();
        point.coefficients().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeStringProperty("sentence", point.sentence());
        json.writeEndObject();
    }

    private void equilibrium(Equilibrium at) {
        numbers("state", i -> at.state()[i]);
        json.writeName("eigenvalues");
        json.writeStartArray();
        for (double[] pair : at.eigenvalues()) json.writeArray(pair, 0, 2);
        json.writeEndArray();
    }

    private void cycle(Cycle at) {
        ResultJson.feature(json, Periods.of(at.period(), at.periodError()));
        numbers("low", i -> at.extent(i)[0]);
        numbers("high", i -> at.extent(i)[1]);
        Multipliers multipliers = at.multipliers();
        json.writeName("multipliers");
        json.writeStartArray();
        for (int k = 0; k < multipliers.size(); k++) json.writeArray(new double[] {multipliers.real()[k], multipliers.imaginary()[k]}, 0, 2);
        json.writeEndArray();
    }

    /// One number for each unknown, in the unit in which it is shown.
    private void numbers(String name, ToDoubleFunction<Integer> value) {
        List<Equations.State> states = result.study().on().equations().states();
        json.writeName(name);
        json.writeStartObject();
        for (int i = 0; i < states.size(); i++) json.writeNumberProperty(states.get(i).name(), states.get(i).unit().outside(value.applyAsDouble(i)));
        json.writeEndObject();
    }
}
