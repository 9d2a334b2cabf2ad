package loligo.simulation;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import loligo.kernel.Cells;
import loligo.kernel.Drive;
import loligo.kernel.Ensemble;
import loligo.kernel.Glimpse;
import loligo.kernel.KernelField;
import loligo.kernel.Probe;
import loligo.kernel.Unison;
import loligo.recording.Heading;
import loligo.recording.Recording;
import loligo.recording.Reel;
import loligo.recording.Reels;
import loligo.solver.Steppers;

/// The time loop of [Simulation] for several runs of one membrane at once, in lanes, while all goes well: steps are fixed, nothing resets, and inputs stand still
/// between corners that all runs share. Each run has the bits that it has alone. One that goes wrong (a number leaves the doubles, a recorded formula has a gap,
/// someone interrupts) is left to [Simulation], which makes it alone and says why.
public final class Lockstep {
    private final Unison unison;
    private final String method;
    private final double step;
    private final Probe probe;
    private final List<Heading> headings;
    private final double[] sizes; // [n], below which an unknown is small
    private final Reels reels;

    /// One of the runs.
    ///
    /// @param parameters as the run has them // [parameters]
    /// @param stimulus its own, used by nobody else
    /// @param levels what that does; their corners are those of all runs
    public record Member(double[] parameters, Stimulus stimulus, Stimulus.Levels levels, Watch watch) {}

    /// @param unison looks at what `probe` reads, in the order of `headings`; runs differ in nothing else than what it lets differ
    /// @param method its name
    /// @param step none is longer, ms
    /// @param sizes below which each unknown is small // [n]
    /// @param reels on which is recorded, always with the same headings
    public Lockstep(Unison unison, String method, double step, Probe probe, List<Heading> headings, double[] sizes, Reels reels) {
        this.unison = unison;
        this.method = method;
        this.step = step;
        this.probe = probe;
        this.headings = List.copyOf(headings);
        this.sizes = sizes.clone();
        this.reels = reels;
    }

    /// What was made together.
    ///
    /// @param runs what each left; empty where it has to be made alone
    /// @param read to be called when nobody looks at their recordings any more
    public record Bunch(List<Optional<Simulation.Run>> runs, Runnable read) {}

    /// How many steps, none longer than `step`, lead from time 0 through corners, ascending, to the last of them.
    public static long steps(double[] corners, double step) {
        return IntStream.range(0, corners.length).mapToLong(k -> Steppers.pieces(k == 0 ? 0 : corners[k - 1], corners[k], step)).sum();
    }

    /// Makes the runs, from the initial state at time 0 to the last of their corners.
    public Bunch run(List<Member> members) {
        Loop loop = new Loop(members);
        return new Bunch(loop.completes() ? loop.runs() : Collections.nCopies(members.size(), Optional.empty()), () -> reels.give(loop.reel));
    }

    /// One call of [#run].
    private final class Loop implements Glimpse.Onlooker, Drive {
        private final List<Member> members;
        private final double[] corners;     // [stretches]
        private final KernelField[] fields; // [members]
        private final double[][] y;         // [members][n]
        private final double[][] before;    // when the first stimulus begins // [members][n]
        private final double[][] last;      // what was seen last, where the next panel begins // [members][columns]
        private final double[] lost;        // NaN where a run goes wrong, else 0 // [members]
        private final Reel reel;
        private double[] common = {};       // inputs of the first member // [inputs]

        Loop(List<Member> members) {
            this.members = members;
            this.corners = members.getFirst().levels().ends();
            this.fields = members.stream().map(m -> unison.kernel().field(m.parameters(), m.stimulus())).toArray(KernelField[]::new);
            this.y = new double[fields.length][unison.kernel().equations().states().size()];
            this.before = new double[fields.length][0];
            this.last = new double[fields.length][headings.size()];
            this.lost = new double[fields.length];
            this.reel = reels.take(Math.toIntExact(steps(corners, step)), headings, fields.length);
        }

        @Override
        public void at(double t, double[] u) {
            System.arraycopy(common, 0, u, 0, common.length);
        }

        @Override
        public void slope(double t, double[] du) {
            Arrays.fill(du, 0);
        }

        /// Runs through all stretches; false when someone interrupts.
        boolean completes() {
            Ensemble ensemble = new Ensemble(unison, cells(), this, this);
            for (int k = 0; k < corners.length; k++) {
                enter(ensemble, k);
                while (ensemble.time() < corners[k]) {
                    if (members.stream().anyMatch(m -> m.watch().interrupted())) return false;
                    ensemble.proceed(corners[k], step);
                    for (Member member : members) member.watch().reached(ensemble.time() / corners[corners.length - 1]);
                }
            }
            return true;
        }

        private void enter(Ensemble ensemble, int stretch) {
            double from = stretch == 0 ? 0 : corners[stretch - 1];
            for (int i = 0; i < fields.length; i++) {
                Stimulus stimulus = members.get(i).stimulus();
                if (stretch == 0) y[i] = Simulation.initial(fields[i], stimulus);
                else ensemble.state(i, y[i]);
                stimulus.enter(from);
                if (before[i].length == 0 && (stretch > 0 || corners.length == 1 || stimulus.immediate())) before[i] = y[i].clone();
                probe.observe(fields[i], from, y[i], last[i]);
                for (double value : last[i]) lost[i] += value * 0;
            }
            common = members.getFirst().levels().inputs()[stretch];
            ensemble.change(inputs(stretch));
            ensemble.start(from, y);
        }

        private Cells cells() {
            Map<Integer, double[]> differing = new HashMap<>();
            for (int number : unison.parameters()) differing.put(number, each(i -> members.get(i).parameters()[number]));
            return new Cells(fields.length, members.getFirst().parameters(), differing, inputs(0));
        }

        private Map<Integer, double[]> inputs(int stretch) {
            Map<Integer, double[]> inputs = new HashMap<>();
            for (int number : unison.inputs()) inputs.put(number, each(i -> members.get(i).levels().inputs()[stretch][number]));
            return inputs;
        }

        private double[] each(IntToDoubleFunction number) {
            return IntStream.range(0, fields.length).mapToDouble(number).toArray();
        }

        @Override
        public void see(Glimpse glimpse) {
            if (glimpse.first() == 0) reel.extend(glimpse.ends(), glimpse.steps());
            int at = (reel.panels() - glimpse.steps()) * Recording.NODES;
            for (int c = 0; c < headings.size(); c++) {
                for (int i = 0; i < glimpse.count(); i++) record(glimpse, i, c, at);
            }
            double[] trouble = new double[glimpse.count()];
            glimpse.lost(trouble);
            for (int i = 0; i < trouble.length; i++) lost[glimpse.first() + i] += trouble[i];
        }

        private void record(Glimpse glimpse, int cell, int column, int begin) {
            int run = glimpse.first() + cell;
            last[run][column] = glimpse.copy(column, cell, last[run][column], reel.column(run, column), begin);
        }

        List<Optional<Simulation.Run>> runs() {
            Steps steps = Steps.between(reel.edges());
            return IntStream.range(0, fields.length).mapToObj(i -> lost[i] == 0 ? Optional.of(left(i, steps)) : Optional.<Simulation.Run>empty()).toList();
        }

        private Simulation.Run left(int i, Steps steps) {
            Recording recording = reel.recording(i);
            return new Simulation.Run(() -> recording, Simulation.Run.toTheEnd(), method, steps, () -> Simulation.still(fields[i], members.get(i).stimulus(), before[i], sizes));
        }
    }
}
