import MetaAnalysis
import Text

extension ValueText {
    /// "HR 0.92 (95 % CI 0.81 to 1.03)": a pooled effect on the natural scale.
    public static func pooled(_ pooled: PooledResult, _ measure: EffectMeasure) -> String {
        let (estimate, interval) = (pooled.estimate.estimate, pooled.estimate.interval)
        let language = Language.english
        let text = language.numbers.estimate(
            measure.printedScale(estimate), measure.printedScale(interval.low), measure.printedScale(interval.high),
            scale: measure.isRatio ? .ratio : .difference, null: measure.nullValue)
        return language.effect(measure.rawValue, text, level: interval.level)
    }
}
