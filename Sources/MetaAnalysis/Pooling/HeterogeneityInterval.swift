/// The test-based interval of H, hence of I².
package struct HeterogeneityInterval: Sendable, Hashable {
    /// H on its own scale, from 1.
    package let h: ConfidenceInterval
    /// I² in percent.
    package let iSquared: ConfidenceInterval
    /// The standard error of ln H.
    package let logHStandardError: Double
}

extension Heterogeneity {
    /// The interval of Higgins & Thompson (2002), exp(ln H ± z se(ln H)), with H truncated at 1. For Q > k the
    /// standard error is ½ (ln Q − ln(k − 1)) / (√(2Q) − √(2k − 3)), otherwise
    /// √(1 / (2(k − 2)) (1 − 1 / (3(k − 2)²))).
    ///
    /// - Parameter level: a proportion in (0, 1).
    /// - Throws: `levelOutOfRange`; `tooFewStudies` for one study, or for two whose Q is not above 2.
    package func testBasedInterval(level: Double = 0.95) throws(MetaAnalysisError) -> HeterogeneityInterval {
        let critical = try ConfidenceInterval.normalCriticalValue(level: level)
        let k = Double(degreesOfFreedom + 1)
        let df = Double(degreesOfFreedom)
        guard df > 0 else { throw .tooFewStudies(.heterogeneityInterval, needed: 2, found: 1) }
        let error: Double
        if q > k {
            error = 0.5 * (Elementary.log(q) - Elementary.log(df)) / ((2 * q).squareRoot() - (2 * df - 1).squareRoot())
        } else if k > 2 {
            error = (1 / (2 * (k - 2)) * (1 - 1 / (3 * (k - 2) * (k - 2)))).squareRoot()
        } else {
            throw .tooFewStudies(.heterogeneityInterval, needed: 3, found: 2)
        }
        let logH = Elementary.log(max(1, (q / df).squareRoot()))
        let low = max(1, Elementary.exp(logH - critical * error))
        let high = max(1, Elementary.exp(logH + critical * error))
        let h = ConfidenceInterval(low: low, high: high, level: level)
        return HeterogeneityInterval(
            h: h, iSquared: h.map { 100 * ($0 * $0 - 1) / ($0 * $0) }, logHStandardError: error)
    }

    /// The limits of I² in percent and of H² that belong to the limits of τ²; nil when the set is empty.
    package func intervals(from tauSquared: TauSquaredInterval)
        -> (iSquared: ConfidenceInterval, hSquared: ConfidenceInterval)?
    {
        guard let limits = tauSquared.limits else { return nil }
        return (limits.map { iSquared(tauSquared: $0) }, limits.map { hSquared(tauSquared: $0) })
    }
}
