package loligo.solver;

import java.util.Arrays;

/// Prints what each method pays for how well timed a last spike: 1 s of the squid axon firing at 10 uA/cm^2, started at V = -65 mV.
final class TimeToAccuracy {
    private static final double[] SIZES = {1, 0.01, 0.01, 0.01}; // mV, and gates
    private static final double END = 1000; // ms

    private TimeToAccuracy() {}

    /// How many spikes, when the last one was, in ms, and what it cost.
    record Run(int spikes, double last, Stepper.Work work) {}

    static Run fire(Stepper stepper, double end) {
        return fire(stepper, HodgkinHuxley.rest(), end);
    }

    static Run fire(Stepper stepper, double[] begin, double end) {
        Events upstroke = new Events(Upstroke.INSTANCE, begin.length);
        int spikes = 0;
        double last = Double.NaN;
        stepper.start(0, begin);
        while (stepper.time() < end) {
            Outcome outcome = stepper.step(end);
            if (outcome != null) throw new IllegalStateException(outcome.message());
            if (upstroke.search(stepper, stepper.before())) {
                spikes++;
                last = upstroke.time();
            }
        }
        return new Run(spikes, last, stepper.work());
    }

    /// The first unknown rises through 0.
    enum Upstroke implements Events.Functions {
        INSTANCE;

        @Override
        public int count() {
            return 1;
        }

        @Override
        public void evaluate(double t, double[] y, double[] g) {
            g[0] = y[0];
        }
    }

    private interface Maker {
        Stepper make();
    }

    private static void print(String method, double setting, double reference, Maker maker) {
        double[] times = new double[25];
        Run run = fire(maker.make(), END);
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            run = fire(maker.make(), END);
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf("%-18s %7.0e  error %9.2e ms  spikes %d  time %7.2f ms (best %.2f)  "
                + "steps %d  rejected %d  evaluations %d%n",
                method, setting, run.last() - reference, run.spikes(), times[times.length / 2], times[0], run.work().steps(), run.work().rejected(),
                run.work().evaluations());
    }

    public static void main(String[] arguments) {
        HodgkinHuxley field = new HodgkinHuxley(10);
        double reference = fire(Steppers.fixed(Methods.of("dopri5"), field, 0.002), END).last();
        System.out.println("reference " + reference + " ms");
        for (String method : new String[] {"automatic", "dopri5", "rodas5p"}) {
            for (double relative : new double[] {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10}) {
                Tolerance tolerance = Tolerance.scaled(relative, SIZES);
                print(method, relative, reference, () -> Steppers.adaptive(Methods.of(method), field, tolerance));
            }
        }
        for (String method : new String[] {"rk4", "exponential_euler", "rush_larsen", "rush_larsen2"}) {
            for (double step : new double[] {0.05, 0.025, 0.01, 0.005}) {
                print(method, step, reference, () -> Steppers.fixed(Methods.of(method), field, step));
            }
        }
    }
}
