package loligo.kernel;

/// The error function after W. J. Cody's rational approximations (Math. Comp. 23, 631, 1969) in the form of Sun's fdlibm `s_erf.c`
/// (freely granted): |x| < 0.84375, near 1, to 1/0.35, to 6, beyond.
final class ErrorFunction {
    private static final double ERX = 0.8450629115104675;
    private static final double EFX = 0.1283791670955126;
    private static final double[] PP = {0.12837916709551256, -0.3250421072470015, -0.02848174957559851,
        -0.005770270296489442, -2.3763016656650163e-05};
    private static final double[] QQ = {1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766,
        0.00013249473800432164, -3.960228278775368e-06};
    private static final double[] PA = {-0.0023621185607526594, 0.41485611868374833, -0.3722078760357013,
        0.31834661990116175, -0.11089469428239668, 0.035478304325618236, -0.002166375594868791};
    private static final double[] QA = {1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627,
        0.12617121980876164, 0.01363708391202905, 0.011984499846799107};
    private static final double[] RA = {-0.009864944034847148, -0.6938585727071818, -10.558626225323291,
        -62.375332450326006, -162.39666946257347, -184.60509290671104, -81.2874355063066,
        -9.814329344169145};
    private static final double[] SA = {1, 19.651271667439257, 137.65775414351904, 434.56587747522923,
        645.3872717332679, 429.00814002756783, 108.63500554177944, 6.570249770319282,
        -0.0604244152148581};
    private static final double[] RB = {-0.0098649429247001, -0.799283237680523, -17.757954917754752,
        -160.63638485582192, -637.5664433683896, -1025.0951316110772, -483.5191916086514};
    private static final double[] SB = {1, 30.33806074348246, 325.7925129965739, 1536.729586084437,
        3199.8582195085955, 2553.0504064331644, 474.52854120695537, -22.44095244658582};

    private ErrorFunction() {}

    static double erf(double x) {
        double a = Math.abs(x);
        if (a < 0.84375) return small(x);
        double positive = a < 1.25 ? ERX + polynomial(PA, a - 1) / polynomial(QA, a - 1) : a < 6 ? 1 - tail(a) : a >= 6 ? 1 : a;
        return Math.copySign(positive, x);
    }

    private static double small(double x) {
        if (Math.abs(x) < 0x1p-28) return Math.fma(EFX, x, x);
        double z = x * x;
        return Math.fma(x, polynomial(PP, z) / polynomial(QQ, z), x);
    }

    /// 1 - erf(a) for 1.25 <= a < 6. The square of the leading half of a is exact, so the exponential loses nothing.
    private static double tail(double a) {
        double s = 1 / (a * a);
        double ratio = a < 1 / 0.35 ? polynomial(RA, s) / polynomial(SA, s) : polynomial(RB, s) / polynomial(SB, s);
        double lead = Double.longBitsToDouble(Double.doubleToRawLongBits(a) & 0xFFFFFFFF00000000L);
        double exponential = Elementary.exp(-lead * lead - 0.5625) * Elementary.exp((lead - a) * (lead + a) + ratio);
        return exponential / a;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) sum = Math.fma(sum, x, coefficients[i]);
        return sum;
    }
}
