import Evidence
import Plots
import TemplateEngine

/// Composes the small plots of the studies that answer a question, all on one axis so that they can be compared.
struct SparkComposer {
    let context: SiteContext
    let question: Question
    /// The effect of each study in the first synthesis that has it.
    private let synthesised: [String: (outcome: String, effect: Effect, estimate: AnalysisEffect)]

    private static let axis = 0.25...4.0

    init(context: SiteContext, question: Question) {
        self.context = context
        self.question = question
        var found: [String: (outcome: String, effect: Effect, estimate: AnalysisEffect)] = [:]
        for synthesis in context.syntheses.of(question) where synthesis.measure.isRatio {
            for row in synthesis.rows where found[row.study.id] == nil {
                found[row.study.id] = (synthesis.plan.outcome.value, row.effect, row.estimate)
            }
        }
        synthesised = found
    }

    /// The main effect of a study for the question: that of the first synthesis with the study, else that of the first
    /// outcome with a ratio and an interval; nil if there is none.
    func effect(of study: Study) -> (plot: Value, text: String)? {
        if let main = synthesised[study.id] { return spark(study, main.outcome, main.effect, main.estimate) }
        for outcome in question.outcomes {
            let results = study.results.filter {
                $0.outcome.value == outcome.value && $0.population == nil && !$0.isSubgroup
                    && $0.effect?.contrast == .treatment && $0.effect?.measure.isRatio == true && $0.effect?.estimate != nil
            }
            if let result = results.first(where: \.isPreferred) ?? results.first, let effect = result.effect,
                let estimate = effect.estimate
            {
                return spark(study, outcome.value, effect, estimate)
            }
        }
        return nil
    }

    private func spark(
        _ study: Study, _ outcome: String, _ effect: Effect, _ estimate: AnalysisEffect
    ) -> (plot: Value, text: String)? {
        let entry = context.atlas.vocabulary.entry(.outcomes, outcome)
        let value = ValueText.effect(effect)
        let data = SparkForestLayout.Data(
            id: "spark-\(study.id)", sentence: "\(study.name), \((entry?.label ?? outcome).lowercased()): \(value)",
            studies: [.init(effect.measure.printedScale(estimate.estimate), estimate.low, estimate.high)], pooled: nil,
            axis: Self.axis)
        guard let scene = try? SparkForestLayout(data).scene else { return nil }
        return (PlotViews.value(of: scene), "\(entry?.abbreviation ?? entry?.label ?? outcome): \(value)")
    }
}
