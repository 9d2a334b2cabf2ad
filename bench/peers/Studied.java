import java.util.Arrays;
import java.util.List;
import loligo.experiment.Experiment;
import loligo.experiment.ExperimentReader;
import loligo.experiment.Laboratory;
import loligo.experiment.Progress;
import loligo.experiment.Result;
import loligo.experiment.Series;
import loligo.experiment.Shelf;
import loligo.notation.Source;

/// What a user of Loligo runs, but for the report: text, study, recording, features and series.
final class Studied {
    private Studied() {}

    /// @param fast without the errors, which take two finer solutions
    static Result perform(String text, boolean fast) {
        Experiment experiment = ExperimentReader.read(new Source("bench", text), new Shelf(null), List.of());
        return new Laboratory(new Laboratory.Options(1, fast), Progress.NOBODY).perform(experiment.studies().getFirst());
    }

    /// Where V rises through 0 mV, on the lines through the points of its series
    static double[] upstrokes(Result result) {
        Series series = result.series();
        double[] t = series.grid().values();
        double[] v = series.columns().getFirst().values();
        double[] spikes = new double[t.length];
        int count = 0;
        for (int k = 1; k < t.length; k++) if (v[k - 1] < 0 && v[k] >= 0) spikes[count++] = t[k] - (t[k] - t[k - 1]) * v[k] / (v[k] - v[k - 1]);
        return Arrays.copyOf(spikes, count);
    }
}
