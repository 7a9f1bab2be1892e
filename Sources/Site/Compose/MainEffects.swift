import Evidence

/// The ratio that says most shortly what a study found.
struct MainEffect: Sendable {
    var outcome: String
    /// The patients that it is about; nil for all of the study.
    var population: String?
    var effect: Effect
    var estimate: AnalysisEffect
}

/// The main effects of studies, drawn small beside them in lists, all on one axis so that they can be compared.
struct MainEffects: Sendable {
    /// The effects that syntheses use, by study.
    private let synthesised: [String: [(question: String, effect: MainEffect)]]

    static let axis = 0.25...4.0

    init(_ syntheses: Syntheses) {
        var found: [String: [(question: String, effect: MainEffect)]] = [:]
        for synthesis in syntheses.all where synthesis.measure.isRatio {
            for row in synthesis.rows {
                // A part of the patients must not look like all of them.
                let part = row.result.population ?? (row.result.isSubgroup ? row.label : nil)
                let effect = MainEffect(
                    outcome: synthesis.plan.outcome.value, population: part, effect: row.effect, estimate: row.estimate)
                found[row.study.id, default: []].append((synthesis.question, effect))
            }
        }
        synthesised = found
    }

    /// For a question: the effect in its first synthesis with the whole study, else that of its first outcome with one, else
    /// that of a part of its patients.
    func effect(of study: Study, for question: Question) -> MainEffect? {
        main(study, among: { $0.question == question.id }, outcomes: question.outcomes.map(\.value))
    }

    /// For an outcome: the effect in a synthesis, else the one that the study states, else that of a part of its patients.
    func effect(of study: Study, on outcome: String) -> MainEffect? {
        main(study, among: { $0.effect.outcome == outcome }, outcomes: [outcome])
    }

    /// Wherever the study stands: the effect in a synthesis, else that on its primary endpoint, else the first stated, else that
    /// of a part of its patients.
    func effect(of study: Study) -> MainEffect? {
        main(study, among: { _ in true }, outcomes: study.design.primaryEndpoints.map(\.value) + study.results.map(\.outcome.value))
    }

    private func main(
        _ study: Study, among isMeant: ((question: String, effect: MainEffect)) -> Bool, outcomes: [String]
    ) -> MainEffect? {
        let used = (synthesised[study.id] ?? []).filter(isMeant).map(\.effect)
        return used.first { $0.population == nil } ?? outcomes.lazy.compactMap { Self.stated(study, $0) }.first ?? used.first
    }

    /// The ratio between treatments that a study states for all its patients.
    private static func stated(_ study: Study, _ outcome: String) -> MainEffect? {
        let results = study.results.filter {
            $0.outcome.value == outcome && $0.population == nil && !$0.isSubgroup
                && $0.effect?.contrast == .treatment && $0.effect?.measure.isRatio == true && $0.effect?.estimate != nil
        }
        guard let result = results.first(where: \.isPreferred) ?? results.first, let effect = result.effect,
            let estimate = effect.estimate
        else { return nil }
        return MainEffect(outcome: outcome, effect: effect, estimate: estimate)
    }
}
