import Evidence
import Text

extension StatedValue.Topic: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        let (kind, name) =
            switch self {
            case .outcome(let id): ("outcome", id)
            case .patients(let kind): ("patients", kind.rawValue)
            case .arm: ("arm", "")
            case .characteristic(let name): ("characteristic", name)
            case .design: ("design", "")
            case .period: ("period", "")
            case .eligibility: ("eligibility", "")
            case .riskOfBias(let tool): ("riskOfBias", tool)
            case .discrepancy: ("discrepancy", "")
            case .caution: ("caution", "")
            case .note: ("note", "")
            }
        kind.feed(to: &fingerprinter)
        name.feed(to: &fingerprinter)
    }
}

extension StatedValue.Measure: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        code.feed(to: &fingerprinter)
        if case .effect(_, let contrast) = self { contrast.rawValue.feed(to: &fingerprinter) }
    }
}

extension Statement: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        text.feed(to: &fingerprinter)
        provenance.feed(to: &fingerprinter)
    }
}
