package loligo.kernel;

import java.util.ArrayList;
import java.util.List;
import loligo.model.Equations;
import loligo.notation.Terse;
import loligo.quantity.Dimension;
import loligo.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// Equations written by hand, as lowering would leave them. All values in membrane units.
final class Membranes {
    private final String name;
    private final List<Equations.State> states = new ArrayList<>();
    private final List<Equations.Input> inputs = new ArrayList<>();
    private final List<Equations.Parameter> parameters = new ArrayList<>();
    private final List<Equations.Definition> definitions = new ArrayList<>();
    private final List<Equations.Reset> resets = new ArrayList<>();

    Membranes(String name) {
        this.name = name;
    }

    Membranes state(String name, String initial, String derivative) {
        return state(name, initial, derivative, null, null);
    }

    Membranes state(String name, String initial, String derivative, @Nullable String inf, @Nullable String tau) {
        Equations.Relaxation relaxation = inf == null || tau == null ? null : new Equations.Relaxation(Terse.of(inf), Terse.of(tau));
        states.add(new Equations.State(name, name.equals("V") ? Dimension.POTENTIAL : Dimension.NONE, Unit.ONE, Terse.of(initial), Terse.of(derivative), relaxation));
        return this;
    }

    Membranes input(String name, double value) {
        inputs.add(new Equations.Input(name, Dimension.NONE, value, Unit.ONE, null));
        return this;
    }

    Membranes parameter(String name, double value) {
        parameters.add(new Equations.Parameter(name, Dimension.NONE, value, Unit.ONE, null));
        return this;
    }

    Membranes define(String name, String formula) {
        definitions.add(new Equations.Definition(name, Dimension.NONE, Unit.ONE, Terse.of(formula)));
        return this;
    }

    Membranes reset(String name, String when, String state, String value) {
        resets.add(new Equations.Reset(name, Terse.of(when), List.of(new Equations.Assignment(state, Terse.of(value)))));
        return this;
    }

    Equations equations() {
        return new Equations(name, states, inputs, parameters, definitions, resets);
    }

    /// Hodgkin and Huxley 1952, shared/science/ground-truth section 28, rates at temperature T with q10 = 3.
    static Equations hodgkinHuxley(boolean holes) {
        Membranes m = new Membranes("HodgkinHuxley1952").input("I", 0).parameter("C", 1).parameter("T", 6.3).parameter("NaV.g", 120).parameter("Na.E", 50)
                .parameter("Kdr.g", 36).parameter("K.E", -77).parameter("leak.g", 0.3).parameter("leak.E", -54.387).parameter("q10", 3)
                .define("phi", "q10^((T - 6.3)/10)");
        gate(m, "m", holes ? "0.1*(V+40)/(1-exp(-(V+40)/10))" : "1/exprel(-(V+40)/10)", "4*exp(-(V+65)/18)");
        gate(m, "h", "0.07*exp(-(V+65)/20)", "1/(1+exp(-(V+35)/10))");
        gate(m, "n", holes ? "0.01*(V+55)/(1-exp(-(V+55)/10))" : "0.1/exprel(-(V+55)/10)", "0.125*exp(-(V+65)/80)");
        m.define("NaV.I", "NaV.g*m^3*h*(V-Na.E)").define("Kdr.I", "Kdr.g*n^4*(V-K.E)").define("leak.I", "leak.g*(V-leak.E)");
        m.state("V", "0-65", "(I - NaV.I - Kdr.I - leak.I)/C");
        for (String x : List.of("m", "h", "n")) {
            String total = "(alpha_" + x + "+beta_" + x + ")";
            m.state(x, "alpha_" + x + "/" + total, "alpha_" + x + "*(1-" + x + ")-beta_" + x + "*" + x, "alpha_" + x + "/" + total, "1/" + total);
        }
        return m.equations();
    }

    private static void gate(Membranes m, String gate, String alpha, String beta) {
        m.define("alpha_" + gate, "phi*(" + alpha + ")").define("beta_" + gate, "phi*(" + beta + ")");
    }

    /// Izhikevich 2007, persistent sodium plus potassium, high threshold.
    static Equations persistentSodium() {
        return new Membranes("NapK").input("I", 0).parameter("tau", 1).define("m", "1/(1+exp((0-20-V)/15))").define("n_inf", "1/(1+exp((0-25-V)/5))")
                .state("V", "0-66", "I - 8*(V+80) - 20*m*(V-60) - 10*n*(V+90)").state("n", "n_inf", "(n_inf-n)/tau", "n_inf", "tau").equations();
    }

    /// A three-state channelrhodopsin scheme that light opens, with a threshold in `if` and a smooth bell by erf and tanh.
    static Equations scheme() {
        return new Membranes("ChR").input("light", 0.3).parameter("k_d", 0.05).parameter("k_r", 0.004).parameter("split", 0.2)
                .define("k_on", "if(light > split, 1.2*light, 0.1*light^2)")
                .define("k_off", "0.1*(1+0.2*erf(V/30)+0.1*tanh(V/20)+0.05*sin(t/7)+max(0.1, abs(V)/500, min(V/90, 0.3)))")
                .state("V", "0-60", "0-0.1*(V+60)-0.4*O*V").state("O", "0", "k_on*(1-O-D)-(k_off+k_d)*O").state("D", "0.1", "k_d*O-k_r*D").equations();
    }

    /// Quadratic integrate and fire, design/notation example.
    static Equations quadratic() {
        return new Membranes("QIF").input("I", 100).parameter("C", 100).parameter("k", 0.7).parameter("Vr", -60).parameter("Vt", -40).parameter("Vpeak", 35)
                .parameter("Vreset", -50).state("V", "Vr", "(k*(V-Vr)*(V-Vt)+I)/C").reset("spike", "V > Vpeak", "V", "Vreset").equations();
    }

    /// Goldman's current through a calcium and a potassium pore, as a plain quotient with holes at V = 0 and V = V0.
    static Equations goldman() {
        return new Membranes("GHK").parameter("P", 1e-3).parameter("z", 2).parameter("F", 96.485).parameter("RT", 2577).parameter("ci", 1e-4).parameter("co", 2)
                .parameter("V0", -20).parameter("k", 7).input("I", 0)
                .define("u", "z*F*V/RT").define("ghk", "P*z^2*F^2*V/RT*(ci-co*exp(-z*F*V/RT))/(1-exp(-z*F*V/RT))")
                .define("alpha", "0.3*(V-V0)/(1-exp(-(V-V0)/k))")
                .state("V", "0-40", "I-ghk-0.1*(V+70)").state("m", "0.2", "alpha*(1-m)-m").equations();
    }
}
