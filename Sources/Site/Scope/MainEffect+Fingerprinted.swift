import Evidence
import Text

extension MainEffect: Fingerprinted {
    func feed(to fingerprinter: inout Fingerprinter) {
        outcome.feed(to: &fingerprinter)
        population.feed(to: &fingerprinter)
        effect.contrast.rawValue.feed(to: &fingerprinter)
        for number in [effect.value, effect.interval?.low, effect.interval?.high] {
            (number?.text).feed(to: &fingerprinter)
        }
        (effect.interval?.level).feed(to: &fingerprinter)
        (effect.p?.value.text).feed(to: &fingerprinter)
        effect.isInverted.feed(to: &fingerprinter)
        effect.measure.rawValue.feed(to: &fingerprinter)
        estimate.estimate.feed(to: &fingerprinter)
        estimate.standardError.feed(to: &fingerprinter)
        effect.isDerived.feed(to: &fingerprinter)
    }
}
