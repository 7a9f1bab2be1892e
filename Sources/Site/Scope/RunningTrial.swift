import Evidence
import Text

/// A trial whose results are still to come, as the list of running trials shows it.
struct RunningTrial: Sendable, Fingerprinted {
    var id: String
    var name: String
    var design: Design.Kind
    var phase: String?
    var status: Study.Status
    /// The identifier and the label of its first condition.
    var condition: Named?
    var setting: String?
    /// The labels of the arms that are not control arms, and of those that are.
    var experimental: [String]
    var control: [String]
    var patients: Int?
    var planned: Int?
    /// As years or year-months.
    var start: String?
    var end: String?

    func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        name.feed(to: &fingerprinter)
        design.rawValue.feed(to: &fingerprinter)
        phase.feed(to: &fingerprinter)
        status.rawValue.feed(to: &fingerprinter)
        condition.feed(to: &fingerprinter)
        setting.feed(to: &fingerprinter)
        experimental.feed(to: &fingerprinter)
        control.feed(to: &fingerprinter)
        patients.feed(to: &fingerprinter)
        planned.feed(to: &fingerprinter)
        start.feed(to: &fingerprinter)
        end.feed(to: &fingerprinter)
    }

    init(_ study: Study, labels: (Vocabulary.Kind, String) -> String) {
        id = study.id
        name = study.name
        design = study.design.kind
        phase = study.design.phase
        status = study.status
        condition = study.conditions.first.map { Named(id: $0.value, label: labels(.conditions, $0.value)) }
        setting = study.setting.map { labels(.settings, $0.value) }
        experimental = study.arms.filter { $0.role != .control }.map(\.label)
        control = study.arms.filter { $0.role == .control }.map(\.label)
        patients = study.patients
        planned = study.enrolled(.planned)?.n
        start = study.period?.start
        end = study.period?.end
    }
}

/// A record by its identifier and what it is called.
struct Named: Sendable, Hashable, Fingerprinted {
    var id: String
    var label: String

    func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        label.feed(to: &fingerprinter)
    }
}
