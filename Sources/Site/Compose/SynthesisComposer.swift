import Evidence
import MetaAnalysis
import Plots
import TemplateEngine

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
                .string(Routes.entry(.outcomes, plan.outcome.value)), .string(measure.name),
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

    private func pooled(_ pooled: PooledResult) -> Value {
        let text = ValueText.pooled(pooled, measure)
        let patients = pooled.patients.map { "\($0)" } ?? "\u{2013}"
        return .record(
            QuestionViews.pooled,
            [
                .string(text), .string(sentence(pooled, text)), .string(method(pooled)), .int(pooled.studies),
                .string(patients), .string(heterogeneity(pooled)), .string(prediction(pooled)),
                .string(warning(pooled)), .string(conclusion(pooled)), .list(sensitivity()),
                .list(synthesis.alternatives.map(alternative)), .string(rounding()),
            ])
    }

    private func sentence(_ pooled: PooledResult, _ text: String) -> String {
        let direction = direction(pooled.estimate.interval)
        return "Together the \(pooled.studies.inWords) studies give \(text): \(direction)."
    }

    /// What an interval says, in words; whether lower is better depends on the outcome.
    private func direction(_ interval: ConfidenceInterval) -> String {
        let lowerIsBetter = context.atlas.vocabulary.entry(.outcomes, plan.outcome.value)?.lowerIsBetter ?? true
        if interval.contains(0) { return "the interval includes no effect" }
        let better = (interval.high < 0) == lowerIsBetter
        let label = better ? plan.favours?.experimental ?? "the experimental arm" : plan.favours?.control ?? "the control arm"
        return "the interval excludes no effect, in favour of \(label)"
    }

    private func method(_ pooled: PooledResult) -> String {
        switch pooled.model {
        case .common: return "common effect, inverse variance, Wald interval"
        case .random:
            let estimator = pooled.estimator?.rawValue ?? ""
            return "random effects, \(estimator), \(pooled.estimate.test.label)"
        }
    }

    private func heterogeneity(_ pooled: PooledResult) -> String {
        let q = pooled.heterogeneity
        var out = "Q = \(ValueText.fixed(q.q, decimals: 2)), df = \(q.degreesOfFreedom), \(ValueText.pValue(q.pValue))"
        out += "; I² = \(HeterogeneityText.percent(pooled.iSquared))"
        if let tau = pooled.tauSquared {
            out += "; τ² = \(HeterogeneityText.variance(tau))"
            switch pooled.tauSquaredInterval {
            case .interval(let limits)?:
                let level = ValueText.level(limits.level * 100)
                out += " (\(level) CI \(HeterogeneityText.variance(limits.low)) to \(HeterogeneityText.variance(limits.high)))"
            case .empty?: out += " (the Q-profile interval is empty: the studies agree more closely than chance)"
            case nil: break
            }
        }
        return out
    }

    private func prediction(_ pooled: PooledResult) -> String {
        guard let prediction = pooled.prediction else { return "" }
        return "\(ValueText.limits(prediction.interval, measure)) (Higgins-Thompson-Spiegelhalter, t with \(pooled.studies - 2) \(pooled.studies == 3 ? "degree" : "degrees") of freedom)"
    }

    private func warning(_ pooled: PooledResult) -> String {
        guard pooled.isFew else { return "" }
        return "Only \(pooled.studies.inWords) studies: the spread between studies cannot be estimated well, and the interval may be too narrow."
    }

    private func conclusion(_ pooled: PooledResult) -> String {
        let main = !pooled.estimate.interval.contains(0)
        let others = synthesis.sensitivity.filter { $0.excludesNull != main }
        if others.isEmpty {
            return main
                ? "The interval excludes no effect under every model and interval tried."
                : "The interval includes no effect under every model and interval tried."
        }
        return "The conclusion depends on the choice of model and interval: it changes under \(others.count) of \(synthesis.sensitivity.count)."
    }

    private func sensitivity() -> [Value] {
        synthesis.sensitivity.map { entry in
            .record(
                QuestionViews.sensitivity,
                [
                    .string(entry.label), .string(ValueText.numbers(entry.estimate, measure)), .bool(entry.excludesNull),
                    .bool(entry.isChosen),
                ])
        }
    }

    /// Said only where a published result stands beside, because there it may explain a difference.
    private func rounding() -> String {
        guard !synthesis.published.isEmpty, let range = synthesis.roundingRange else { return "" }
        func text(_ range: ClosedRange<Double>) -> String {
            let (low, high) = (measure.printedScale(range.lowerBound), measure.printedScale(range.upperBound))
            return "\(ValueText.fixed(low, decimals: 3)) to \(ValueText.fixed(high, decimals: 3))"
        }
        guard let interval = synthesis.pooled?.estimate else { return "" }
        let digits = [interval.estimate, interval.interval.low, interval.interval.high].map {
            ValueText.fixed(measure.printedScale($0), decimals: 3)
        }
        return "With one more digit our result is \(digits[0]) (\(digits[1]) to \(digits[2])). The printed figures are rounded: whatever their digits before rounding were, it lies within \(text(range.estimate)), its lower limit within \(text(range.low)) and its upper limit within \(text(range.high))."
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

    private func alternative(_ alternative: AlternativeResult) -> Value {
        let study = context.atlas.study(alternative.study)
        let other = study?.result(alternative.other)
        let value = other?.effect?.text(in: context.language) ?? ""
        return beside(
            "with \(value) for \(study?.name ?? alternative.study)", Routes.result(alternative.study, alternative.other),
            ValueText.pooled(alternative.pooled, measure), "", "")
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
            let text = row.isPooled ? because : "shown, not pooled. \(because)"
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
