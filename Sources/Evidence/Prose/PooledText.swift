import MetaAnalysis

extension ValueText {
    /// "HR 0.92 (95 % CI 0.81 to 1.03)": a pooled effect on the natural scale.
    public static func pooled(_ pooled: PooledResult, _ measure: EffectMeasure) -> String {
        "\(measure.rawValue) " + numbers(pooled.estimate, measure)
    }

    /// "0.92 (95 % CI 0.81 to 1.03)"
    public static func numbers(_ estimate: PooledEstimate, _ measure: EffectMeasure) -> String {
        let interval = estimate.interval
        let level = level(interval.level * 100)
        return "\(effect(measure.printedScale(estimate.estimate))) (\(level) CI \(limits(interval, measure)))"
    }

    /// "0.81 to 1.03"
    public static func limits(_ interval: ConfidenceInterval, _ measure: EffectMeasure) -> String {
        "\(effect(measure.printedScale(interval.low))) to \(effect(measure.printedScale(interval.high)))"
    }
}
