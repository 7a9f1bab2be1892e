import Diagnostics
import Markdown
import MetaAnalysis
import Text

/// One study: a trial, a cohort, a meta-analysis, however many documents report it.
public struct Study: Sendable {
    public enum Status: String, Sendable, CaseIterable {
        case completed
        case running
        case stoppedEarly = "stopped-early"
        case planned
        case unknown

        public var label: String {
            switch self {
            case .completed: "completed"
            case .running: "running"
            case .stoppedEarly: "stopped early"
            case .planned: "planned"
            case .unknown: "status unknown"
            }
        }
    }

    public var id: String
    public var name: String
    public var aliases: [String] = []
    public var registration: [String] = []
    public var design: Design
    public var status: Status
    public var conditions: [Marked<String>] = []
    public var setting: Marked<String>?
    public var period: Period?
    public var arms: [Arm] = []
    public var enrolment: [Enrolment] = []
    /// Why no flow is drawn from the numbers of patients: they contradict one another, or count different patients.
    public var noFlow: String?
    public var eligibility: [Statement] = []
    public var characteristics: [Characteristic] = []
    public var results: [StudyResult] = []
    /// What documents judged of its risk of bias with a tool; never a judgement of the atlas.
    public var riskOfBias: [RiskOfBias] = []
    public var cautions: [Statement] = []
    /// Where documents disagree in what is not a value: a phase, a reference, a row that repeats its neighbour.
    public var discrepancies: [Statement] = []
    public var notes: [Statement] = []
    /// Of a meta-analysis: the studies whose patients it counts.
    public var includes: [Marked<String>] = []
    /// Of a secondary analysis: the study whose patients it re-analyses.
    public var partOf: Marked<String>?
    public var overlaps: [Marked<String>] = []
    /// Every quantity for which the record holds values that cannot be the same number rounded differently; found once,
    /// when the record has been read.
    public internal(set) var conflicts: [Conflict] = []
    public var summary: MarkdownDocument?
    public var text: SourceText
    /// Where the name stands.
    public var nameMark: Mark = .start

    public func arm(_ id: String) -> Arm? { arms.first { $0.id == id } }
    public func result(_ id: String) -> StudyResult? { results.first { $0.id == id } }

    /// The number of patients of a kind that the atlas uses, if one is stated for the whole study.
    public func enrolled(_ kind: Enrolment.Kind) -> Enrolment? {
        let candidates = enrolment.filter { $0.kind == kind && $0.isOfWholeStudy && $0.arm == nil && $0.reason == nil }
        return candidates.first { $0.isPreferred } ?? candidates.first
    }

    /// The number of patients to show for the study: randomised, else analysed, else enrolled; else of its arms or, in a
    /// study of records, eligible or found to have the condition.
    public var patients: Int? {
        if let counted = Enrolment.Kind.counted.lazy.compactMap(enrolled).first { return counted.n }
        let sizes = arms.compactMap(\.n)
        let ofArms = sizes.count == arms.count && !sizes.isEmpty ? sizes.reduce(0, +) : nil
        let found = Enrolment.Kind.found.lazy.compactMap(enrolled).first?.n
        return design.kind == .randomised || design.kind == .singleArm ? ofArms : found ?? ofArms
    }

    /// Every document that the record draws on, in the order of their identifiers.
    public var sources: [String] {
        var found: Set<String> = []
        forEachProvenance { found.insert($0.source) }
        return found.sorted()
    }

    /// Calls a closure with each place that the record names.
    public func forEachProvenance(_ body: (Provenance) -> Void) {
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
public struct Design: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case randomised
        case singleArm = "single-arm"
        case cohort
        case registry
        case metaAnalysis = "meta-analysis"
        case review
        case survey
        case consensus

        public var label: String {
            switch self {
            case .randomised: "randomised trial"
            case .singleArm: "single-arm trial"
            case .cohort: "cohort"
            case .registry: "registry"
            case .metaAnalysis: "meta-analysis"
            case .review: "review"
            case .survey: "survey"
            case .consensus: "consensus"
            }
        }
    }

    public var kind: Kind
    public var phase: String?
    public var randomisation: String?
    public var timing: String?
    public var centres: Int?
    public var countries: [String] = []
    public var masking: String?
    public var primaryEndpoints: [Marked<String>] = []
    public var note: String?
    public var provenance: [Provenance] = []
}

/// When patients entered a study, as years or year-months (`2020-09`).
public struct Period: Sendable {
    public var start: String?
    public var end: String?
    public var provenance: [Provenance] = []
}

/// A group of patients that were treated alike.
public struct Arm: Sendable {
    public enum Role: String, Sendable, CaseIterable {
        case experimental
        case control
        case single
    }

    public var id: String
    public var role: Role
    public var label: String
    public var interventions: [Marked<String>] = []
    public var n: Int?
    public var dose: String?
    public var provenance: [Provenance] = []
    public var mark: Mark
}

/// Something that a document says about a study, in words of our own.
public struct Statement: Sendable {
    public var text: String
    public var provenance: [Provenance] = []
}

/// Something measured or counted about the patients of a study.
public struct Characteristic: Sendable {
    /// An address within the study, if prose points at it.
    public var id: String?
    public var name: String
    public var value: PrintedNumber?
    public var unit: String?
    public var text: String?
    public var arm: String?
    public var population: String?
    public var isPreferred = false
    public var because: String?
    public var note: String?
    public var provenance: [Provenance] = []
    public var mark: Mark
}
