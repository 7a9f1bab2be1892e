/// The Q-profile interval of τ².
package enum TauSquaredInterval: Sendable, Hashable {
    /// Limits on the squared analysis scale; `low` is 0 when zero is not excluded.
    case interval(ConfidenceInterval)
    /// The studies agree so closely that no τ² ≥ 0 is compatible with the data at this level.
    case empty(level: Double)

    package var limits: ConfidenceInterval? {
        if case .interval(let limits) = self { limits } else { nil }
    }

    /// The τ² at which the generalised Q has each of its tail probabilities.
    ///
    /// - Parameters:
    ///   - studies: at least two.
    ///   - level: a proportion in (0, 1).
    /// - Throws: `noStudies`, `tooFewStudies`, `levelOutOfRange`, `notConverged`.
    ///
    /// Source: Viechtbauer (2007): Q(τ²) = Σ (yᵢ − μ(τ²))² / (vᵢ + τ²) set to the χ² quantiles with k − 1 degrees
    /// of freedom.
    package static func qProfile(_ studies: [StudyEffect], level: Double = 0.95) throws(MetaAnalysisError)
        -> TauSquaredInterval
    {
        try qProfile(LocationModel(studies), level: level)
    }

    static func qProfile<Model: WeightedModel>(_ model: Model, level: Double) throws(MetaAnalysisError)
        -> TauSquaredInterval
    {
        try ConfidenceInterval.check(level: level)
        let df = model.count - model.coefficientCount
        guard df > 0 else {
            throw .tooFewStudies(.tauSquaredInterval, needed: model.coefficientCount + 1, found: model.count)
        }
        let chiSquared = ChiSquaredDistribution(degreesOfFreedom: Double(df))
        let search = TauSquaredSearch(model: model)
        let tail = (1 - level) / 2
        guard let high = try search.solveQ(equals: chiSquared.quantile(tail)) else { return .empty(level: level) }
        let low = try search.solveQ(equals: chiSquared.upperQuantile(tail)) ?? 0
        return .interval(ConfidenceInterval(low: low, high: high, level: level))
    }
}
