package loligo.experiment;

import java.util.List;
import loligo.dynamics.Equilibrium;
import loligo.model.Equations;
import loligo.quantity.Unit;
import tools.jackson.core.JsonGenerator;

/// Writes a diagram in two numbers into `result.json`: `points`, `branches` and `regions`.
final class PhaseDiagramJson {
    private final JsonGenerator json;
    private final Result.PhaseDiagram result;

    PhaseDiagramJson(JsonGenerator json, Result.PhaseDiagram result) {
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
        for (int k = 0; k < result.curves().size(); k++) curve(result.curves().get(k), result.study().name() + "-" + (k + 1) + ".csv");
        json.writeEndArray();
        json.writeName("regions");
        json.writeStartArray();
        result.patches().seen().forEach(this::region);
        json.writeEndArray();
    }

    private void curve(Result.Branch curve, String file) {
        json.writeStartObject();
        json.writeStringProperty("kind", curve.kind());
        json.writeStringProperty("begin", curve.begin());
        json.writeStringProperty("end", curve.end());
        json.writeStringProperty("series", file);
        json.writeEndObject();
    }

    private void region(Patchwork.Region region) {
        json.writeStartObject();
        json.writeStringProperty("label", region.label());
        json.writeNumberProperty("stable_equilibria", region.rests());
        json.writeBooleanProperty("oscillates", region.oscillates());
        at(region.at(), null);
        json.writeNumberProperty("share", region.share());
        json.writeEndObject();
    }

    private void point(Result.Meeting point) {
        json.writeStartObject();
        json.writeStringProperty("label", point.label());
        json.writeStringProperty("kind", point.kind());
        at(point.at(), point.error());
        equilibrium(point.equilibrium());
        json.writeName("coefficients");
        json.writeStartObject();
        point.coefficients().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeStringProperty("sentence", point.sentence());
        json.writeEndObject();
    }

    /// Both numbers by name.
    private void at(double[] at, double @org.jspecify.annotations.Nullable [] error) {
        json.writeName("at");
        json.writeStartObject();
        List<Study.Free> both = List.of(result.study().x(), result.study().y());
        for (int k = 0; k < 2; k++) {
            Unit unit = both.get(k).vary().unit();
            json.writeName(both.get(k).vary().name());
            json.writeStartObject();
            json.writeNumberProperty("value", unit.outside(at[k]));
            json.writeStringProperty("unit", unit.symbol());
            if (error != null && Double.isFinite(error[k])) json.writeNumberProperty("error", error[k] / unit.scale());
            else if (error != null) json.writeNullProperty("error");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void equilibrium(Equilibrium at) {
        List<Equations.State> states = result.study().on().equations().states();
        json.writeName("state");
        json.writeStartObject();
        for (int i = 0; i < states.size(); i++) json.writeNumberProperty(states.get(i).name(), states.get(i).unit().outside(at.state()[i]));
        json.writeEndObject();
        json.writeName("eigenvalues");
        json.writeStartArray();
        for (double[] pair : at.eigenvalues()) json.writeArray(pair, 0, 2);
        json.writeEndArray();
    }
}
