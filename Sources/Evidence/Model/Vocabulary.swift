import Diagnostics
import Text

/// The words that the content may use: conditions, settings, interventions, outcomes and terms.
public struct Vocabulary: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case conditions
        case settings
        case interventions
        case outcomes
        case terms

        /// One entry of the kind, in words.
        public var singular: String { String(rawValue.dropLast()) }
    }

    private var entries: [Kind: [String: VocabularyEntry]] = [:]

    public init() {}

    /// Adds an entry; gives the entry that already has its identifier, if there is one.
    public mutating func add(_ entry: VocabularyEntry) -> VocabularyEntry? {
        if let existing = entries[entry.kind]?[entry.id] { return existing }
        entries[entry.kind, default: [:]][entry.id] = entry
        return nil
    }

    public func entry(_ kind: Kind, _ id: String) -> VocabularyEntry? { entries[kind]?[id] }

    public func identifiers(_ kind: Kind) -> [String] { entries[kind].map { Array($0.keys) } ?? [] }

    /// The entries of a kind in the order of their labels.
    public func entries(_ kind: Kind) -> [VocabularyEntry] {
        (entries[kind]?.values).map { values in
            values.sorted { ($0.label.lowercased(), $0.id) < ($1.label.lowercased(), $1.id) }
        } ?? []
    }

    /// The most entries above one another.
    package static let deepest = 20

    /// An entry and everything above it, nearest first; of a chain that is too deep or a circle only its beginning.
    public func ancestry(_ kind: Kind, _ id: String) -> [VocabularyEntry] {
        var chain: [VocabularyEntry] = []
        var seen: Set<String> = []
        var next: String? = id
        while let current = next, chain.count <= Self.deepest, let entry = entry(kind, current), seen.insert(entry.id).inserted {
            chain.append(entry)
            next = entry.parent?.value
        }
        return chain
    }
}

/// A word of the vocabulary.
public struct VocabularyEntry: Sendable {
    public var kind: Vocabulary.Kind
    public var id: String
    public var label: String
    public var abbreviation: String?
    public var definition: String
    public var synonyms: [String] = []
    public var parent: Marked<String>?
    /// Of an outcome: whether an effect below the null value favours the experimental arm.
    public var lowerIsBetter = true
    public var french: String?
    public var provenance: [Provenance] = []
    public var place: Mark
    /// The file that it stands in.
    public var text: SourceText
}
