import MetaAnalysis
import Text

extension PooledResult {
    /// A pooled effect on the natural scale, as readers see it: HR 0.92 (95 % CI 0.81 to 1.03)
    package func text(_ measure: EffectMeasure, in language: Language) -> String {
        let interval = estimate.interval
        let text = language.numbers.estimate(
            measure.printedScale(estimate.estimate), measure.printedScale(interval.low),
            measure.printedScale(interval.high),
            scale: measure.isRatio ? .ratio : .difference, null: measure.nullValue)
        return language.effect(measure.rawValue, text, level: interval.level)
    }
}
