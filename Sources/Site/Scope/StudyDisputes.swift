import Evidence
import Text

/// What documents disagree about in one study, and which of its values are doubted.
struct StudyDisputes: Sendable, Fingerprinted {
    /// Different values for one quantity.
    struct Dispute: Sendable, Fingerprinted {
        var topic: StatedValue.Topic
        var measure: StatedValue.Measure
        /// The arm by its name, and the population.
        var arm: String?
        var population: String?
        var because: String?
        var values: [Value]

        func feed(to fingerprinter: inout Fingerprinter) {
            topic.feed(to: &fingerprinter)
            measure.feed(to: &fingerprinter)
            arm.feed(to: &fingerprinter)
            population.feed(to: &fingerprinter)
            because.feed(to: &fingerprinter)
            values.feed(to: &fingerprinter)
        }
    }

    /// One of the values.
    struct Value: Sendable, Fingerprinted {
        var text: String
        /// Its place on the study's page.
        var anchor: String
        var isUsed: Bool
        var provenance: [Provenance]

        func feed(to fingerprinter: inout Fingerprinter) {
            text.feed(to: &fingerprinter)
            anchor.feed(to: &fingerprinter)
            isUsed.feed(to: &fingerprinter)
            provenance.feed(to: &fingerprinter)
        }
    }

    /// A result to read with care.
    struct Doubt: Sendable, Fingerprinted {
        var result: String
        var outcome: String
        var value: String?
        var doubt: String
        var provenance: [Provenance]

        func feed(to fingerprinter: inout Fingerprinter) {
            result.feed(to: &fingerprinter)
            outcome.feed(to: &fingerprinter)
            value.feed(to: &fingerprinter)
            doubt.feed(to: &fingerprinter)
            provenance.feed(to: &fingerprinter)
        }
    }

    var name: String
    var disputes: [Dispute]
    /// Disagreements that are no values.
    var others: [Statement]
    var doubts: [Doubt]

    func feed(to fingerprinter: inout Fingerprinter) {
        name.feed(to: &fingerprinter)
        disputes.feed(to: &fingerprinter)
        others.feed(to: &fingerprinter)
        doubts.feed(to: &fingerprinter)
    }

    init(_ study: Study, in language: Language) {
        name = study.name
        let anchors = study.conflicts.isEmpty ? nil : StudyAnchors(study)
        disputes = study.conflicts.map { conflict in
            Dispute(
                topic: conflict.subject.topic, measure: conflict.subject.measure,
                arm: conflict.subject.arm.map { study.name(ofArm: $0, in: language) },
                population: conflict.subject.population, because: conflict.because,
                values: conflict.members.map { member in
                    let value = study.statedValues[member]
                    return Value(
                        text: Self.text(of: conflict.subject.measure, member, in: study, language),
                        anchor: anchors?[value.address] ?? "", isUsed: conflict.preferred == member,
                        provenance: value.provenance)
                })
        }
        others = study.discrepancies
        doubts = study.results.compactMap { result in
            result.doubt.map {
                Doubt(
                    result: result.id, outcome: result.outcome.value,
                    value: study.mainText(ofResult: result.id, in: language), doubt: $0, provenance: result.provenance)
            }
        }
    }

    /// A value of a result as it is; of effects that differ in their p-values this; of a number with the words beside it.
    private static func text(
        of measure: StatedValue.Measure, _ member: Int, in study: Study, _ language: Language
    ) -> String {
        let value = study.statedValues[member]
        switch value.address {
        case .result where measure == .pValue: return value.quantity?.p?.text(in: language) ?? ""
        case .result: return value.quantity?.text(in: language) ?? ""
        default: return study.statedValues[member...].prefix { $0.address == value.address }.itemText(in: language)
        }
    }
}
