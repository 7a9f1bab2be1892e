import Evidence
import Text

/// What documents judged of a study's risk of bias.
struct StudyJudgements: Sendable, Fingerprinted {
    var id: String
    var name: String
    var assessments: [RiskOfBias]

    init(_ study: Study) {
        id = study.id
        name = study.name
        assessments = study.riskOfBias
    }

    func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        name.feed(to: &fingerprinter)
        assessments.feed(to: &fingerprinter)
    }
}

extension RiskOfBias: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        tool.feed(to: &fingerprinter)
        (outcome?.value).feed(to: &fingerprinter)
        for domain in domains {
            domain.name.feed(to: &fingerprinter)
            domain.judgement.rawValue.feed(to: &fingerprinter)
            domain.because.feed(to: &fingerprinter)
        }
        (overall?.rawValue).feed(to: &fingerprinter)
        provenance.feed(to: &fingerprinter)
    }
}
