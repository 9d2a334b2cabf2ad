package loligo.linear;

import java.util.Arrays;

/// The linear system of collocation on a closed curve: N blocks of equations, each in the nodes of its own interval and in a few scalars; the last
/// node is the first one; and as many full rows as scalars. Inner nodes are eliminated block by block with partial pivoting; the nodes that blocks
/// share by orthogonal transformations from left to right (Wright 1992, SIAM J. Sci. Stat. Comput. 13:742), stable however fast solutions grow or decay.
/// What remains ties the first node to the last: `a u_0 + b u_N = 0`, the pencil whose eigenvalues are the Floquet multipliers
/// (Fairgrieve & Jepson 1991, SIAM J. Numer. Anal. 28:1446), never formed as a product of matrices.
public final class CyclicSystem {
    private final int blocks; // N
    private final int n; // unknowns of a node
    private final int stages; // m: nodes per block but one
    private final int scalars; // q
    private final int sides; // right-hand sides
    private final int width; // of a block's row: inner nodes, left node, right node, scalars, sides
    private final int inner; // (m-1) n
    private final int tail; // scalars + sides
    private final double[][] block; // [N][m n * width]
    private final double[][] border; // nodes in order, scalars, sides // [q][(N m + 1) n + q + sides]
    private final double[][] chain; // rows that give the shared node i: itself, first, next, tail // [N][n * (3 n + tail)]
    private final double[] stack; // [2 n * (3 n + tail)]
    private final double[] first; // a: of the first node, when all are eliminated // [n*n]
    private final double[] last; // b: of the last one // [n*n]
    private final double[] rest; // their tail // [n * tail]

    public CyclicSystem(int blocks, int n, int stages, int scalars, int sides) {
        this.blocks = blocks;
        this.n = n;
        this.stages = stages;
        this.scalars = scalars;
        this.sides = sides;
        inner = (stages - 1) * n;
        tail = scalars + sides;
        width = inner + 2 * n + tail;
        block = new double[blocks][stages * n * width];
        border = new double[scalars][(blocks * stages + 1) * n + tail];
        chain = new double[blocks][n * (3 * n + tail)];
        stack = new double[2 * n * (3 * n + tail)];
        first = new double[n * n];
        last = new double[n * n];
        rest = new double[n * tail];
    }

    /// The rows of a block, to be filled: entry `[row * width() + column]`, see [#column]. Overwritten by [#solve].
    public double[] block(int i) {
        return block[i];
    }

    public int width() {
        return width;
    }

    /// Where in a block's row the first unknown of its node j stands, j from 0 to m.
    public int column(int j) {
        return j == 0 ? inner : j == stages ? inner + n : (j - 1) * n;
    }

    /// Where in a block's row the scalars stand; the right-hand sides follow them.
    public int scalarColumn() {
        return inner + 2 * n;
    }

    /// A full row, to be filled: nodes in order, scalars, right-hand sides. Overwritten by [#solve].
    public double[] border(int r) {
        return border[r];
    }

    /// Solves for every right-hand side.
    ///
    /// @param solution nodes in order, then scalars // [sides][(N m + 1) n + q]
    /// @return false where the system is singular to working precision
    public boolean solve(double[][] solution) {
        for (int i = 0; i < blocks; i++) if (!condense(i)) return false;
        begin();
        for (int i = 1; i < blocks; i++) if (!link(i)) return false;
        if (!close(solution)) return false;
        for (double[] s : solution) for (double value : s) if (!Double.isFinite(value)) return false;
        return true;
    }

    /// The pencil of the last solved system: writes `a` and `b` of `a u_0 + b u_N = 0` // [n*n] each, row by row
    public void pencil(double[] a, double[] b) {
        System.arraycopy(first, 0, a, 0, n * n);
        System.arraycopy(last, 0, b, 0, n * n);
    }

