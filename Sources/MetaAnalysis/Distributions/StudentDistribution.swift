/// Student's t distribution.
package struct StudentDistribution: Sendable, Hashable {
    package let degreesOfFreedom: Double

    /// - Parameter degreesOfFreedom: positive and finite; need not be whole.
    package init(degreesOfFreedom: Double) {
        precondition(degreesOfFreedom > 0 && degreesOfFreedom.isFinite, "Degrees of freedom are positive and finite.")
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability below t.
    package func cdf(_ t: Double) -> Double { t < 0 ? upperTail(-t) : 1 - upperTail(t) }

    /// The probability above t, to full relative accuracy in the tail
    /// (Abramowitz & Stegun 1964, 26.7.1: the incomplete beta function).
    package func upperTail(_ t: Double) -> Double {
        if t < 0 { return 1 - upperTail(-t) }
        let (x, y) = arguments(t)
        return 0.5 * IncompleteBeta.regularized(degreesOfFreedom / 2, 0.5, x: x, y: y)
    }

    /// The two-sided p-value of a t statistic.
    package func twoSidedP(_ t: Double) -> Double { min(1, 2 * upperTail(abs(t))) }

    /// The density at t.
    package func density(_ t: Double) -> Double {
        let (x, y) = arguments(t)
        if y <= 0 {
            let half = degreesOfFreedom / 2
            let logRatio = SaddlePoint.logGamma(half + 0.5) - SaddlePoint.logGamma(half)
            return Elementary.exp(logRatio) / (degreesOfFreedom * .pi).squareRoot()
        }
        return IncompleteBeta.prefactor(degreesOfFreedom / 2, 0.5, x: x, y: y) / abs(t)
    }

    /// The t whose lower tail is `p`; −∞ at 0 and ∞ at 1.
    package func quantile(_ p: Double) -> Double { p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p) }

    /// The t whose upper tail is `p`, accurate for tiny tails.
    package func upperQuantile(_ p: Double) -> Double {
        if p <= 0 { return .infinity }
        if p >= 1 { return -.infinity }
        if p == 0.5 { return 0 }
        if p > 0.5 { return -upperQuantile(1 - p) }
        let z = NormalDistribution.upperQuantile(p)
        let start = z * (1 + (z * z + 1) / (4 * degreesOfFreedom))
        if p > 0.25 {
            return QuantileSearch.solve(target: 0.5 - p, start: start, increasing: true) { t in
                let (x, y) = arguments(t)
                return 0.5 * IncompleteBeta.regularized(0.5, degreesOfFreedom / 2, x: y, y: x)
            } density: {
                density($0)
            }
        }
        return QuantileSearch.solve(target: p, start: start, increasing: false) {
            upperTail($0)
        } density: {
            density($0)
        }
    }

    /// The critical value of a two-sided interval of this level (a proportion in (0, 1)).
    package func criticalValue(level: Double) -> Double { upperQuantile((1 - level) / 2) }

    /// ν / (ν + t²) and t² / (ν + t²).
    private func arguments(_ t: Double) -> (Double, Double) {
        let square = t * t
        if square == .infinity { return (0, 1) }
        let sum = degreesOfFreedom + square
        return (degreesOfFreedom / sum, square / sum)
    }
}
