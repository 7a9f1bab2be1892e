import Diagnostics
import Markdown
import MetaAnalysis
import Text

/// One study: a trial, a cohort, a meta-analysis, however many documents report it.
package struct Study: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case completed
        case running
        case stoppedEarly = "stopped-early"
        case planned
        case unknown

    }

    package var id: String
    package var name: String
    package var aliases: [String] = []
    package var registration: [String] = []
    package var design: Design
    package var status: Status
    package var conditions: [Marked<String>] = []
    package var setting: Marked<String>?
    package var period: Period?
    package var arms: [Arm] = []
    package var enrolment: [Enrolment] = []
    /// Why no flow is drawn from the numbers of patients: they contradict one another, or count different patients.
    package var noFlow: String?
    package var eligibility: [Statement] = []
    package var characteristics: [Characteristic] = []
    package var results: [StudyResult] = []
    /// What documents judged of its risk of bias with a tool; never a judgement of the atlas.
    package var riskOfBias: [RiskOfBias] = []
    package var cautions: [Statement] = []
    /// Where documents disagree in what is not a value: a phase, a reference, a row that repeats its neighbour.
    package var discrepancies: [Statement] = []
    package var notes: [Statement] = []
    /// Of a meta-analysis: the studies whose patients it counts.
    package var includes: [Marked<String>] = []
    /// Of a secondary analysis: the study whose patients it re-analyses.
    package var partOf: Marked<String>?
    package var overlaps: [Marked<String>] = []
    /// What follows from the record; made once, when it has been read.
    private(set) var stated = StatedValues()
    package var summary: MarkdownDocument?
    package var text: SourceText
    /// Where the name stands.
    package var nameMark: Mark = .start

    /// Derives what follows from the record. Must be called when the record is complete, and after a change.
    package mutating func complete() { stated = StatedValues(self) }

    /// Everything that is stated, in the order of the record; of a result the effect, the values of the arms in their order,
    /// p-values that stand without an effect, and words.
    package var statedValues: [StatedValue] { stated.all }

    /// Every quantity for which values are stated that cannot be the same number rounded differently: those of results, then
    /// numbers of patients, then characteristics.
    package var conflicts: [Conflict] { stated.conflicts }

    package func arm(_ id: String) -> Arm? { stated.arms[id].map { arms[$0] } }
    package func result(_ id: String) -> StudyResult? { stated.results[id].map { results[$0] } }

    /// The values that a result states.
    ///
    /// - Parameter index: the place of the result in the record.
    package func statedValues(ofResult index: Int) -> ArraySlice<StatedValue> { stated.all[stated.ofResults[index]] }

    /// The values that a result states; empty if there is no such result.
    package func statedValues(ofResult id: String) -> ArraySlice<StatedValue> {
        stated.results[id].map(statedValues(ofResult:)) ?? []
    }

    /// The values of a number of patients or of a characteristic that has an address of its own; empty if there is none.
    package func statedValues(ofNumber id: String) -> ArraySlice<StatedValue> {
        stated.numbers[id].map { stated.all[$0] } ?? []
    }

    /// The conflicts that a result is part of.
    package func conflicts(ofResult id: String) -> [Conflict] {
        stated.results[id].flatMap { stated.conflictsOfResults[$0] }.map { $0.map { stated.conflicts[$0] } } ?? []
    }

    /// The other results that are in conflict with this one, each once, in the order in which the conflicts name them.
    package func rivals(ofResult id: String) -> [StudyResult] {
        guard let own = stated.results[id] else { return [] }
        var seen: Set<Int> = [own]
        return conflicts(ofResult: id).flatMap(\.members).compactMap { member in
            guard case .result(let index) = stated.all[member].address, seen.insert(index).inserted else { return nil }
            return results[index]
        }
    }

    /// The number of patients of a kind that the atlas uses, if one is stated for the whole study.
    package func enrolled(_ kind: Enrolment.Kind) -> Enrolment? {
        stated.enrolled[kind].map { enrolment[$0] }
    }

    /// The number of patients to show for the study: randomised, else analysed, else enrolled; else of its arms or, in a
    /// study of records, eligible or found to have the condition.
    package var patients: Int? {
        if let counted = Enrolment.Kind.counted.lazy.compactMap(enrolled).first { return counted.n }
        let sizes = arms.compactMap(\.n)
        let ofArms = sizes.count == arms.count && !sizes.isEmpty ? sizes.reduce(0, +) : nil
        let found = Enrolment.Kind.found.lazy.compactMap(enrolled).first?.n
        return design.kind == .randomised || design.kind == .singleArm ? ofArms : found ?? ofArms
    }

    /// Every document that the record draws on, in the order of their identifiers.
    package var sources: [String] {
        var found: Set<String> = []
        forEachProvenance { found.insert($0.source) }
        return found.sorted()
    }

    /// Calls a closure with each place that the record names.
    package func forEachProvenance(_ body: (Provenance) -> Void) {
        design.provenance.forEach(body)
        period?.provenance.forEach(body)
        for arm in arms { arm.provenance.forEach(body) }
        for item in enrolment { item.provenance.forEach(body) }
        for item in eligibility + cautions + discrepancies + notes { item.provenance.forEach(body) }
        for item in characteristics { item.provenance.forEach(body) }
        for result in results { result.provenance.forEach(body) }
        for assessment in riskOfBias { assessment.provenance.forEach(body) }
    }
}

/// How a study was done.
package struct Design: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case randomised
        case singleArm = "single-arm"
        case cohort
        case registry
        case metaAnalysis = "meta-analysis"
        case review
        case survey
        case consensus

    }

    package var kind: Kind
    package var phase: String?
    package var randomisation: String?
    package var timing: String?
    package var centres: Int?
    package var countries: [String] = []
    package var masking: String?
    package var primaryEndpoints: [Marked<String>] = []
    package var note: String?
    package var provenance: [Provenance] = []
}

/// When patients entered a study, as years or year-months (`2020-09`).
package struct Period: Sendable {
    package var start: String?
    package var end: String?
    package var provenance: [Provenance] = []
}

/// A group of patients that were treated alike.
package struct Arm: Sendable {
    package enum Role: String, Sendable, CaseIterable {
        case experimental
        case control
        case single
    }

    package var id: String
    package var role: Role
    package var label: String
    package var interventions: [Marked<String>] = []
    package var n: Int?
    package var dose: String?
    package var provenance: [Provenance] = []
    package var mark: Mark
}

/// Something that a document says about a study, in words of our own.
package struct Statement: Sendable {
    package var text: String
    package var provenance: [Provenance] = []
}

/// Something measured or counted about the patients of a study.
package struct Characteristic: Sendable {
    /// An address within the study, if prose points at it.
    package var id: String?
    package var name: String
    package var value: PrintedNumber?
    package var unit: Unit?
    package var text: String?
    package var arm: String?
    package var population: String?
    package var isPreferred = false
    package var because: String?
    package var note: String?
    package var provenance: [Provenance] = []
    package var mark: Mark
}
