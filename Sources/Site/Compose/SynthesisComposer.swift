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

    func block() throws(TemplateError) -> SynthesisBlock {
        let outcome = plan.outcome.value
        var figures: [Figure] = []
        for graphic in bias.graphics() { figures.append(try graphic.figure(language)) }
        return SynthesisBlock(
            id: synthesis.id, anchor: "\(idPrefix)synthesis-\(synthesis.id)", title: plan.title,
            lead: language.measureLead(language.measure(measure.rawValue)),
            outcome: Link(language.inSentence(context.label(.outcomes, outcome)), Routes.entry(.outcomes, outcome)),
            forest: try forest.figure(language), pooled: synthesis.pooled.map(pooled),
            notPooled: synthesis.pooled == nil ? synthesis.notPooledBecause ?? "" : "",
            published: synthesis.published.map(published), unplotted: synthesis.unplotted.map(unplotted), notes: notes(),
            path: Routes.files(synthesis), absolute: try absolute.block(),
            influence: try influence.graphics().first?.figure(language), bias: figures)
    }

    /// Every plot of the synthesis.
    func graphics() -> [Graphic] { [forest] + absolute.graphics() + influence.graphics() + bias.graphics() }

    private var forest: Graphic { ForestComposer(context: context, synthesis: synthesis, root: root, idPrefix: idPrefix).graphic() }
    private var absolute: AbsoluteComposer { AbsoluteComposer(context: context, synthesis: synthesis, idPrefix: idPrefix) }
    private var influence: InfluenceComposer { InfluenceComposer(context: context, synthesis: synthesis, idPrefix: idPrefix) }
    private var bias: BiasComposer { BiasComposer(context: context, synthesis: synthesis, root: root, idPrefix: idPrefix) }

    // MARK: Pooled result

    private var language: Language { context.language }

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
        let lowerIsBetter = context.atlas.vocabulary.entry(.outcomes, plan.outcome.value)?.lowerIsBetter ?? true
        let isBetter = (interval.high < 0) == lowerIsBetter
        let favoured = isBetter
            ? plan.favours?.experimental ?? language.theExperimentalArm : plan.favours?.control ?? language.theControlArm
        return language.together(
            pooled.pool.count, text, includesNull: interval.contains(0), null: measure.nullValue, favoured: favoured)
    }

    private func sensitivity(_ pooled: PooledResult, _ summary: PoolSummary) -> [SynthesisBlock.Choice] {
        (pooled.pool.sensitivity?.cells ?? []).map { cell in
            let includesNull = cell.conclusion == .uncertain
            return SynthesisBlock.Choice(
                label: language.choice(cell.estimator, cell.test), text: summary.numbers(cell.pooled),
                includesNull: includesNull, verdict: language.verdict(includesNull: includesNull, null: measure.nullValue),
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
                value: text(pooled.estimate), interval: IntervalText(low: text(pooled.interval.low), high: text(pooled.interval.high))),
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
        let study = context.atlas.study(item.study.value)
        return SynthesisBlock.Unplotted(
            label: item.label ?? study?.name ?? item.study.value, path: Routes.result(item.study.value, item.result.value),
            text: study?.mainText(ofResult: item.result.value, in: language) ?? "", because: item.because ?? "")
    }

    private func notes() -> [SynthesisBlock.Note] {
        synthesis.rows.compactMap { row in
            row.because.map {
                SynthesisBlock.Note(label: row.label, text: row.isPooled ? $0 : language.shownNotPooled($0))
            }
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
