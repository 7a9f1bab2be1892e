/// Fisher and Snedecor's F distribution.
package struct FDistribution: Sendable, Hashable {
    package let numerator: Double
    package let denominator: Double

    /// - Parameters:
    ///   - numerator: degrees of freedom of the numerator, positive and finite.
    ///   - denominator: degrees of freedom of the denominator, positive and finite.
    package init(numerator: Double, denominator: Double) {
        precondition(numerator > 0 && numerator.isFinite, "Degrees of freedom are positive and finite.")
        precondition(denominator > 0 && denominator.isFinite, "Degrees of freedom are positive and finite.")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The probability below f (Abramowitz & Stegun 1964, 26.6.2).
    package func cdf(_ f: Double) -> Double {
        let (x, y) = arguments(f)
        return IncompleteBeta.regularized(numerator / 2, denominator / 2, x: x, y: y)
    }

    /// The probability above f, to full relative accuracy in the tail.
    package func upperTail(_ f: Double) -> Double {
        let (x, y) = arguments(f)
        return IncompleteBeta.regularized(denominator / 2, numerator / 2, x: y, y: x)
    }

    /// The density at f > 0.
    package func density(_ f: Double) -> Double {
        if f <= 0 { return 0 }
        let (x, y) = arguments(f)
        return IncompleteBeta.prefactor(numerator / 2, denominator / 2, x: x, y: y) / f
    }

    /// The f whose lower tail is `p`; 0 at 0 and ∞ at 1.
    package func quantile(_ p: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return .infinity }
        return p <= 0.5 ? solve(p, lower: true) : solve(1 - p, lower: false)
    }

    /// The f whose upper tail is `p`, accurate for tiny tails.
    package func upperQuantile(_ p: Double) -> Double {
        if p <= 0 { return .infinity }
        if p >= 1 { return 0 }
        return p <= 0.5 ? solve(p, lower: false) : solve(1 - p, lower: true)
    }

    private func solve(_ p: Double, lower: Bool) -> Double {
        QuantileSearch.solve(target: p, start: 1, increasing: lower) {
            lower ? cdf($0) : upperTail($0)
        } density: {
            density($0)
        }
    }

    private func arguments(_ f: Double) -> (Double, Double) {
        if f <= 0 { return (0, 1) }
        let scaled = numerator * f
        if scaled == .infinity { return (1, 0) }
        let sum = scaled + denominator
        return (scaled / sum, denominator / sum)
    }
}
