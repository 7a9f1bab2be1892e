import Evidence
import Text

/// What a link in prose leads to.
struct ResolvedLink: Sendable, Fingerprinted {
    /// What is linked, as far as it matters to how the link looks and what it takes with it.
    enum Kind: String, Sendable {
        /// A record of the atlas.
        case record
        /// A stated or pooled value, which shows itself.
        case value
        /// A synthesis, which may be shown in place of the link.
        case synthesis
        /// An ordinary address.
        case address
    }

    var kind: Kind
    /// From the root of the site; of an ordinary address the address.
    var path: String
    /// What the link says if the prose says nothing.
    var text: String
    /// Of a synthesis: its question and identifier.
    var synthesis: SynthesisAddress?

    func feed(to fingerprinter: inout Fingerprinter) {
        kind.rawValue.feed(to: &fingerprinter)
        path.feed(to: &fingerprinter)
        text.feed(to: &fingerprinter)
        (synthesis?.question).feed(to: &fingerprinter)
        (synthesis?.id).feed(to: &fingerprinter)
    }

    init(_ reference: Reference, language: Language) {
        switch reference {
        case .study(let study): (kind, path, text) = (.record, Routes.study(study.id), study.name)
        case .question(let question): (kind, path, text) = (.record, Routes.question(question.id), question.title)
        case .source(let source): (kind, path, text) = (.record, Routes.source(source.id), source.short)
        case .page(let page): (kind, path, text) = (.record, Routes.page(page.id), page.title)
        case .entry(let entry):
            (kind, path, text) = (.record, Routes.entry(entry.kind, entry.id), language.inSentence(entry.label))
        case .value(let study, let anchor, let shown):
            (kind, path, text) = (.value, "\(Routes.study(study.id))#\(anchor)", shown)
        case .pooled(let synthesis, let pooled):
            (kind, path) = (.value, Routes.synthesis(synthesis.question, synthesis.id))
            text = pooled.text(synthesis.measure, in: language)
        case .forest(let synthesis):
            (kind, path, text) = (.synthesis, Routes.synthesis(synthesis.question, synthesis.id), synthesis.plan.title)
            self.synthesis = SynthesisAddress(question: synthesis.question, id: synthesis.id)
        case .address(let address): (kind, path, text) = (.address, address, "")
        }
    }
}

/// Where a synthesis is asked for.
struct SynthesisAddress: Hashable, Sendable {
    var question: String
    var id: String
}
