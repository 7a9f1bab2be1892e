import Evidence
import Text

extension MainEffect: Fingerprinted {
    func feed(to fingerprinter: inout Fingerprinter) {
        outcome.feed(to: &fingerprinter)
        population.feed(to: &fingerprinter)
        effect.text(in: .english).feed(to: &fingerprinter)
        effect.measure.rawValue.feed(to: &fingerprinter)
        estimate.estimate.feed(to: &fingerprinter)
        estimate.standardError.feed(to: &fingerprinter)
        effect.isDerived.feed(to: &fingerprinter)
    }
}
