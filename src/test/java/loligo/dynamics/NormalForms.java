package loligo.dynamics;

/// Families written by formula, without derivatives of their own.
final class NormalForms {
    private NormalForms() {}

    interface Rates {
        void at(double[] y, double[] p, double[] dy);
    }

    static Family family(int dimension, int parameters, Rates rates) {
        return new Family() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public int parameters() {
                return parameters;
            }

            @Override
            public void evaluate(double[] y, double[] p, double[] dy) {
                rates.at(y, p, dy);
            }
        };
    }
}
