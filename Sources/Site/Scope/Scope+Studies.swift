import Evidence
import Text

extension Scope {
    /// The name of a study.
    func title(ofStudy id: String) -> String? { ask(.studyTitle(id)) { $0.atlas.study(id)?.name } }

    /// A study as lists show it.
    func row(ofStudy id: String) -> StudyRow? { ask(.studyRow(id), prepared: { $0.row(ofStudy: id) }) }

    /// A study as the list of running trials shows it.
    func trial(_ id: String) -> RunningTrial? {
        ask(.studyTrial(id)) { evidence in evidence.atlas.study(id).map { RunningTrial($0, labels: evidence.label) } }
    }

    /// The ratio that says most shortly what a study found.
    func mainEffect(ofStudy id: String, for purpose: MainEffectPurpose) -> MainEffect? {
        ask(.studyMainEffect(id, purpose)) { evidence in
            guard let study = evidence.atlas.study(id) else { return nil }
            switch purpose {
            case .anywhere: return evidence.mainEffects.effect(of: study)
            case .outcome(let outcome): return evidence.mainEffects.effect(of: study, on: outcome)
            case .question(let question):
                return evidence.atlas.question(question).flatMap { evidence.mainEffects.effect(of: study, for: $0) }
            }
        }
    }

    /// The questions that a study belongs to, with the part that it plays for each.
    func questions(ofStudy id: String) -> [StudyQuestion] {
        ask(.studyQuestions(id)) { evidence in
            (evidence.questionsOfStudy[id] ?? []).map {
                StudyQuestion(
                    id: $0.question.id, title: $0.question.title, short: $0.question.short, role: $0.member.role,
                    because: $0.member.because)
            }
        }
    }

    /// All of a study's record.
    func study(_ id: String) -> Study? { ask(.study(id)) { $0.atlas.study(id) } }

    /// The identifiers of all studies, by name.
    func studies() -> [String] {
        ask(.studies) { evidence in evidence.studiesByName.map { evidence.atlas.studies[$0].id } }
    }

    /// The identifiers of the trials whose results are still to come, by name.
    func runningTrials() -> [String] {
        ask(.runningTrials) { evidence in
            evidence.studiesByName.map { evidence.atlas.studies[$0] }.filter(\.isRunning).map(\.id)
        }
    }

    /// The identifiers of the studies of which documents disagree, or of which a value is doubted, in their order.
    func disputedStudies() -> [String] {
        ask(.disputed) { evidence in
            evidence.atlas.studies.filter { study in
                evidence.conflictsOfStudy[study.id] != nil || !study.discrepancies.isEmpty
                    || study.results.contains { $0.doubt != nil }
            }.map(\.id)
        }
    }
}

/// What a main effect is asked for.
enum MainEffectPurpose: Hashable, Sendable {
    /// Wherever the study stands.
    case anywhere
    /// On one outcome.
    case outcome(String)
    /// For one question.
    case question(String)
}

/// A question that a study belongs to.
struct StudyQuestion: Sendable, Fingerprinted {
    var id: String
    var title: String
    var short: String
    var role: Question.Role
    var because: String?

    func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        title.feed(to: &fingerprinter)
        short.feed(to: &fingerprinter)
        role.rawValue.feed(to: &fingerprinter)
        because.feed(to: &fingerprinter)
    }
}

extension Study: Fingerprinted {
    /// A record is a function of the text that it was read from.
    package func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        text.text.feed(to: &fingerprinter)
        summary.feed(to: &fingerprinter)
    }
}
