import Diagnostics
import MetaAnalysis
import Text

/// What a link of the atlas's own points at.
package enum Reference: Sendable {
    case study(Study)
    case question(Question)
    case source(Source)
    case page(ProsePage)
    case entry(VocabularyEntry)
    /// A stated value, with the text that shows it and the address of its provenance within the study's page.
    case value(study: Study, anchor: String, text: String)
    case pooled(Synthesis, PooledResult)
    case forest(Synthesis)
    /// An ordinary address: the web, mail, a telephone, or a place on the same page.
    case address(String)
}

/// Why a link leads nowhere.
package struct BrokenReference: Error, Sendable {
    package var identifier: String
    package var summary: String
    /// Finds what to do; only for what is written, since looking through all names takes long.
    let advice: @Sendable () -> String?
    /// Whether the link only fails because of an error that is reported elsewhere.
    package var isConsequence = false

    init(identifier: String, summary: String, help: String?, isConsequence: Bool = false) {
        self.init(identifier: identifier, summary: summary, isConsequence: isConsequence) { help }
    }

    init(
        identifier: String, summary: String, isConsequence: Bool = false, advice: @escaping @Sendable () -> String?
    ) {
        self.identifier = identifier
        self.summary = summary
        self.isConsequence = isConsequence
        self.advice = advice
    }
}

/// Finds what the links in prose point at.
package struct ReferenceResolver: Sendable {
    package let atlas: Atlas
    package let syntheses: Syntheses
    /// The question on whose page the prose stands, for addresses such as `pooled:os`.
    package let question: String?
    /// What values are shown in.
    package let language: Language

    package init(atlas: Atlas, syntheses: Syntheses, question: String? = nil, language: Language) {
        self.atlas = atlas
        self.syntheses = syntheses
        self.question = question
        self.language = language
    }

    static let schemes = [
        "study", "question", "source", "term", "outcome", "condition", "setting", "intervention", "page", "value",
        "pooled", "forest",
    ]

    package func resolve(_ destination: String) throws(BrokenReference) -> Reference {
        guard let colon = destination.firstIndex(of: ":") else {
            if destination.isEmpty {
                throw BrokenReference(identifier: "empty-link", summary: "the link has no address", help: "give it one")
            }
            guard destination.hasPrefix("#") else {
                throw BrokenReference(
                    identifier: "relative-link", summary: "'\(destination)' depends on where the page is",
                    help: "link with a scheme, such as study:, question:, page: or https:")
            }
            return .address(destination)
        }
        let scheme = destination[..<colon].lowercased()
        let rest = String(destination[destination.index(after: colon)...])
        switch scheme {
        case "http", "https", "mailto", "tel": return .address(destination)
        case "study": return .study(try study(rest))
        case "question":
            guard let found = atlas.question(rest) else {
                throw unknown("question", rest, in: "questions") { $0.questions.map(\.id) }
            }
            return .question(found)
        case "source":
            guard let found = atlas.source(rest) else {
                throw unknown("source", rest, in: "sources") { $0.sources.map(\.id) }
            }
            return .source(found)
        case "page":
            guard let found = atlas.page(rest) else { throw unknown("page", rest, in: "pages") { $0.pages.map(\.id) } }
            return .page(found)
        case "term", "outcome", "condition", "setting", "intervention": return try entry(scheme, rest)
        case "value": return try value(rest)
        case "pooled":
            let synthesis = try synthesis(rest)
            guard let pooled = synthesis.pooled else {
                throw BrokenReference(
                    identifier: "not-pooled", summary: "the synthesis '\(rest)' has no pooled result",
                    help: synthesis.notPooledBecause?.text(in: .english),
                    // With two studies to pool, something is wrong with them that is reported there.
                    isConsequence: synthesis.plan.isPooled && synthesis.plan.items.count(where: \.isPooled) >= 2)
            }
            return .pooled(synthesis, pooled)
        case "forest": return .forest(try synthesis(rest))
        default:
            throw BrokenReference(
                identifier: "unknown-scheme", summary: "'\(scheme):' is not a kind of link",
                help: Suggestion.didYouMean(scheme, among: Self.schemes)
                    ?? "use https:, http:, mailto:, tel: or one of \(Suggestion.list(Self.schemes, limit: 20))")
        }
    }

    func unknown(
        _ kind: String, _ name: String, in folder: String, known: @escaping @Sendable (Atlas) -> [String]
    ) -> BrokenReference {
        let isConsequence =
            folder == "vocabulary" ? !atlas.hasSoundVocabulary : atlas.broken.contains("\(folder)/\(name)")
        return BrokenReference(
            identifier: "unknown-\(kind)", summary: "no \(kind) is called '\(name)'", isConsequence: isConsequence
        ) { [atlas] in Suggestion.didYouMean(name, among: known(atlas)) }
    }

    func study(_ id: String) throws(BrokenReference) -> Study {
        guard let found = atlas.study(id) else { throw unknown("study", id, in: "studies") { $0.studies.map(\.id) } }
        return found
    }

    private func entry(_ scheme: String, _ id: String) throws(BrokenReference) -> Reference {
        for kind in Vocabulary.Kind.allCases where kind.singular == scheme {
            if let entry = atlas.vocabulary.entry(kind, id) { return .entry(entry) }
            throw unknown(scheme, id, in: "vocabulary") { $0.vocabulary.entries(kind).map(\.id) }
        }
        throw unknown(scheme, id, in: "vocabulary") { _ in [] }
    }

    private func synthesis(_ address: String) throws(BrokenReference) -> Synthesis {
        let parts = address.split(separator: "/", maxSplits: 1).map(String.init)
        let (owner, id): (String, String)
        switch (parts.count, question) {
        case (2, _): (owner, id) = (parts[0], parts[1])
        case (1, let question?): (owner, id) = (question, parts[0])
        default:
            throw BrokenReference(
                identifier: "unknown-synthesis", summary: "'\(address)' does not name a synthesis",
                help: "write it as QUESTION/SYNTHESIS")
        }
        guard let question = atlas.question(owner) else {
            throw unknown("question", owner, in: "questions") { $0.questions.map(\.id) }
        }
        guard let found = syntheses.synthesis(owner, id) else {
            throw BrokenReference(
                identifier: "unknown-synthesis", summary: "the question '\(owner)' has no synthesis '\(id)'"
            ) {
                let known = question.syntheses.map(\.id)
                return Suggestion.didYouMean(id, among: known) ?? "its syntheses are \(Suggestion.list(known))"
            }
        }
        return found
    }
}
