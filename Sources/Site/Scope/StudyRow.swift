import Evidence
import Text

/// A study as lists show it.
struct StudyRow: Sendable, Fingerprinted {
    var id: String
    var name: String
    var design: Design.Kind
    var phase: String?
    var status: Study.Status
    /// The labels of its conditions.
    var conditions: [String]
    /// The label of its setting.
    var setting: String?
    var patients: Int?
    /// How many were planned.
    var planned: Int?
    /// How many results are recorded.
    var results: Int
    /// Its kind on the maps; nil for what is not a study of patients, or of those of another study.
    var mapKind: MapKind?

    func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        name.feed(to: &fingerprinter)
        design.rawValue.feed(to: &fingerprinter)
        phase.feed(to: &fingerprinter)
        status.rawValue.feed(to: &fingerprinter)
        conditions.feed(to: &fingerprinter)
        setting.feed(to: &fingerprinter)
        patients.feed(to: &fingerprinter)
        planned.feed(to: &fingerprinter)
        results.feed(to: &fingerprinter)
        (mapKind?.rawValue).feed(to: &fingerprinter)
    }

    init(_ study: Study, labels: (Vocabulary.Kind, String) -> String) {
        id = study.id
        name = study.name
        design = study.design.kind
        phase = study.design.phase
        status = study.status
        conditions = study.conditions.map { labels(.conditions, $0.value) }
        setting = study.setting.map { labels(.settings, $0.value) }
        patients = study.patients
        planned = study.enrolled(.planned)?.n
        results = study.results.count
        mapKind = study.mapKind
    }
}

/// The kinds of studies that maps tell apart, in the order they are shown.
enum MapKind: Int, Sendable, CaseIterable {
    case randomised, singleArm, observational, running
}

extension Study {
    /// Whether results are still to come.
    var isRunning: Bool { status == .running || status == .planned }

    /// The study's kind on the maps; nil for what is not a study of patients, or of those of another study.
    var mapKind: MapKind? {
        if partOf != nil { return nil }
        if isRunning { return .running }
        switch design.kind {
        case .randomised: return .randomised
        case .singleArm: return .singleArm
        case .cohort, .registry: return .observational
        case .metaAnalysis, .review, .survey, .consensus: return nil
        }
    }

    /// What the study tests: the treatments of all arms but the control ones, without the background that the control arms
    /// have too.
    var testedInterventions: Set<String> {
        func treatments(_ arm: Arm) -> Set<String> { Set(arm.interventions.map(\.value)) }
        let all = arms.filter { $0.role != .control }.reduce(into: Set<String>()) { $0.formUnion(treatments($1)) }
        let controls = arms.filter { $0.role == .control }.map(treatments)
        guard let first = controls.first else { return all }
        let tested = all.subtracting(controls.dropFirst().reduce(first) { $0.intersection($1) })
        return tested.isEmpty ? all : tested
    }
}