    /// Eliminates the inner nodes of a block: its last n rows then hold only the shared nodes and the tail.
    private boolean condense(int i) {
        double[] b = block[i];
        int rows = stages * n;
        for (int c = 0; c < inner; c++) {
            int pivot = c;
            for (int r = c + 1; r < rows; r++) if (Math.abs(b[r * width + c]) > Math.abs(b[pivot * width + c])) pivot = r;
            if (pivot != c) swapRows(b, pivot * width, c * width, width);
            double p = b[c * width + c];
            if (p == 0 || !Double.isFinite(p)) return false;
            for (int r = c + 1; r < rows; r++) {
                double factor = b[r * width + c] / p;
                if (factor == 0) continue;
                for (int k = c + 1; k < width; k++) b[r * width + k] -= factor * b[c * width + k];
            }
            for (double[] row : border) reduceByBlock(row, b, i, c, p);
        }
        return true;
    }

    private void reduceByBlock(double[] row, double[] b, int i, int c, double p) {
        int nodes = (i * stages + 1) * n;
        double factor = row[nodes + c] / p;
        if (factor == 0) return;
        for (int k = c + 1; k < inner; k++) row[nodes + k] -= factor * b[c * width + k];
        for (int k = 0; k < n; k++) {
            row[i * stages * n + k] -= factor * b[c * width + inner + k];
            row[(i + 1) * stages * n + k] -= factor * b[c * width + inner + n + k];
        }
        for (int k = 0; k < tail; k++) row[(blocks * stages + 1) * n + k] -= factor * b[c * width + inner + 2 * n + k];
    }

    private static void swapRows(double[] a, int one, int two, int length) {
        for (int k = 0; k < length; k++) {
            double held = a[one + k];
            a[one + k] = a[two + k];
            a[two + k] = held;
        }
    }

    /// The condensed first block begins the chain.
    private void begin() {
        for (int r = 0; r < n; r++) {
            int from = (inner + r) * width + inner;
            System.arraycopy(block[0], from, first, r * n, n);
            System.arraycopy(block[0], from + n, last, r * n, n);
            System.arraycopy(block[0], from + 2 * n, rest, r * tail, tail);
        }
    }

    /// Eliminates the shared node i between the chain up to it and block i.
    private boolean link(int i) {
        int w = 3 * n + tail;
        for (int r = 0; r < n; r++) { // columns: node i, first node, node i+1, tail
            System.arraycopy(last, r * n, stack, r * w, n);
            System.arraycopy(first, r * n, stack, r * w + n, n);
            Arrays.fill(stack, r * w + 2 * n, r * w + 3 * n, 0);
            System.arraycopy(rest, r * tail, stack, r * w + 3 * n, tail);
            int from = (inner + r) * width + inner;
            System.arraycopy(block[i], from, stack, (n + r) * w, n);
            Arrays.fill(stack, (n + r) * w + n, (n + r) * w + 2 * n, 0);
            System.arraycopy(block[i], from + n, stack, (n + r) * w + 2 * n, n + tail);
        }
        for (int c = 0; c < n; c++) if (!reflect(c, w)) return false;
        System.arraycopy(stack, 0, chain[i], 0, n * w);
        for (int r = 0; r < n; r++) {
            System.arraycopy(stack, (n + r) * w + n, first, r * n, n);
            System.arraycopy(stack, (n + r) * w + 2 * n, last, r * n, n);
            System.arraycopy(stack, (n + r) * w + 3 * n, rest, r * tail, tail);
        }
        for (double[] row : border) reduceByChain(row, i, w);
        return true;
    }

    /// A Householder reflection that clears column c of the stack below its diagonal.
    private boolean reflect(int c, int w) {
        double square = 0;
        for (int r = c; r < 2 * n; r++) square += stack[r * w + c] * stack[r * w + c];
        double length = Math.sqrt(square);
        if (!(length > 0) || !Double.isFinite(length)) return false;
        double head = stack[c * w + c];
        double alpha = head > 0 ? -length : length;
        double beta = square - head * alpha; // half the squared length of v = column - alpha e_c
        for (int k = c + 1; k < w; k++) {
            double dot = (head - alpha) * stack[c * w + k];
            for (int r = c + 1; r < 2 * n; r++) dot += stack[r * w + c] * stack[r * w + k];
            double factor = dot / beta;
            stack[c * w + k] -= factor * (head - alpha);
            for (int r = c + 1; r < 2 * n; r++) stack[r * w + k] -= factor * stack[r * w + c];
        }
        stack[c * w + c] = alpha;
        for (int r = c + 1; r < 2 * n; r++) stack[r * w + c] = 0;
        return true;
    }

