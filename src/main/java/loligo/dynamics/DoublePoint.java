package loligo.dynamics;

/// A point at which two conditions meet: found on a curve of saddle-nodes or Hopf points as two parameters change.
public sealed interface DoublePoint {
    Equilibrium at();

    /// The two parameters, and how uncertain they are // [2]
    Place place();

    String sentence();

    /// Where in the plane of the two parameters // [2] each
    record Place(double[] parameters, double[] error) {
        Place swapped() {
            return new Place(new double[] {parameters[1], parameters[0]}, new double[] {error[1], error[0]});
        }
    }

    /// The same with the two parameters in the other order.
    default DoublePoint swapped() {
        return switch (this) {
            case Cusp c -> new Cusp(c.at, c.place.swapped(), c.cubic);
            case BogdanovTakens b -> new BogdanovTakens(b.at, b.place.swapped(), b.quadratic, b.mixed);
            case GeneralisedHopf g -> new GeneralisedHopf(g.at, g.place.swapped(), g.frequency);
            case ZeroHopf z -> new ZeroHopf(z.at, z.place.swapped(), z.frequency);
            case DoubleHopf d -> new DoubleHopf(d.at, d.place.swapped(), d.frequency, d.other);
            case SaddleNodeLoop s -> new SaddleNodeLoop(s.at, s.place.swapped());
        };
    }

    default double[] parameters() {
        return place().parameters();
    }

    /// Two curves of saddle-nodes meet in a cusp: the quadratic coefficient vanishes.
    ///
    /// @param cubic c of `x' = c x^3` along the null vector of length 1 in sizes
    record Cusp(Equilibrium at, Place place, double cubic) implements DoublePoint {
        @Override
        public String sentence() {
            return "Cusp at (" + parameters()[0] + ", " + parameters()[1] + "): two saddle-nodes meet and vanish, and with them bistability.";
        }
    }

    /// A double zero eigenvalue with one eigenvector: a Hopf curve ends on a curve of saddle-nodes, and a curve of homoclinic orbits begins.
    ///
    /// @param quadratic a of `x'' = a x^2 + b x x'` along the null vector of length 1 in sizes, whose sign is such that a is not negative
    /// @param mixed b; negative: the cycles born beside it are stable within their plane
    record BogdanovTakens(Equilibrium at, Place place, double quadratic, double mixed) implements DoublePoint {
        @Override
        public String sentence() {
            return "Bogdanov-Takens point at (" + parameters()[0] + ", " + parameters()[1] + "): a curve of Hopf points and one of homoclinic orbits begin on the saddle-nodes.";
        }
    }

    /// The first Lyapunov coefficient vanishes: a curve of folds of cycles begins.
    ///
    /// @param frequency of the pair, in radians per unit of time
    record GeneralisedHopf(Equilibrium at, Place place, double frequency) implements DoublePoint {
        @Override
        public String sentence() {
            return "Generalised Hopf (Bautin) point at (" + parameters()[0] + ", " + parameters()[1] + "): the Hopf point changes between super- and subcritical, and a fold of cycles begins.";
        }
    }

    /// A zero eigenvalue together with a pair on the imaginary axis.
    ///
    /// @param frequency of the pair, in radians per unit of time
    record ZeroHopf(Equilibrium at, Place place, double frequency) implements DoublePoint {
        @Override
        public String sentence() {
            return "Zero-Hopf point at (" + parameters()[0] + ", " + parameters()[1] + "): a saddle-node and a Hopf point coincide.";
        }
    }

    /// Two pairs on the imaginary axis.
    ///
    /// @param frequency, other of the two pairs, in radians per unit of time
    record DoubleHopf(Equilibrium at, Place place, double frequency, double other) implements DoublePoint {
        @Override
        public String sentence() {
            return "Double Hopf point at (" + parameters()[0] + ", " + parameters()[1] + "): two Hopf points coincide.";
        }
    }

    /// A curve of homoclinic orbits ends on one of saddle-nodes, which lie on a cycle from there on.
    record SaddleNodeLoop(Equilibrium at, Place place) implements DoublePoint {
        @Override
        public String sentence() {
            return "Saddle-node-loop point at (" + parameters()[0] + ", " + parameters()[1] + "): homoclinic orbits of a saddle become saddle-nodes on a cycle.";
        }
    }
}
