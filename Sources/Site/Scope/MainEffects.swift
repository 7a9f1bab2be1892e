import Evidence
import MetaAnalysis

/// The ratio that says most shortly what a study found.
struct MainEffect: Sendable {
    var outcome: String
    /// The patients that it is about; nil for all of the study.
    var population: String?
    var effect: Effect
    /// The effect on the analysis scale.
    var estimate: EffectEstimate
}

/// The main effects of studies, drawn small beside them in lists, all on one axis so that they can be compared.
struct MainEffects: Sendable {
    /// What a study's main effect is asked for.
    private enum Purpose: Hashable {
        case anywhere
        case question(String)
        case outcome(String)
    }

    private struct Key: Hashable {
        var study: String
        var purpose: Purpose
    }

    /// The first effects that syntheses use.
    private struct Used {
        /// Of the whole study.
        var whole: MainEffect?
        /// Of whomever.
        var any: MainEffect
    }

    /// The ratios between treatments that a study states for all its patients.
    private struct Stated {
        /// The outcomes, in the order in which they are stated.
        var outcomes: [String] = []
        var effects: [String: (effect: MainEffect, isPreferred: Bool)] = [:]
    }

    private let used: [Key: Used]
    private let stated: [String: Stated]

    static let axis = 0.25...4.0

    init(_ atlas: Atlas, _ syntheses: Syntheses) {
        var used: [Key: Used] = [:]
        for synthesis in syntheses.all where synthesis.measure.isRatio {
            let outcome = synthesis.plan.outcome.value
            for row in synthesis.rows {
                // A part of the patients must not look like all of them.
                let part = row.population ?? (row.isSubgroup ? row.label : nil)
                let effect = MainEffect(outcome: outcome, population: part, effect: row.effect, estimate: row.estimate)
                for purpose in [.anywhere, .question(synthesis.question), .outcome(outcome)] as [Purpose] {
                    var found = used[Key(study: row.study, purpose: purpose)] ?? Used(any: effect)
                    if part == nil, found.whole == nil { found.whole = effect }
                    used[Key(study: row.study, purpose: purpose)] = found
                }
            }
        }
        self.used = used
        var stated: [String: Stated] = [:]
        for study in atlas.studies {
            let found = Self.stated(study)
            if !found.outcomes.isEmpty { stated[study.id] = found }
        }
        self.stated = stated
    }

    /// Of each outcome the preferred ratio, else the first.
    private static func stated(_ study: Study) -> Stated {
        var found = Stated()
        for value in study.statedValues where value.subject.population == nil && !value.subject.isSubgroup {
            guard case .outcome(let outcome) = value.subject.topic, case .effect(let effect)? = value.quantity,
                effect.contrast == .treatment, effect.measure.isRatio, let estimate = effect.estimate
            else { continue }
            let other = found.effects[outcome]
            if other == nil { found.outcomes.append(outcome) }
            if other == nil || other?.isPreferred == false && value.standing.isPreferred {
                let effect = MainEffect(outcome: outcome, effect: effect, estimate: estimate)
                found.effects[outcome] = (effect, value.standing.isPreferred)
            }
        }
        return found
    }

    /// For a question: the effect in its first synthesis with the whole study, else that of its first outcome with one, else
    /// that of a part of its patients.
    func effect(of study: Study, for question: Question) -> MainEffect? {
        main(study, .question(question.id), outcomes: question.outcomes.lazy.map(\.value))
    }

    /// For an outcome: the effect in a synthesis, else the one that the study states, else that of a part of its patients.
    func effect(of study: Study, on outcome: String) -> MainEffect? {
        main(study, .outcome(outcome), outcomes: CollectionOfOne(outcome))
    }

    /// Wherever the study stands: the effect in a synthesis, else that on its primary endpoint, else the first stated, else that
    /// of a part of its patients.
    func effect(of study: Study) -> MainEffect? {
        main(
            study, .anywhere,
            outcomes: study.design.primaryEndpoints.map(\.value) + (stated[study.id]?.outcomes.prefix(1) ?? []))
    }

    private func main(_ study: Study, _ purpose: Purpose, outcomes: some Sequence<String>) -> MainEffect? {
        let used = used[Key(study: study.id, purpose: purpose)]
        if let whole = used?.whole { return whole }
        if let stated = stated[study.id] {
            for outcome in outcomes {
                if let found = stated.effects[outcome] { return found.effect }
            }
        }
        return used?.any
    }
}
