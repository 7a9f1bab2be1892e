/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x).
///
/// The series of Abramowitz & Stegun (1964) 6.5.29 below the mean, the continued fraction 6.5.31
/// (evaluated by Lentz's method) above it, so that each tail keeps its relative accuracy.
enum IncompleteGamma {
    /// P(a, x), for a > 0 and x ≥ 0.
    static func lower(_ a: Double, _ x: Double) -> Double {
        if x <= 0 { return 0 }
        if x == .infinity { return 1 }
        return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x)
    }

    /// Q(a, x), for a > 0 and x ≥ 0.
    static func upper(_ a: Double, _ x: Double) -> Double {
        if x <= 0 { return 1 }
        if x == .infinity { return 0 }
        return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x)
    }

    /// x^a e^(−x) / Γ(a + 1).
    static func prefactor(_ a: Double, _ x: Double) -> Double {
        if x <= 0 { return 0 }
        let exponent = -SaddlePoint.stirlingError(a) - SaddlePoint.deviance(a, x)
        return Elementary.exp(exponent - SaddlePoint.logSqrtTwoPi) / a.squareRoot()
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        var n = a
        for _ in 0..<200_000 {
            n += 1
            term *= x / n
            sum += term
            if term < sum * 1e-17 { break }
        }
        return min(1, prefactor(a, x) * sum)
    }

    private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
        var b = x + 1 - a
        var c = 1 / Double.leastNormalMagnitude
        var d = 1 / b
        var h = d
        for i in 1..<200_000 {
            let n = Double(i)
            let numerator = -n * (n - a)
            b += 2
            d = numerator * d + b
            if abs(d) < Double.leastNormalMagnitude { d = Double.leastNormalMagnitude }
            c = b + numerator / c
            if abs(c) < Double.leastNormalMagnitude { c = Double.leastNormalMagnitude }
            d = 1 / d
            let delta = d * c
            h *= delta
            if abs(delta - 1) < 2.3e-16 { break }
        }
        return min(1, prefactor(a, x) * a * h)
    }
}
