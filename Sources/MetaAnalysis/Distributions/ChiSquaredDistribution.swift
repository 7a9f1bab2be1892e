/// The χ² distribution.
package struct ChiSquaredDistribution: Sendable, Hashable {
    package let degreesOfFreedom: Double

    /// - Parameter degreesOfFreedom: positive and finite; need not be whole.
    package init(degreesOfFreedom: Double) {
        precondition(degreesOfFreedom > 0 && degreesOfFreedom.isFinite, "Degrees of freedom are positive and finite.")
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability below x (Abramowitz & Stegun 1964, 26.4.19).
    package func cdf(_ x: Double) -> Double { IncompleteGamma.lower(degreesOfFreedom / 2, x / 2) }

    /// The probability above x, to full relative accuracy in the tail.
    package func upperTail(_ x: Double) -> Double { IncompleteGamma.upper(degreesOfFreedom / 2, x / 2) }

    /// The density at x > 0.
    package func density(_ x: Double) -> Double {
        x > 0 ? IncompleteGamma.prefactor(degreesOfFreedom / 2, x / 2) * degreesOfFreedom / (2 * x) : 0
    }

    /// The x whose lower tail is `p`; 0 at 0 and ∞ at 1.
    package func quantile(_ p: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return .infinity }
        return p <= 0.5 ? solve(p, lower: true) : solve(1 - p, lower: false)
    }

    /// The x whose upper tail is `p`, accurate for tiny tails.
    package func upperQuantile(_ p: Double) -> Double {
        if p <= 0 { return .infinity }
        if p >= 1 { return 0 }
        return p <= 0.5 ? solve(p, lower: false) : solve(1 - p, lower: true)
    }

    private func solve(_ p: Double, lower: Bool) -> Double {
        QuantileSearch.solve(target: p, start: start(p, lower: lower), increasing: lower) {
            lower ? cdf($0) : upperTail($0)
        } density: {
            density($0)
        }
    }

    /// Wilson & Hilferty (1931); for small lower tails the first term of the series.
    private func start(_ p: Double, lower: Bool) -> Double {
        let z = lower ? -NormalDistribution.upperQuantile(p) : NormalDistribution.upperQuantile(p)
        let c = 2 / (9 * degreesOfFreedom)
        let root = 1 - c + z * c.squareRoot()
        let guess = degreesOfFreedom * root * root * root
        if guess > 0.03 * degreesOfFreedom { return guess }
        let half = degreesOfFreedom / 2
        return 2 * Elementary.exp((Elementary.log(p) + SaddlePoint.logGamma(half + 1)) / half)
    }
}
