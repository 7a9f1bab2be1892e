/// The two ingredients of Loader's saddle-point form of the gamma and beta densities.
///
/// Written this way the densities keep full relative accuracy for large parameters,
/// where differences of log-gamma functions would lose most digits.
/// Source: C. Loader (2000), "Fast and accurate computation of binomial probabilities".
enum SaddlePoint {
    static let logSqrtTwoPi = 0.918938533204672741780329736406

    /// The error of Stirling's formula, ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), for x > 0.
    ///
    /// The asymptotic series (Abramowitz & Stegun 1964, 6.1.41) from 16 on; below, the exact
    /// recurrence δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) − 1.
    static func stirlingError(_ x: Double) -> Double {
        var x = x
        var sum = 0.0
        while x < 16 {
            sum += (x + 0.5) * Elementary.log1p(1 / x) - 1
            x += 1
        }
        let s = 1 / (x * x)
        let series =
            1.0 / 12 - s
            * (1.0 / 360 - s
                * (1.0 / 1260 - s
                    * (1.0 / 1680 - s
                        * (1.0 / 1188
                            - s * (691.0 / 360_360 - s * (1.0 / 156))))))
        return sum + series / x
    }

    /// The deviance term x ln(x / m) + m − x, without cancellation when x is near m (Loader 2000).
    static func deviance(_ x: Double, _ m: Double) -> Double {
        if abs(x - m) < 0.1 * (x + m) {
            let v = (x - m) / (x + m)
            var sum = (x - m) * v
            var term = 2 * x * v
            let square = v * v
            var j = 3.0
            while j < 1000 {
                term *= square
                let next = sum + term / j
                if next == sum { break }
                sum = next
                j += 2
            }
            return sum
        }
        return x * Elementary.log(x / m) + m - x
    }

    /// ln Γ(x) for x > 0.
    static func logGamma(_ x: Double) -> Double {
        (x - 0.5) * Elementary.log(x) - x + logSqrtTwoPi + stirlingError(x)
    }
}
