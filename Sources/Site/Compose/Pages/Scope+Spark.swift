import Evidence
import MetaAnalysis
import Plots
import TemplateEngine
import Text

extension Scope {
    /// The main effect of a study as a small plot, and the same in words. Each is drawn once a build, however many lists show
    /// it.
    func spark(_ effect: MainEffect, of study: StudyRow) -> Spark? {
        let outcome = name(ofOutcome: effect.outcome)
        return sparks.spark(
            SparkStore.Key(study: study.id, name: study.name, outcome: outcome, effect: Fingerprint(of: effect))
        ) {
            draw(effect, of: study, on: outcome)
        }
    }

    private func draw(_ effect: MainEffect, of study: StudyRow, on outcome: OutcomeName) -> Spark? {
        let printed = effect.effect
        // What is drawn is always a 95 % interval, whatever is printed.
        let limits = printed.limits(of: effect.estimate)
        let drawn = printed.isDerived ? printed.derived(effect.estimate, in: language).interval : nil
        let value = printed.text(in: language) + (drawn.map(language.drawnInterval) ?? "")
        let data = SparkForestData(
            id: "spark-\(study.id)",
            title: language.mainEffect(
                value, on: language.inSentence(outcome.label), of: effect.population, in: study.name),
            effect: .init(printed.measure.printedScale(effect.estimate.estimate), limits.low, limits.high),
            isDerived: printed.isDerived, axis: MainEffects.axis)
        guard let scene = try? data.scene(PlotOptions(), language) else { return nil }
        return Spark(
            plot: PlotViews.plot.value(of: scene),
            text: language.mainEffect(value, on: outcome.abbreviation ?? outcome.label, of: effect.population))
    }
}
