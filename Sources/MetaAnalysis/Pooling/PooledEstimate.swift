/// A pooled effect with its test, on the analysis scale.
package struct PooledEstimate: Sendable, Hashable {
    package let estimate: Double
    package let standardError: Double
    package let interval: ConfidenceInterval
    /// The test used; the reference is normal for `.wald` and t otherwise.
    package let test: PoolingTest
    /// The z or t statistic; nil when the standard error is zero.
    package let statistic: Double?
    /// Degrees of freedom of t; nil for z.
    package let degreesOfFreedom: Double?
    /// Two-sided; nil when the standard error is zero.
    package let pValue: Double?

    /// Whether the studies agree so exactly that Hartung–Knapp gives an interval of no width:
    /// a defect of the method with so little data, never precision.
    package var isDegenerate: Bool { standardError == 0 }

    static func wald(_ estimate: Double, _ standardError: Double, level: Double) throws(MetaAnalysisError)
        -> PooledEstimate
    {
        let critical = try ConfidenceInterval.normalCriticalValue(level: level)
        let statistic = estimate / standardError
        return PooledEstimate(
            estimate: estimate, standardError: standardError,
            interval: ConfidenceInterval(around: estimate, halfWidth: critical * standardError, level: level),
            test: .wald, statistic: statistic, degreesOfFreedom: nil,
            pValue: NormalDistribution.twoSidedP(statistic))
    }

    static func student(
        _ estimate: Double, _ standardError: Double, degreesOfFreedom: Double, test: PoolingTest, level: Double
    ) throws(MetaAnalysisError) -> PooledEstimate {
        try ConfidenceInterval.check(level: level)
        let t = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
        let statistic = standardError > 0 ? estimate / standardError : nil
        return PooledEstimate(
            estimate: estimate, standardError: standardError,
            interval: ConfidenceInterval(
                around: estimate, halfWidth: t.criticalValue(level: level) * standardError, level: level),
            test: test, statistic: statistic, degreesOfFreedom: degreesOfFreedom,
            pValue: statistic.map(t.twoSidedP))
    }
}
