package loligo.experiment;

import java.util.concurrent.atomic.DoubleAdder;
import loligo.simulation.Watch;

/// Someone who waits for an experiment.
public interface Progress {
    /// Nobody waits, nobody interrupts.
    Progress NOBODY = new Progress() {
        @Override
        public boolean interrupted() {
            return false;
        }

        @Override
        public void reached(String study, double fraction) {}
    };

    /// Asked at every step, from several threads; true ends the study, which keeps what it found.
    boolean interrupted();

    /// How far a study is, 0 to 1; called often, from several threads.
    void reached(String study, double fraction);

    /// The watch of one of several equal runs that make a study; `done` is shared by them.
    default Watch part(String study, DoubleAdder done, int runs) {
        return new Watch() {
            private double before;

            @Override
            public boolean interrupted() {
                return Progress.this.interrupted();
            }

            @Override
            public void reached(double fraction) {
                if (fraction - before < 0.01 && fraction < 1) return;
                done.add((fraction - before) / runs);
                before = fraction;
                Progress.this.reached(study, done.sum());
            }
        };
    }
}
