// The ensembles of the bench as anybody would write them in plain C++: one loop over the cells for each step, arrays of unknowns, the compiler's vectors
// and its library's exponentials. exponential_euler: y + (e^(h d) - 1)/d f with d the slope of each unknown by itself; rk4: Kutta's.
// Compiled as `g++ -O3 -march=native -ffast-math`, and once more without -ffast-math and vectors to tell how exact both are.
#include <cmath>

namespace {

inline double rate(double x) { return x / (1 - std::exp(-x)); } // with the hole at 0 that the textbook has

struct HodgkinHuxley {
  static constexpr int n = 4;
  // y: V m h n; f: their derivatives, d: the slopes of those by their own unknown
  static inline void field(const double *y, double I, double *f, double *d) {
    const double V = y[0], m = y[1], h = y[2], k = y[3];
    const double am = rate((V + 40) / 10), bm = 4 * std::exp(-(V + 65) / 18);
    const double ah = 0.07 * std::exp(-(V + 65) / 20), bh = 1 / (1 + std::exp(-(V + 35) / 10));
    const double an = 0.1 * rate((V + 55) / 10), bn = 0.125 * std::exp(-(V + 65) / 80);
    const double gNa = 120 * m * m * m * h, gK = 36 * k * k * k * k;
    f[0] = I - gNa * (V - 50) - gK * (V + 77) - 0.3 * (V + 54.387);
    f[1] = am * (1 - m) - bm * m;
    f[2] = ah * (1 - h) - bh * h;
    f[3] = an * (1 - k) - bn * k;
    d[0] = -gNa - gK - 0.3;
    d[1] = -am - bm;
    d[2] = -ah - bh;
    d[3] = -an - bn;
  }
};

struct WangBuzsaki {
  static constexpr int n = 3; // V h n
  static inline void field(const double *y, double I, double *f, double *d) {
    const double V = y[0], h = y[1], k = y[2];
    const double am = rate((V + 35) / 10), bm = 4 * std::exp(-(V + 60) / 18), m = am / (am + bm);
    // dm/dV, which the slope of V by itself needs
    const double x = (V + 35) / 10, e = std::exp(-x), dam = (1 - e - x * e) / ((1 - e) * (1 - e)) / 10, dbm = -bm / 18;
    const double dm = (dam * bm - am * dbm) / ((am + bm) * (am + bm));
    const double ah = 5 * 0.07 * std::exp(-(V + 58) / 20), bh = 5 / (1 + std::exp(-(V + 28) / 10));
    const double an = 5 * 0.1 * rate((V + 34) / 10), bn = 5 * 0.125 * std::exp(-(V + 44) / 80);
    const double gNa = 35 * m * m * m * h, gK = 9 * k * k * k * k;
    f[0] = I - gNa * (V - 55) - gK * (V + 90) - 0.1 * (V + 65);
    f[1] = ah * (1 - h) - bh * h;
    f[2] = an * (1 - k) - bn * k;
    d[0] = -gNa - 3 * 35 * m * m * dm * h * (V - 55) - gK - 0.1;
    d[1] = -ah - bh;
    d[2] = -an - bn;
  }
};

struct Pospischil {
  static constexpr int n = 5; // V m h n p
  static inline void field(const double *y, double I, double *f, double *d) {
    const double V = y[0], m = y[1], h = y[2], k = y[3], p = y[4], v = V + 55;
    const double am = 1.28 * rate((v - 13) / 4), bm = 1.4 * rate(-(v - 40) / 5);
    const double ah = 0.128 * std::exp(-(v - 17) / 18), bh = 4 / (1 + std::exp(-(v - 40) / 5));
    const double an = 0.16 * rate((v - 15) / 5), bn = 0.5 * std::exp(-(v - 10) / 40);
    const double pinf = 1 / (1 + std::exp(-(V + 35) / 10));
    const double ptau = 1000 / (3.3 * std::exp((V + 35) / 20) + std::exp(-(V + 35) / 20));
    const double gNa = 50 * m * m * m * h, gK = 5 * k * k * k * k, gM = 0.07 * p;
    f[0] = I - gNa * (V - 50) - (gK + gM) * (V + 100) - 0.1 * (V + 70);
    f[1] = am * (1 - m) - bm * m;
    f[2] = ah * (1 - h) - bh * h;
    f[3] = an * (1 - k) - bn * k;
    f[4] = (pinf - p) / ptau;
    d[0] = -gNa - gK - gM - 0.1;
    d[1] = -am - bm;
    d[2] = -ah - bh;
    d[3] = -an - bn;
    d[4] = -1 / ptau;
  }
};

struct Gokhale {
  static constexpr int n = 9; // V m o p b h1 h2 n1 n2
  static inline double square(double x) { return x * x; }
  static inline double rise(double x) { return 1 / (1 + std::exp(-x)); }
  static inline void field(const double *y, double I, double *f, double *d) {
    const double V = y[0], m = y[1], o = y[2], p = y[3], b = y[4];
    const double h = 0.9 * y[5] + 0.1 * y[6], k = 0.75 * y[7] + 0.25 * y[8];
    const double inf[9] = {0, 1.653 * rise((V + 31.38) / 7.984) - 0.9225 * rise((V + 20.15) / 11.44) + 0.0971, rise((V + 46.25) / 10.59),
      0.0708 + 0.9292 * rise(-(V + 58.91) / 8.738), rise((V + 24.96) / 36.58), rise(-(V + 80.42) / 5.811), rise(-(V + 80.42) / 5.811),
      rise(-(V + 80.13) / 14.32), rise(-(V + 80.13) / 14.32)};
    const double tau[9] = {1, 0.2827 * std::exp(-square(V + 53.87) / 1136) + 0.027, 0.0797, 0.2663, 0.584,
      8.582 * std::exp(-square(V + 83.17) / 786.6) + 0.0269 * rise(-(V - 9.195) / 2.982) + 0.1886, 320.3 * std::exp(-square(V + 87.77) / 377.4) + 0.872,
      std::fmax(0.001, 0.1181 * std::exp(-square(V + 106.8) / 390.5) + 0.9782 * rise(-(V - 9.861) / 983.1) - 0.4241),
      0.9973 * std::exp(-square(V + 96.75) / 399.6) + 1.26 * rise(-(V + 92.94) / 32.09) + 0.0319};
    const double gNa = 90.34 * m * m * m * h + 0.6976 * o * o * o * p, gK = 6.609 * k + 0.1332 * b * b;
    f[0] = I - gNa * (V - 61.6) - gK * (V + 75.3);
    d[0] = -gNa - gK;
    for (int j = 1; j < n; j++) {
      f[j] = (inf[j] - y[j]) / tau[j];
      d[j] = -1 / tau[j];
    }
  }
};

// One step of length dt for every cell. Rows of y are as long as there are cells.
template <class M> void exponential_euler(double *__restrict y, const double *__restrict I, int cells, double dt) {
#pragma GCC ivdep
  for (int i = 0; i < cells; i++) {
    double x[M::n], f[M::n], d[M::n];
    for (int k = 0; k < M::n; k++) x[k] = y[k * cells + i];
    M::field(x, I[i], f, d);
    for (int k = 0; k < M::n; k++) y[k * cells + i] = x[k] + (std::exp(dt * d[k]) - 1) / d[k] * f[k];
  }
}

template <class M> void rk4(double *__restrict y, const double *__restrict I, int cells, double dt) {
#pragma GCC ivdep
  for (int i = 0; i < cells; i++) {
    double x[M::n], a[M::n], k1[M::n], k2[M::n], k3[M::n], k4[M::n], d[M::n];
    for (int k = 0; k < M::n; k++) x[k] = y[k * cells + i];
    M::field(x, I[i], k1, d);
    for (int k = 0; k < M::n; k++) a[k] = x[k] + dt / 2 * k1[k];
    M::field(a, I[i], k2, d);
    for (int k = 0; k < M::n; k++) a[k] = x[k] + dt / 2 * k2[k];
    M::field(a, I[i], k3, d);
    for (int k = 0; k < M::n; k++) a[k] = x[k] + dt * k3[k];
    M::field(a, I[i], k4, d);
    for (int k = 0; k < M::n; k++) y[k * cells + i] = x[k] + dt / 6 * (k1[k] + 2 * k2[k] + 2 * k3[k] + k4[k]);
  }
}

template <class M> void many(bool explicit_, double *y, const double *I, int cells, double dt, int steps) {
  for (int s = 0; s < steps; s++) {
    if (explicit_) rk4<M>(y, I, cells, dt);
    else exponential_euler<M>(y, I, cells, dt);
  }
}

} // namespace

extern "C" void advance(int model, int method, double *y, const double *I, int cells, double dt, int steps) {
  switch (model) {
    case 0: many<HodgkinHuxley>(method, y, I, cells, dt, steps); break;
    case 1: many<WangBuzsaki>(method, y, I, cells, dt, steps); break;
    case 2: many<Pospischil>(method, y, I, cells, dt, steps); break;
    case 3: many<Gokhale>(method, y, I, cells, dt, steps); break;
  }
}
