/// Whether a p-value or a confidence level counts one tail or two.
package enum Sidedness: Int, Sendable, Hashable {
    case oneSided = 1
    case twoSided = 2

    /// The normal critical value of an interval of this level: Φ⁻¹(level) for one side, Φ⁻¹((1 + level) / 2) for two.
    ///
    /// - Parameter level: a proportion in (0, 1); above 0.5 for one side.
    /// - Throws: `levelOutOfRange`.
    func criticalValue(level: Double) throws(MetaAnalysisError) -> Double {
        try ConfidenceInterval.check(level: level)
        switch self {
        case .twoSided: return NormalDistribution.criticalValue(level: level)
        case .oneSided:
            guard level > 0.5 else { throw .levelOutOfRange(level) }
            return NormalDistribution.upperQuantile(1 - level)
        }
    }
}
