package loligo.experiment;

import java.util.ArrayList;
import java.util.List;
import loligo.figure.Axis;
import loligo.figure.Layer;
import loligo.figure.Panel;
import loligo.model.Equations;
import loligo.protocol.Member;
import loligo.protocol.Protocol;
import loligo.protocol.Waveform;
import loligo.quantity.Unit;
import loligo.simulation.Stimulus;

/// Draws what was done, below what it did.
final class Stimuli {
    private Stimuli() {}

    /// One panel for each protocol of the study: the waveform of each member, on top of where its input rests.
    static List<Panel> panels(Result.Traces traces) {
        Study.Simulate study = traces.study();
        Equations equations = study.equations();
        double[] resting = Stimulus.resting(equations);
        List<Panel> panels = new ArrayList<>();
        for (int p = 0; p < study.under().size(); p++) {
            Protocol protocol = study.under().get(p);
            Equations.Input input = equations.inputs().stream().filter(i -> i.name().equals(Targets.target(protocol))).findFirst().orElseThrow();
            List<Layer> layers = new ArrayList<>();
            for (int k = 0; k < traces.members().size(); k++) {
                List<Member> members = Targets.members(study.under(), k, equations, resting);
                boolean adds = Targets.adds(protocol);
                layers.add(line(members.get(p).waveform(), adds ? input.value() : 0, study.until(), input.unit()));
            }
            panels.add(new Panel("", Axis.of("time", "ms"), Axis.of(input.name(), input.unit().symbol()), layers));
        }
        return panels;
    }

    private static Layer line(Waveform waveform, double base, double until, Unit unit) {
        List<Double> xs = new ArrayList<>(List.of(0.0));
        List<Double> ys = new ArrayList<>(List.of(unit.outside(base + waveform.value(0))));
        for (double corner : waveform.corners()) {
            if (!(corner > 0 && corner < until)) continue;
            xs.add(corner);
            ys.add(unit.outside(base + waveform.valueBefore(corner)));
            xs.add(corner);
            ys.add(unit.outside(base + waveform.value(corner)));
        }
        xs.add(until);
        ys.add(unit.outside(base + waveform.valueBefore(until)));
        return Layer.Line.of(array(xs), array(ys), "", 0).wide(Layer.THIN);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
