package loligo.linear;

/// Gaussian elimination with partial pivoting (Golub & Van Loan, *Matrix Computations*, 3.4) for few unknowns; reusable, and every sum in a fixed order.
public final class Elimination {
    private final int n;
    private final double[] lu; // row by row; the diagonal holds reciprocals // [n*n]
    private final int[] pivot; // row swapped with row k // [n]
    private double sign;

    public Elimination(int n) {
        this.n = n;
        lu = new double[n * n];
        pivot = new int[n];
    }

    /// Factors a matrix given row by row // [n*n]
    ///
    /// @return whether it is regular to working precision: no pivot zero or not finite
    public boolean factor(double[] matrix) {
        System.arraycopy(matrix, 0, lu, 0, n * n);
        return decompose();
    }

    /// Factors `diagonal * I - matrix`, as implicit steps and Newton's method ask for // [n*n]
    ///
    /// @return whether it is regular to working precision
    public boolean factor(double diagonal, double[] matrix) {
        for (int i = 0; i < lu.length; i++) lu[i] = -matrix[i];
        for (int i = 0; i < n; i++) lu[i * n + i] += diagonal;
        return decompose();
    }

    private boolean decompose() {
        sign = 1;
        boolean regular = true;
        for (int k = 0; k < n; k++) {
            swap(k);
            double diagonal = lu[k * n + k];
            regular &= diagonal != 0 && Double.isFinite(diagonal);
            if (diagonal < 0) sign = -sign;
            eliminate(k);
        }
        return regular;
    }

    private void swap(int k) {
        int largest = k;
        for (int i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]) > Math.abs(lu[largest * n + k])) largest = i;
        pivot[k] = largest;
        if (largest == k) return;
        sign = -sign;
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

    /// Replaces the right-hand side by the solution // [n]
    public void solve(double[] b) {
        for (int k = 0; k < n; k++) exchange(b, k);
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

    /// Replaces the right-hand side by the solution of the transposed system // [n]
    public void solveTransposed(double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int j = 0; j < i; j++) sum -= lu[j * n + i] * b[j];
            b[i] = sum * lu[i * n + i];
        }
        for (int i = n - 2; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) sum -= lu[j * n + i] * b[j];
            b[i] = sum;
        }
        for (int k = n - 1; k >= 0; k--) exchange(b, k);
    }

    private void exchange(double[] b, int k) {
        double held = b[pivot[k]];
        b[pivot[k]] = b[k];
        b[k] = held;
    }

    /// The determinant of the factored matrix.
    public double determinant() {
        double product = sign;
        for (int k = 0; k < n; k++) product *= Math.abs(1 / lu[k * n + k]);
        return product;
    }
}
