import Evidence
import Text

/// The median times that a study states, one result for each outcome.
struct StudyMedians: Sendable, Fingerprinted {
    /// What is shown for an outcome.
    struct Result: Sendable, Fingerprinted {
        var id: String
        var population: String?
        var unit: Duration.Unit
        /// Of each arm, and of `all`.
        var values: [String: ArmValue]
        /// Whether documents print other values as well.
        var isDisputed: Bool

        func feed(to fingerprinter: inout Fingerprinter) {
            id.feed(to: &fingerprinter)
            population.feed(to: &fingerprinter)
            unit.rawValue.feed(to: &fingerprinter)
            for (arm, value) in values.sorted(by: { $0.key < $1.key }) {
                arm.feed(to: &fingerprinter)
                value.text(in: .english, unit: nil).feed(to: &fingerprinter)
            }
            isDisputed.feed(to: &fingerprinter)
        }
    }

    var id: String
    var name: String
    var design: Design.Kind
    var arms: [Arm]
    /// By outcome.
    var results: [String: Result]

    func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        name.feed(to: &fingerprinter)
        design.rawValue.feed(to: &fingerprinter)
        for arm in arms {
            for text in [arm.id, arm.role.rawValue, arm.label] { text.feed(to: &fingerprinter) }
        }
        for (outcome, result) in results.sorted(by: { $0.key < $1.key }) {
            outcome.feed(to: &fingerprinter)
            result.feed(to: &fingerprinter)
        }
    }

    /// Of each outcome the result of the whole study, the preferred one, else the first; without one, that of the only
    /// population that there is.
    init(_ study: Study) {
        id = study.id
        name = study.name
        design = study.design.kind
        arms = study.arms
        let stating = study.results.filter { $0.values(.median)?.timeUnit != nil }
        results = Dictionary(grouping: stating, by: \.outcome.value).compactMapValues { results in
            let whole = results.filter { $0.population == nil && !$0.isSubgroup }
            if let first = whole.first(where: \.isPreferred) ?? whole.first { return Result(first, of: study) }
            guard Set(results.map(\.population)).count == 1 else { return nil }
            return (results.first(where: \.isPreferred) ?? results.first).flatMap { Result($0, of: study) }
        }
    }
}

extension StudyMedians.Result {
    fileprivate init?(_ result: StudyResult, of study: Study) {
        guard let medians = result.values(.median), let unit = medians.timeUnit else { return nil }
        id = result.id
        population = result.population
        self.unit = unit
        values = [:]
        for entry in medians.entries { if let arm = entry.arm { values[arm] = entry.value } }
        isDisputed = study.statedValues(ofResult: result.id)
            .contains { $0.subject.measure == .values(.median) && $0.standing.isInConflict }
    }
}

extension ArmValues {
    /// The unit, if it is one of time.
    fileprivate var timeUnit: Duration.Unit? {
        if case .time(let unit)? = unit { unit } else { nil }
    }
}
