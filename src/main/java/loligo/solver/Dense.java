package loligo.solver;

/// Gaussian elimination with partial pivoting for the few unknowns of a point cell. Fixed order of every sum.
final class Dense {
    private final int n;
    private final double[] lu; // lu[i*n + j]
    private final int[] pivot; // row swapped with row k

    Dense(int n) {
        this.n = n;
        lu = new double[n * n];
        pivot = new int[n];
    }

    /// Factors `diagonal * I - matrix`. A zero pivot leaves infinities, which the caller sees in the solution.
    void factor(double diagonal, double[] matrix) {
        for (int i = 0; i < lu.length; i++) lu[i] = -matrix[i];
        for (int i = 0; i < n; i++) lu[i * n + i] += diagonal;
        for (int k = 0; k < n; k++) {
            swap(k);
            eliminate(k);
        }
    }

    private void swap(int k) {
        int largest = k;
        for (int i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]) > Math.abs(lu[largest * n + k])) largest = i;
        pivot[k] = largest;
        if (largest == k) return;
        for (int j = 0; j < n; j++) {
            double held = lu[k * n + j];
            lu[k * n + j] = lu[largest * n + j];
            lu[largest * n + j] = held;
        }
    }

    private void eliminate(int k) {
        double reciprocal = 1 / lu[k * n + k];
        lu[k * n + k] = reciprocal;
        for (int i = k + 1; i < n; i++) {
            double factor = lu[i * n + k] * reciprocal;
            lu[i * n + k] = factor;
            if (factor == 0) continue;
            for (int j = k + 1; j < n; j++) lu[i * n + j] -= factor * lu[k * n + j];
        }
    }

    /// Replaces the right-hand side `b` by the solution // [n]
    void solve(double[] b) {
        for (int k = 0; k < n; k++) {
            double held = b[pivot[k]];
            b[pivot[k]] = b[k];
            b[k] = held;
        }
        for (int i = 1; i < n; i++) {
            double sum = b[i];
            for (int j = 0; j < i; j++) sum -= lu[i * n + j] * b[j];
            b[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) sum -= lu[i * n + j] * b[j];
            b[i] = sum * lu[i * n + i];
        }
    }
}
