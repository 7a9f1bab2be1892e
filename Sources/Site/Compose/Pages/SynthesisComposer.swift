import Evidence
import MetaAnalysis
import Plots
import Tables
import TemplateEngine
import Text

/// Composes one synthesis: its plot, the pooled result with all that must stand beside it, and what explains it.
struct SynthesisComposer {
    let scope: Scope
    let synthesis: Synthesis
    /// Distinguishes the elements of the plot from those of other plots on the page.
    let idPrefix: String

    private var measure: EffectMeasure { synthesis.measure }
    private var plan: SynthesisPlan { synthesis.plan }

    private let forest: Graphic
    private let absolute: AbsoluteComposer
    private let influence: [Graphic]
    private let bias: [Graphic]

    init(scope: Scope, synthesis: Synthesis, root: String, idPrefix: String = "") {
        self.scope = scope
        self.synthesis = synthesis
        self.idPrefix = idPrefix
        forest = ForestComposer(scope: scope, synthesis: synthesis, root: root, idPrefix: idPrefix).graphic()
        absolute = AbsoluteComposer(scope: scope, synthesis: synthesis, idPrefix: idPrefix)
        influence = InfluenceComposer(scope: scope, synthesis: synthesis, idPrefix: idPrefix).graphics()
        bias = BiasComposer(scope: scope, synthesis: synthesis, root: root, idPrefix: idPrefix).graphics()
    }

    func block() throws(TemplateError) -> SynthesisBlock {
        let outcome = plan.outcome.value
        var figures: [Figure] = []
        for graphic in bias { figures.append(try graphic.figure(language)) }
        return SynthesisBlock(
            id: synthesis.id, anchor: "\(idPrefix)synthesis-\(synthesis.id)", title: plan.title,
            lead: language.measureLead(language.measure(measure.rawValue)),
            outcome: Link(language.inSentence(scope.label(.outcomes, outcome)), Routes.entry(.outcomes, outcome)),
            forest: try forest.figure(language), pooled: synthesis.pooled.map(pooled),
            notPooled: synthesis.pooled == nil ? synthesis.notPooledBecause?.text(in: language) ?? "" : "",
            published: synthesis.published.map(published), unplotted: synthesis.unplotted.map(unplotted),
            notes: notes(),
            path: Routes.files(synthesis), absolute: try absolute.block(),
            influence: try influence.first?.figure(language), bias: figures)
    }

    /// Every plot of the synthesis, from the same data as on its page.
    var graphics: [Graphic] { [forest] + absolute.graphics() + influence + bias }

    // MARK: Pooled result

    private var language: Language { scope.language }

    private func pooled(_ pooled: PooledResult) -> SynthesisBlock.Pooled {
        let summary = PoolSummary(pooled.pool, measure, language)
        let text = summary.sentencePart(pooled.estimate)
        let names = synthesis.rows.filter(\.isPooled).map(\.label)
        return SynthesisBlock.Pooled(
            text: text, sentence: sentence(pooled, text), method: summary.method,
            size: language.pooledSize(studies: pooled.pool.count, patients: pooled.patients),
            heterogeneity: summary.heterogeneity, prediction: summary.prediction ?? "",
            warning: pooled.isFew ? language.fewStudiesWarning(pooled.pool.count) : "",
            conclusion: summary.conclusion(names: names) ?? "", sensitivity: sensitivity(pooled, summary),
            alternatives: synthesis.alternatives.map { alternative($0, summary) }, rounding: rounding(pooled.estimate))
    }

    /// What the pooled interval says, in words; whether lower is better depends on the outcome.
    private func sentence(_ pooled: PooledResult, _ text: String) -> String {
        let interval = pooled.estimate.interval
        let lowerIsBetter = scope.lowerIsBetter(plan.outcome.value) ?? true
        let isBetter = (interval.high < 0) == lowerIsBetter
        let favoured =
            isBetter
            ? plan.favours?.experimental ?? language.theExperimentalArm
            : plan.favours?.control ?? language.theControlArm
        return language.together(
            pooled.pool.count, text, includesNull: interval.contains(0), null: measure.nullValue, favoured: favoured)
    }

    private func sensitivity(_ pooled: PooledResult, _ summary: PoolSummary) -> [SynthesisBlock.Choice] {
        (pooled.pool.sensitivity?.cells ?? []).map { cell in
            let includesNull = cell.conclusion == .uncertain
            return SynthesisBlock.Choice(
                label: language.choice(cell.estimator, cell.test), text: summary.numbers(cell.pooled),
                includesNull: includesNull,
                verdict: language.verdict(includesNull: includesNull, null: measure.nullValue),
                isShown: cell.estimator == pooled.pool.random?.estimator && cell.test == pooled.estimate.test)
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
                value: text(pooled.estimate),
                interval: IntervalText(low: text(pooled.interval.low), high: text(pooled.interval.high))),
            estimate: text(range.estimate), low: text(range.low), high: text(range.high))
    }

    // MARK: Results beside

    private func published(_ published: PublishedResult) -> SynthesisBlock.Beside {
        SynthesisBlock.Beside(
            label: published.name, path: Routes.result(published.study, published.result),
            text: language.publishedResult(published.effect.text(in: language), patients: published.patients),
            because: published.because ?? "")
    }

    private func alternative(_ alternative: AlternativeResult, _ summary: PoolSummary) -> SynthesisBlock.Beside {
        SynthesisBlock.Beside(
            label: language.with(alternative.effect.text(in: language), for: alternative.name),
            path: Routes.result(alternative.study, alternative.other), text: summary.sentencePart(alternative.estimate))
    }

    private func unplotted(_ item: SynthesisPlan.Item) -> SynthesisBlock.Unplotted {
        SynthesisBlock.Unplotted(
            label: item.label ?? scope.title(ofStudy: item.study.value) ?? item.study.value,
            path: Routes.result(item.study.value, item.result.value),
            text: scope.mainText(ofResult: item.result.value, in: item.study.value) ?? "", because: item.because ?? "")
    }

    private func notes() -> [SynthesisBlock.Note] {
        synthesis.rows.compactMap { row in
            row.because.map {
                SynthesisBlock.Note(label: row.label, text: row.isPooled ? $0 : language.shownNotPooled($0))
            }
        }
    }
}