    private void reduceByChain(double[] row, int i, int w) {
        double[] rows = chain[i];
        int node = i * stages * n;
        for (int c = 0; c < n; c++) {
            double factor = row[node + c] / rows[c * w + c];
            if (factor == 0) continue;
            for (int k = c + 1; k < n; k++) row[node + k] -= factor * rows[c * w + k];
            for (int k = 0; k < n; k++) {
                row[k] -= factor * rows[c * w + n + k];
                row[node + stages * n + k] -= factor * rows[c * w + 2 * n + k];
            }
            for (int k = 0; k < tail; k++) row[(blocks * stages + 1) * n + k] -= factor * rows[c * w + 3 * n + k];
        }
    }

    /// Identifies the last node with the first, solves for it and the scalars, and goes back.
    private boolean close(double[][] solution) {
        int size = n + scalars;
        double[] matrix = new double[size * size];
        int end = blocks * stages * n;
        for (int r = 0; r < n; r++) {
            for (int k = 0; k < n; k++) matrix[r * size + k] = first[r * n + k] + last[r * n + k];
            System.arraycopy(rest, r * tail, matrix, r * size + n, scalars);
        }
        for (int r = 0; r < scalars; r++) {
            for (int k = 0; k < n; k++) matrix[(n + r) * size + k] = border[r][k] + border[r][end + k];
            System.arraycopy(border[r], end + n, matrix, (n + r) * size + n, scalars);
        }
        Elimination elimination = new Elimination(size);
        if (!elimination.factor(matrix)) return false;
        double[] core = new double[size];
        for (int side = 0; side < sides; side++) {
            for (int r = 0; r < n; r++) core[r] = rest[r * tail + scalars + side];
            for (int r = 0; r < scalars; r++) core[n + r] = border[r][end + n + scalars + side];
            elimination.solve(core);
            back(core, side, solution[side]);
        }
        return true;
    }

    private void back(double[] core, int side, double[] u) {
        int end = blocks * stages * n;
        System.arraycopy(core, 0, u, 0, n);
        System.arraycopy(core, 0, u, end, n);
        System.arraycopy(core, n, u, end + n, scalars);
        int w = 3 * n + tail;
        for (int i = blocks - 1; i > 0; i--) {
            int node = i * stages * n;
            for (int r = n - 1; r >= 0; r--) {
                double sum = chain[i][r * w + 3 * n + scalars + side];
                for (int k = 0; k < scalars; k++) sum -= chain[i][r * w + 3 * n + k] * u[end + n + k];
                for (int k = 0; k < n; k++) sum -= chain[i][r * w + n + k] * u[k] + chain[i][r * w + 2 * n + k] * u[node + stages * n + k];
                for (int k = r + 1; k < n; k++) sum -= chain[i][r * w + k] * u[node + k];
                u[node + r] = sum / chain[i][r * w + r];
            }
        }
        for (int i = 0; i < blocks; i++) inside(i, side, u);
    }

    private void inside(int i, int side, double[] u) {
        double[] b = block[i];
        int left = i * stages * n;
        int end = blocks * stages * n;
        for (int r = inner - 1; r >= 0; r--) {
            double sum = b[r * width + inner + 2 * n + scalars + side];
            for (int k = 0; k < scalars; k++) sum -= b[r * width + inner + 2 * n + k] * u[end + n + k];
            for (int k = 0; k < n; k++) sum -= b[r * width + inner + k] * u[left + k] + b[r * width + inner + n + k] * u[left + stages * n + k];
            for (int k = r + 1; k < inner; k++) sum -= b[r * width + k] * u[left + n + k];
            u[left + n + r] = sum / b[r * width + r];
        }
    }
}
