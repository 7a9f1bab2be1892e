import Evidence
import Text

extension MainEffect: Fingerprinted {
    func feed(to fingerprinter: inout Fingerprinter) {
        outcome.feed(to: &fingerprinter)
        population.feed(to: &fingerprinter)
        ValueText.effect(effect).feed(to: &fingerprinter)
        effect.measure.rawValue.feed(to: &fingerprinter)
        estimate.estimate.feed(to: &fingerprinter)
        estimate.low.feed(to: &fingerprinter)
        estimate.high.feed(to: &fingerprinter)
        estimate.isDerived.feed(to: &fingerprinter)
    }
}
