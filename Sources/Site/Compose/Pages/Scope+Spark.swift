import Evidence
import MetaAnalysis
import Plots
import TemplateEngine

extension Scope {
    /// The main effect of a study as a small plot, and the same in words.
    func spark(_ effect: MainEffect, of study: StudyRow) -> (plot: Value, text: String)? {
        let entry = entry(.outcomes, effect.outcome)
        let value = ValueText.effect(effect.effect)
        let measure = effect.effect.measure
        // What is drawn is always a 95 % interval, whatever is printed.
        let derived = effect.estimate.isDerived
            ? "; drawn: 95\u{202F}% CI \(ValueText.effect(effect.estimate.low)) to \(ValueText.effect(effect.estimate.high)), derived" : ""
        let part = effect.population.map { ", \($0)" } ?? ""
        let outcome = entry?.label ?? effect.outcome
        let data = SparkForestLayout.Data(
            id: "spark-\(study.id)", sentence: "\(study.name), \(language.inSentence(outcome))\(part): \(value)\(derived)",
            studies: [.init(measure.printedScale(effect.estimate.estimate), effect.estimate.low, effect.estimate.high)],
            isDerived: effect.estimate.isDerived, pooled: nil, axis: MainEffects.axis)
        guard let scene = try? SparkForestLayout(data).scene else { return nil }
        return (PlotViews.value(of: scene), "\(entry?.abbreviation ?? outcome)\(part): \(value)\(derived)")
    }
}
