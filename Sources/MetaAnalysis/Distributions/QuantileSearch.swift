/// Inverts a monotone tail probability of a positive variable.
///
/// Newton's method on the logarithm of the probability against the logarithm of the variable,
/// where the tails of the t, χ² and F distributions are nearly straight, kept inside a bracket.
enum QuantileSearch {
    /// The x > 0 at which `probability` is `target`.
    ///
    /// - Parameters:
    ///   - target: in (0, 1).
    ///   - start: a first guess, positive.
    ///   - increasing: whether the probability grows with x.
    ///   - probability: the probability at x.
    ///   - density: the absolute derivative of the probability at x.
    static func solve(
        target: Double,
        start: Double,
        increasing: Bool,
        probability: (Double) -> Double,
        density: (Double) -> Double
    ) -> Double {
        let logTarget = Elementary.log(target)
        var low = -Double.infinity
        var high = Double.infinity
        var u = Elementary.log(max(start, 1e-300))
        var reach = 1.0
        for _ in 0..<400 {
            let x = Elementary.exp(u)
            let value = probability(x)
            let error = value > 0 ? Elementary.log(value) - logTarget : -Double.infinity
            if error == 0 { return x }
            if (error < 0) == increasing { low = u } else { high = u }
            let slope = value > 0 ? x * density(x) / value : 0
            var next = u - error / (increasing ? slope : -slope)
            if !next.isFinite || next <= low || next >= high || abs(next - u) > 50 {
                if low.isInfinite {
                    next = high - reach
                    reach *= 2
                } else if high.isInfinite {
                    next = low + reach
                    reach *= 2
                } else {
                    next = low + (high - low) / 2
                }
            }
            let step = next - u
            if abs(step) <= 1e-15 { return x * (1 + step) }
            if next == low || next == high { return Elementary.exp(next) }
            u = next
        }
        return Elementary.exp(u)
    }
}
