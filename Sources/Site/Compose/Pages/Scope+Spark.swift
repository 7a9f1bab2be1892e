import Evidence
import MetaAnalysis
import Plots
import TemplateEngine

extension Scope {
    /// The main effect of a study as a small plot, and the same in words.
    func spark(_ effect: MainEffect, of study: StudyRow) -> (plot: Value, text: String)? {
        let entry = entry(.outcomes, effect.outcome)
        let value = effect.effect.text(in: language)
        let measure = effect.effect.measure
        // What is drawn is always a 95 % interval, whatever is printed.
        let limits = effect.effect.limits(of: effect.estimate)
        let drawn = effect.effect.isDerived ? effect.effect.derived(effect.estimate, in: language).interval : nil
        let derived = drawn.map(language.drawnInterval) ?? ""
        let part = effect.population.map { ", \($0)" } ?? ""
        let outcome = entry?.label ?? effect.outcome
        let data = SparkForestData(
            id: "spark-\(study.id)", title: "\(study.name), \(language.inSentence(outcome))\(part): \(value)\(derived)",
            effect: .init(measure.printedScale(effect.estimate.estimate), limits.low, limits.high),
            isDerived: effect.effect.isDerived, axis: MainEffects.axis)
        guard let scene = try? data.scene(PlotOptions(), language) else { return nil }
        return (PlotViews.plot.value(of: scene), "\(entry?.abbreviation ?? outcome)\(part): \(value)\(derived)")
    }
}
