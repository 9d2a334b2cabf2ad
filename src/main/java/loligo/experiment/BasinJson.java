package loligo.experiment;

import java.util.List;
import loligo.dynamics.Equilibrium;
import loligo.model.Equations;
import tools.jackson.core.JsonGenerator;

/// Writes basins into `result.json`: the array of labels, `attractors`, what else orbits do, and `branches`.
final class BasinJson {
    private final JsonGenerator json;
    private final Result.Basin result;

    BasinJson(JsonGenerator json, Result.Basin result) {
        this.json = json;
        this.result = result;
    }

    void write() {
        json.writeStringProperty("completeness", result.completeness());
        if (result.series() != null) json.writeStringProperty("array", result.study().name() + ".csv");
        json.writeName("attractors");
        json.writeStartArray();
        result.goals().stream().filter(Result.Goal::attracts).forEach(this::goal);
        json.writeEndArray();
        json.writeName("elsewhere");
        json.writeStartArray();
        result.goals().stream().filter(g -> !g.attracts()).forEach(this::goal);
        json.writeEndArray();
        json.writeName("branches");
        json.writeStartArray();
        for (int k = 0; k < result.borders().size(); k++) {
            json.writeStartObject();
            json.writeStringProperty("kind", result.borders().get(k).kind());
            json.writeStringProperty("of", result.borders().get(k).of());
            json.writeStringProperty("series", result.study().name() + "-" + (k + 1) + ".csv");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void goal(Result.Goal goal) {
        json.writeStartObject();
        json.writeNumberProperty("label", goal.label());
        json.writeStringProperty("name", goal.name());
        if (goal.attracts()) json.writeStringProperty("kind", goal.rest() == null ? "cycle" : "equilibrium");
        if (goal.rest() != null) state(goal.rest());
        if (goal.period() != null) ResultJson.feature(json, goal.period());
        ResultJson.feature(json, goal.share());
        json.writeEndObject();
    }

    private void state(Equilibrium e) {
        List<Equations.State> states = result.study().plane().on().equations().states();
        json.writeName("state");
        json.writeStartObject();
        for (int i = 0; i < states.size(); i++) json.writeNumberProperty(states.get(i).name(), states.get(i).unit().outside(e.state()[i]));
        json.writeEndObject();
        json.writeStringProperty("type", e.stability().word());
    }
}
