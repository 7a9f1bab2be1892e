extension EffectEstimate {
    /// From a printed estimate and its interval; printed scale in, analysis scale out.
    ///
    ///     let effect = try EffectEstimate(measure: .hazardRatio, value: 0.92, low: 0.80, high: 1.06)
    ///
    /// The standard error is the interval's width over twice the critical value
    /// (Parmar, Torri & Stewart 1998).
    ///
    /// - Parameter level: of the two-sided interval, a proportion in (0, 1).
    /// - Throws: `notPositive` for a ratio that is not; `limitsOutOfOrder`; `levelOutOfRange`.
    package init(measure: EffectMeasure, value: Double, low: Double, high: Double, level: Double = 0.95)
        throws(MetaAnalysisError)
    {
        guard low < high else { throw .limitsOutOfOrder(low: low, high: high) }
        let critical = try Sidedness.twoSided.criticalValue(level: level)
        let width = try measure.analysisScale(high) - measure.analysisScale(low)
        try self.init(
            checking: measure.analysisScale(value), standardError: width / (2 * critical))
    }

    /// From an estimate and one limit of its interval, the other not being printed or being infinite.
    ///
    /// - Parameters:
    ///   - limit: the lower or the upper limit, on the printed scale; which of the two follows from its side of `value`.
    ///   - level: a proportion in (0, 1); above 0.5 for a one-sided interval.
    ///   - sides: `.oneSided` when the limit is that of a one-sided interval.
    /// - Throws: `notPositive`, `levelOutOfRange`, `limitsOutOfOrder` when the limit equals the estimate.
    package init(
        measure: EffectMeasure, value: Double, limit: Double, level: Double = 0.95, sides: Sidedness = .twoSided
    ) throws(MetaAnalysisError) {
        guard limit != value else { throw .limitsOutOfOrder(low: limit, high: value) }
        let critical = try sides.criticalValue(level: level)
        let estimate = try measure.analysisScale(value)
        let distance = try abs(estimate - measure.analysisScale(limit))
        try self.init(checking: estimate, standardError: distance / critical)
    }

    /// From a printed estimate and its p-value; printed scale in, analysis scale out.
    ///
    /// The standard error is |estimate| / z, with z the exact normal quantile of the p-value
    /// (Parmar, Torri & Stewart 1998).
    ///
    /// - Parameters:
    ///   - pValue: in (0, 1).
    ///   - sides: of the p-value; a one-sided one must be below 0.5, the side of the estimate.
    /// - Throws: `pValueOutOfRange`; `notPositive`; `nullEstimateWithPValue` when the estimate is the null value.
    package init(measure: EffectMeasure, value: Double, pValue: Double, sides: Sidedness = .twoSided)
        throws(MetaAnalysisError)
    {
        let estimate = try measure.analysisScale(value)
        let z = try Self.zStatistic(pValue: pValue, sides: sides)
        guard estimate != 0 else { throw .nullEstimateWithPValue(pValue) }
        try self.init(checking: estimate, standardError: abs(estimate) / z)
    }

    /// The |z| of a p-value: the normal quantile of its one-sided tail.
    static func zStatistic(pValue: Double, sides: Sidedness) throws(MetaAnalysisError) -> Double {
        let tail = sides == .twoSided ? pValue / 2 : pValue
        guard tail > 0, tail < 0.5 else { throw .pValueOutOfRange(pValue) }
        return NormalDistribution.upperQuantile(tail)
    }

    /// - Throws: `estimateOutOfRange` or `standardErrorOutOfRange` where arithmetic on the input left the finite range.
    init(checking estimate: Double, variance: Double) throws(MetaAnalysisError) {
        self = try StudyEffect(study: "", effect: EffectEstimate(estimate: estimate, variance: variance)).effect
    }

    /// - Throws: `estimateOutOfRange` or `standardErrorOutOfRange` where arithmetic on the input left the finite range.
    init(checking estimate: Double, standardError: Double) throws(MetaAnalysisError) {
        self = try StudyEffect(study: "", estimate: estimate, standardError: standardError).effect
    }
}
