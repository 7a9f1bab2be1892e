/// An effect and its standard error, both on the analysis scale (logs for ratios).
package struct EffectEstimate: Sendable, Hashable {
    package let estimate: Double
    package let standardError: Double
    /// The squared standard error; as it was given or computed where that is the variance, because a root squared again
    /// may differ in its last digit and make ties that are none.
    package let variance: Double

    package init(estimate: Double, standardError: Double) {
        self.estimate = estimate
        self.standardError = standardError
        variance = standardError * standardError
    }

    package init(estimate: Double, variance: Double) {
        self.estimate = estimate
        standardError = variance.squareRoot()
        self.variance = variance
    }

    /// The Wald interval, on the analysis scale.
    ///
    /// - Parameter level: a proportion in (0, 1).
    /// - Throws: `levelOutOfRange`.
    package func interval(level: Double = 0.95) throws(MetaAnalysisError) -> ConfidenceInterval {
        let critical = try ConfidenceInterval.normalCriticalValue(level: level)
        return ConfidenceInterval(around: estimate, halfWidth: critical * standardError, level: level)
    }

    /// The same comparison the other way round (control against treatment): the sign changes, the error does not.
    package var inverted: EffectEstimate { EffectEstimate(estimate: -estimate, variance: variance) }

    /// The estimate over its standard error.
    package var zStatistic: Double { estimate / standardError }

    /// The two-sided p-value of the z statistic.
    package var pValue: Double { NormalDistribution.twoSidedP(zStatistic) }
}
