import Evidence
import Text

/// What a document contributed to the record of one study, value by value.
struct StudyContributions: Sendable, Fingerprinted {
    /// One entry of the record at one place of the document.
    struct Item: Sendable, Fingerprinted {
        var topic: StatedValue.Topic
        var population: String?
        /// What the entry says first; may be empty.
        var value: String
        /// Its place on the study's page; empty for the page as a whole.
        var anchor: String
        var place: Provenance

        func feed(to fingerprinter: inout Fingerprinter) {
            topic.feed(to: &fingerprinter)
            population.feed(to: &fingerprinter)
            value.feed(to: &fingerprinter)
            anchor.feed(to: &fingerprinter)
            place.feed(to: &fingerprinter)
        }
    }

    var name: String
    var items: [Item] = []

    func feed(to fingerprinter: inout Fingerprinter) {
        name.feed(to: &fingerprinter)
        items.feed(to: &fingerprinter)
    }

    init(of source: String, to study: Study, in language: Language) {
        name = study.name
        let anchors = StudyAnchors(study)
        var rest = study.statedValues[...]
        while let first = rest.first {
            let values = rest.prefix { $0.address == first.address }
            rest = rest.dropFirst(values.count)
            let places = first.provenance.filter { $0.source == source }
            guard !places.isEmpty else { continue }
            let value = Self.text(of: first.address, values, study, language)
            items += places.map { place in
                Item(
                    topic: first.subject.topic, population: first.subject.population, value: value,
                    anchor: anchors[first.address], place: place)
            }
        }
    }

    private static func text(
        of address: StatedValue.Address, _ values: ArraySlice<StatedValue>, _ study: Study, _ language: Language
    ) -> String {
        switch address {
        case .design: language.design(study.design.kind, phase: study.design.phase)
        case .arm(let index): study.arms[index].label
        case .result(let index): study.mainText(ofResult: study.results[index].id, in: language) ?? ""
        case .riskOfBias(let index): study.riskOfBias[index].overall.map(language.label(of:)) ?? ""
        default: values.itemText(in: language)
        }
    }
}
