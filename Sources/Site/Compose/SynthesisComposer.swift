import Evidence
import MetaAnalysis
import Plots
import Tables
import TemplateEngine
import Text

/// Composes one synthesis: its plot, the pooled result with all that must stand beside it, and what explains it.
struct SynthesisComposer {
    let context: SiteContext
    let synthesis: Synthesis
    /// The way from the page to the root of the site, for the links in the plot.
    let root: String
    /// Distinguishes the elements of the plot from those of other plots on the page.
    let idPrefix: String

    private var measure: EffectMeasure { synthesis.measure }
    private var plan: SynthesisPlan { synthesis.plan }

    init(context: SiteContext, synthesis: Synthesis, root: String, idPrefix: String = "") {
        self.context = context
        self.synthesis = synthesis
        self.root = root
        self.idPrefix = idPrefix
    }

    func view() throws(TemplateError) -> Value {
        .record(
            QuestionViews.synthesis,
            [
                .string(synthesis.id), .string("\(idPrefix)synthesis-\(synthesis.id)"), .string(plan.title),
                .string(context.label(.outcomes, plan.outcome.value)),
                .string(Routes.entry(.outcomes, plan.outcome.value)), .string(context.language.label(of: measure)),
                try forest.view(context.language), synthesis.pooled.map(pooled) ?? .none, .string(notPooled),
                .list(synthesis.published.map(published)), .list(synthesis.unplotted.map(unplotted)), .list(notes()),
                .string(Routes.files(synthesis)), try absolute.view() ?? .none,
                try influence.graphics().first?.view(context.language) ?? .none, .list(try bias.graphics().views(context.language)),
            ])
    }

    /// Every plot of the synthesis.
    func graphics() -> [Graphic] { [forest] + absolute.graphics() + influence.graphics() + bias.graphics() }

    private var forest: Graphic { ForestComposer(context: context, synthesis: synthesis, root: root, idPrefix: idPrefix).graphic() }
    private var absolute: AbsoluteComposer { AbsoluteComposer(context: context, synthesis: synthesis, idPrefix: idPrefix) }
    private var influence: InfluenceComposer { InfluenceComposer(context: context, synthesis: synthesis, idPrefix: idPrefix) }
    private var bias: BiasComposer { BiasComposer(context: context, synthesis: synthesis, root: root, idPrefix: idPrefix) }

    private var notPooled: String {
        synthesis.pooled == nil ? synthesis.notPooledBecause ?? "" : ""
    }

    // MARK: Pooled result

    private var language: Language { context.language }

    private func pooled(_ pooled: PooledResult) -> Value {
        let summary = PoolSummary(pooled.pool, measure, language)
        let text = summary.sentencePart(pooled.estimate)
        let names = synthesis.rows.filter(\.isPooled).map(\.label)
        return .record(
            QuestionViews.pooled,
            [
                .string(text), .string(sentence(pooled, text)), .string(summary.method), .int(pooled.pool.count),
                .string(pooled.patients.map(language.numbers.count) ?? language.missing), .string(summary.heterogeneity),
                .string(summary.prediction ?? ""),
                .string(pooled.isFew ? language.fewStudiesWarning(pooled.pool.count) : ""),
                .string(summary.conclusion(names: names) ?? ""), .list(sensitivity(pooled, summary)),
                .list(synthesis.alternatives.map { alternative($0, summary) }), .string(rounding(pooled.estimate)),
            ])
    }

    /// What the pooled interval says, in words; whether lower is better depends on the outcome.
    private func sentence(_ pooled: PooledResult, _ text: String) -> String {
        let interval = pooled.estimate.interval
        let lowerIsBetter = context.atlas.vocabulary.entry(.outcomes, plan.outcome.value)?.lowerIsBetter ?? true
        let isBetter = (interval.high < 0) == lowerIsBetter
        let favoured = isBetter
            ? plan.favours?.experimental ?? language.experimentalArm : plan.favours?.control ?? language.controlArm
        return language.together(
            pooled.pool.count, text, includesNull: interval.contains(0), null: measure.nullValue, favoured: favoured)
    }

    private func sensitivity(_ pooled: PooledResult, _ summary: PoolSummary) -> [Value] {
        (pooled.pool.sensitivity?.cells ?? []).map { cell in
            .record(
                QuestionViews.sensitivity,
                [
                    .string(language.choice(cell.estimator, cell.test)), .string(summary.numbers(cell.pooled)),
                    .bool(cell.conclusion != .uncertain),
                    .bool(cell.estimator == pooled.pool.random?.estimator && cell.test == pooled.estimate.test),
                ])
        }
    }

    /// Said only where a published result stands beside, because there it may explain a difference.
    private func rounding(_ pooled: PooledEstimate) -> String {
        guard !synthesis.published.isEmpty, let range = synthesis.roundingRange else { return "" }
        let decimals = 3
        let numbers = language.numbers
        func text(_ value: Double) -> String { numbers.fixed(measure.printedScale(value), decimals: decimals) }
        // Outward, so that what is said to hold holds.
        func text(_ range: ClosedRange<Double>) -> IntervalText {
            let half = 0.000_5
            return IntervalText(
                low: numbers.fixed(measure.printedScale(range.lowerBound) - half, decimals: decimals),
                high: numbers.fixed(measure.printedScale(range.upperBound) + half, decimals: decimals))
        }
        return language.rounding(
            EstimateText(
                value: text(pooled.estimate), interval: IntervalText(low: text(pooled.interval.low), high: text(pooled.interval.high))),
            estimate: text(range.estimate), low: text(range.low), high: text(range.high))
    }

    // MARK: Results beside

    private func beside(_ label: String, _ path: String, _ text: String, _ patients: String, _ because: String) -> Value {
        .record(
            QuestionViews.beside,
            [.string(label), .string(path), .string(text), .string(patients), .string(because)])
    }

    private func published(_ published: PublishedResult) -> Value {
        beside(
            published.study.name, Routes.result(published.study.id, published.result.id),
            published.effect.text(in: context.language), published.study.patients.map { "\($0)" } ?? "", published.because ?? "")
    }

    private func alternative(_ alternative: AlternativeResult, _ summary: PoolSummary) -> Value {
        let study = context.atlas.study(alternative.study)
        let other = study?.result(alternative.other)
        let value = other?.effect?.text(in: context.language) ?? ""
        return beside(
            language.with(value, for: study?.name ?? alternative.study), Routes.result(alternative.study, alternative.other),
            summary.sentencePart(alternative.estimate), "", "")
    }

    private func unplotted(_ item: SynthesisPlan.Item) -> Value {
        let study = context.atlas.study(item.study.value)
        let found = study?.mainText(ofResult: item.result.value, in: context.language)
        return .record(
            QuestionViews.unplotted,
            [
                .string(item.label ?? study?.name ?? item.study.value),
                .string(Routes.result(item.study.value, item.result.value)),
                .string(found ?? ""), .string(item.because ?? ""),
            ])
    }

    private func notes() -> [Value] {
        synthesis.rows.compactMap { row in
            guard let because = row.because else { return nil }
            let text = row.isPooled ? because : language.shownNotPooled(because)
            return .record(QuestionViews.note, [.string(row.label), .string(text)])
        }
    }
}

extension Int {
    /// Small numbers as words.
    var inWords: String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return words.indices.contains(self) ? words[self] : "\(self)"
    }
}
