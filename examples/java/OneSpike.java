import loligo.experiment.Loligo;

/// One spike of the squid axon, from Java: read, run, ask. `examples/lecture/one-spike.loligo` is the same as a text.
public class OneSpike {
    public static void main(String[] arguments) {
        var findings = Loligo.run("""
                use hodgkin-huxley-1952
                patch soma : HodgkinHuxley1952 { }
                protocol kick : current { at = 5 [ms]  for = 0.5 [ms]  level = 40 [uA/cm^2] }
                simulate spike { under = kick  until = 30 [ms] }""");
        System.out.println(findings.feature("spike", "peak"));
    }
}
