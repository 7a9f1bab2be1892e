/// The regularised incomplete beta function I_x(a, b).
///
/// The continued fraction of Press et al. (2007), Numerical Recipes eq. 6.4.5, by Lentz's method,
/// with the prefactor in Loader's form. The argument and its complement are passed separately,
/// so that neither tail is computed by subtraction from one.
enum IncompleteBeta {
    /// I_x(a, b) for a, b > 0 and x + y = 1 in [0, 1].
    static func regularized(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
        if x <= 0 { return 0 }
        if y <= 0 { return 1 }
        if x < (a + 1) / (a + b + 2) {
            return min(1, prefactor(a, b, x: x, y: y) * continuedFraction(a, b, x) / a)
        }
        return 1 - min(1, prefactor(b, a, x: y, y: x) * continuedFraction(b, a, y) / b)
    }

    /// x^a y^b / B(a, b).
    static func prefactor(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
        if x <= 0 || y <= 0 { return 0 }
        let n = a + b
        let exponent =
            SaddlePoint.stirlingError(n) - SaddlePoint.stirlingError(a) - SaddlePoint.stirlingError(b)
            - SaddlePoint.deviance(a, n * x) - SaddlePoint.deviance(b, n * y)
        return Elementary.exp(exponent - SaddlePoint.logSqrtTwoPi) * (a * (b / n)).squareRoot()
    }

    private static func continuedFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = Double.leastNormalMagnitude
        let sum = a + b
        var c = 1.0
        var d = 1 - sum * x / (a + 1)
        if abs(d) < tiny { d = tiny }
        d = 1 / d
        var h = d
        for i in 1..<200_000 {
            let m = Double(i)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 + even * d
            if abs(d) < tiny { d = tiny }
            c = 1 + even / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            h *= d * c
            let odd = -(a + m) * (sum + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 + odd * d
            if abs(d) < tiny { d = tiny }
            c = 1 + odd / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            let delta = d * c
            h *= delta
            if abs(delta - 1) < 2.3e-16 { break }
        }
        return h
    }
}
