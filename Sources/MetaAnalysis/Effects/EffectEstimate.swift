/// An effect and its standard error, both on the analysis scale (logs for ratios).
public struct EffectEstimate: Sendable, Hashable {
    public var estimate: Double
    public var standardError: Double

    public var variance: Double { standardError * standardError }

    public init(estimate: Double, standardError: Double) {
        self.estimate = estimate
        self.standardError = standardError
    }

    /// The Wald interval, on the analysis scale.
    ///
    /// - Parameter level: a proportion in (0, 1).
    /// - Throws: `levelOutOfRange`.
    public func interval(level: Double = 0.95) throws(MetaAnalysisError) -> ConfidenceInterval {
        let critical = try ConfidenceInterval.normalCriticalValue(level: level)
        return ConfidenceInterval(around: estimate, halfWidth: critical * standardError, level: level)
    }

    /// The same comparison the other way round (control against treatment): the sign changes, the error does not.
    public var inverted: EffectEstimate { EffectEstimate(estimate: -estimate, standardError: standardError) }

    /// The estimate over its standard error.
    public var zStatistic: Double { estimate / standardError }

    /// The two-sided p-value of the z statistic.
    public var pValue: Double { NormalDistribution.twoSidedP(zStatistic) }
}
