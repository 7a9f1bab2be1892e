import Diagnostics
import Text

/// The words that the content may use: conditions, settings, interventions, outcomes and terms.
package struct Vocabulary: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case conditions
        case settings
        case interventions
        case outcomes
        case terms

        /// One entry of the kind, in words.
        package var singular: String { String(rawValue.dropLast()) }
    }

    /// The entries of each kind in the order of their labels.
    private var sorted: [Kind: [VocabularyEntry]] = [:]
    /// Where in that order an identifier stands.
    private var positions: [Kind: [String: Int]] = [:]

    /// - Parameter entries: each identifier once for a kind; of several entries with one the first counts.
    package init(_ entries: some Sequence<VocabularyEntry> = []) {
        for (kind, members) in Dictionary(grouping: entries, by: \.kind) {
            var seen: Set<String> = []
            let ordered = members.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }.inPersonOrder(
                by: \.label)
            sorted[kind] = ordered
            positions[kind] = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.id, $0) })
        }
    }

    package func entry(_ kind: Kind, _ id: String) -> VocabularyEntry? {
        positions[kind]?[id].flatMap { sorted[kind]?[$0] }
    }

    /// The entries of a kind in the order of their labels.
    package func entries(_ kind: Kind) -> [VocabularyEntry] { sorted[kind] ?? [] }

    /// The most entries above one another.
    package static let deepest = 20

    /// An entry and everything above it, nearest first; of a chain that is too deep or a circle only its beginning.
    package func ancestry(_ kind: Kind, _ id: String) -> [VocabularyEntry] {
        var chain: [VocabularyEntry] = []
        var seen: Set<String> = []
        var next: String? = id
        while let current = next, chain.count <= Self.deepest, let entry = entry(kind, current),
            seen.insert(entry.id).inserted
        {
            chain.append(entry)
            next = entry.parent?.value
        }
        return chain
    }
}

/// A word of the vocabulary.
package struct VocabularyEntry: Sendable {
    package var kind: Vocabulary.Kind
    package var id: String
    package var label: String
    package var abbreviation: String?
    package var definition: String
    package var synonyms: [String] = []
    package var parent: Marked<String>?
    /// Of an outcome: whether an effect below the null value favours the experimental arm.
    package var lowerIsBetter = true
    package var french: String?
    package var provenance: [Provenance] = []
    package var place: Mark
    /// The file that it stands in.
    package var text: SourceText
}
