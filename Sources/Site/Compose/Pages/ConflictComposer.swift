import Evidence
import Text

/// Composes the conflicts of studies: what is printed, which value is used, and why.
struct ConflictComposer {
    let scope: Scope

    private var language: Language { scope.language }

    func blocks(of study: String) -> [ConflictBlock] {
        guard let found = scope.disputes(ofStudy: study) else { return [] }
        return found.disputes.map { dispute in
            ConflictBlock(
                study: found.name, path: Routes.study(study), what: what(dispute),
                why: dispute.because.map(language.why),
                values: dispute.values.map {
                    .init(
                        text: $0.text, anchor: $0.anchor, isUsed: $0.isUsed, provenance: scope.provenance($0.provenance)
                    )
                })
        }
    }

    private func what(_ dispute: StudyDisputes.Dispute) -> String {
        let what: [String?] =
            switch dispute.topic {
            case .outcome(let outcome): [scope.label(.outcomes, outcome), measure(dispute.measure)]
            case .patients(let kind): [language.numberOfPatients(language.label(of: kind))]
            case .characteristic(let name): [name]
            default: []
            }
        return language.series((what + [dispute.arm, dispute.population]).compactMap { $0 })
    }

    private func measure(_ measure: StatedValue.Measure) -> String? {
        switch measure {
        case .effect(let effect, .treatment): language.abbreviation(ofMeasure: effect.rawValue)
        case .effect(let effect, _): language.interaction(language.abbreviation(ofMeasure: effect.rawValue))
        case .values(let kind): language.label(of: kind)
        case .pValue: language.pValueName
        case .patients, .characteristic, .text: nil
        }
    }
}
