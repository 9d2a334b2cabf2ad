package loligo.experiment;

import java.util.List;
import loligo.notation.Span;
import loligo.protocol.Kind;
import loligo.protocol.Phase;
import loligo.protocol.Protocol;

/// Tells what protocols do in vain: what is no mistake, but looks like one.
final class Suspicions {
    private static final double CLOSE = 1e-9;

    private Suspicions() {}

    static void tell(Fields fields, Study.Simulate study) {
        Span at = fields.at("under");
        for (Protocol protocol : study.under()) {
            late(fields, at, protocol, study);
            if (protocol.kind() == Kind.LIGHT && !study.on().equations().uses("light")) {
                fields.warn(at, "light on a membrane that does not see it", "No rate of " + study.on().model().name() + " depends on light.");
            }
        }
    }

    /// The first phase that begins after the end in every member; so do those behind it.
    private static void late(Fields fields, Span at, Protocol protocol, Study.Simulate study) {
        List<Phase> phases = protocol.phases();
        double[] begins = earliest(phases);
        for (int i = 0; i < begins.length; i++) {
            if (!(begins[i] >= study.until())) continue;
            boolean whole = i == 0;
            fields.warn(at, protocol.name() + (whole ? "" : "." + phases.get(i).name()) + " begins after the run has ended", "It begins at " + Digits.value(begins[i], Double.NaN) + " ms; the run ends at "
                    + Digits.value(study.until(), Double.NaN) + " ms. " + (whole ? "Nothing is done to the membrane." : "What comes before it is all that is done to the membrane."));
            return;
        }
        cut(fields, at, protocol, study, begins);
    }

    /// A phase that is still on at the end of the run in every member, though its length is given.
    private static void cut(Fields fields, Span at, Protocol protocol, Study.Simulate study, double[] begins) {
        for (int i = 0; i < begins.length; i++) {
            Phase phase = protocol.phases().get(i);
            double end = begins[i] + length(phase);
            if (!(end > study.until() * (1 + CLOSE)) || end == Double.POSITIVE_INFINITY) continue;
            fields.warn(at, (phase.name().equals(protocol.name()) ? "" : protocol.name() + ".") + phase.name() + " ends after the run has ended", "It ends at " + Digits.value(end, Double.NaN) + " ms; the run ends at " + Digits.value(study.until(), Double.NaN) + " ms. What comes later is not seen.");
            return;
        }
    }

    /// When each phase begins at the earliest, in whichever member that is, ms // [phases]
    private static double[] earliest(List<Phase> phases) {
        double[] begins = new double[phases.size()];
        double end = 0;
        for (int i = 0; i < begins.length; i++) {
            Phase phase = phases.get(i);
            begins[i] = phase.at() == null ? end : phase.at().least();
            end = begins[i] + length(phase);
        }
        return begins;
    }

    /// How long a phase lasts at least, ms
    private static double length(Phase phase) {
        double trains = phase instanceof Phase.Pulses pulses ? (pulses.count().least() - 1) * pulses.every().least() : 0;
        return phase.duration().least() + trains;
    }
}
