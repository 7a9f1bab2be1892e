import Diagnostics
import MetaAnalysis

/// What a link of the atlas's own points at.
public enum Reference: Sendable {
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
public struct BrokenReference: Error, Sendable {
    public var identifier: String
    public var summary: String
    public var help: String?
    /// Whether the link only fails because of an error that is reported elsewhere.
    public var isConsequence = false
}

/// Finds what the links in prose point at.
public struct ReferenceResolver: Sendable {
    public let atlas: Atlas
    public let syntheses: Syntheses
    /// The question on whose page the prose stands, for addresses such as `pooled:os`.
    public let question: String?

    public init(atlas: Atlas, syntheses: Syntheses, question: String? = nil) {
        self.atlas = atlas
        self.syntheses = syntheses
        self.question = question
    }

    static let schemes = [
        "study", "question", "source", "term", "outcome", "condition", "setting", "intervention", "page", "value",
        "pooled", "forest",
    ]

    public func resolve(_ destination: String) throws(BrokenReference) -> Reference {
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
                throw unknown("question", rest, atlas.questions.map(\.id), in: "questions")
            }
            return .question(found)
        case "source":
            guard let found = atlas.source(rest) else { throw unknown("source", rest, atlas.sources.map(\.id), in: "sources") }
            return .source(found)
        case "page":
            guard let found = atlas.page(rest) else { throw unknown("page", rest, atlas.pages.map(\.id), in: "pages") }
            return .page(found)
        case "term", "outcome", "condition", "setting", "intervention": return try entry(scheme, rest)
        case "value": return try value(rest)
        case "pooled":
            let synthesis = try synthesis(rest)
            guard let pooled = synthesis.pooled else {
                throw BrokenReference(
                    identifier: "not-pooled", summary: "the synthesis '\(rest)' has no pooled result",
                    help: synthesis.notPooledBecause,
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

    private func unknown(_ kind: String, _ name: String, _ known: [String], in folder: String) -> BrokenReference {
        let isConsequence =
            folder == "vocabulary" ? !atlas.hasSoundVocabulary : atlas.broken.contains("\(folder)/\(name)")
        return BrokenReference(
            identifier: "unknown-\(kind)", summary: "no \(kind) is called '\(name)'",
            help: Suggestion.didYouMean(name, among: known), isConsequence: isConsequence)
    }

    private func study(_ id: String) throws(BrokenReference) -> Study {
        guard let found = atlas.study(id) else { throw unknown("study", id, atlas.studies.map(\.id), in: "studies") }
        return found
    }

    private func entry(_ scheme: String, _ id: String) throws(BrokenReference) -> Reference {
        for kind in Vocabulary.Kind.allCases where kind.singular == scheme {
            if let entry = atlas.vocabulary.entry(kind, id) { return .entry(entry) }
            throw unknown(scheme, id, atlas.vocabulary.identifiers(kind), in: "vocabulary")
        }
        throw unknown(scheme, id, [], in: "vocabulary")
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
        guard let question = atlas.question(owner) else { throw unknown("question", owner, atlas.questions.map(\.id), in: "questions") }
        guard let found = syntheses.synthesis(owner, id) else {
            let known = question.syntheses.map(\.id)
            throw BrokenReference(
                identifier: "unknown-synthesis", summary: "the question '\(owner)' has no synthesis '\(id)'",
                help: Suggestion.didYouMean(id, among: known) ?? "its syntheses are \(Suggestion.list(known))")
        }
        return found
    }

    // MARK: Values

    private func value(_ address: String) throws(BrokenReference) -> Reference {
        let parts = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2 else {
            throw BrokenReference(
                identifier: "unknown-value-address", summary: "'\(address)' does not name a value",
                help: "write it as STUDY/RESULT, STUDY/RESULT/median, or STUDY/randomised")
        }
        let study = try study(parts[0])
        if parts.count == 2, let found = try number(parts[1], of: study) { return found }
        guard let result = study.result(parts[1]) else {
            let known = study.results.map(\.id)
            throw BrokenReference(
                identifier: "unknown-result", summary: "'\(study.id)' has no result '\(parts[1])'",
                help: Suggestion.didYouMean(parts[1], among: known) ?? "its results are \(Suggestion.list(known))",
                isConsequence: !atlas.isSound(study: study.id))
        }
        return .value(study: study, anchor: "result-\(result.id)", text: try text(of: result, in: study, Array(parts.dropFirst(2))))
    }

    /// A number of patients or a characteristic that has an address of its own.
    private func number(_ name: String, of study: Study) throws(BrokenReference) -> Reference? {
        if let item = study.enrolment.first(where: { $0.id == name }) {
            return .value(study: study, anchor: "patients", text: "\(item.n)")
        }
        if let item = study.characteristics.first(where: { $0.id == name }) {
            return .value(study: study, anchor: "characteristics", text: item.valueText)
        }
        guard let kind = Enrolment.Kind(rawValue: name) else { return nil }
        guard let item = study.enrolled(kind) else {
            let known = study.enrolment.compactMap { $0.population == nil && $0.arm == nil ? $0.kind.rawValue : $0.id }
            throw BrokenReference(
                identifier: "unknown-result", summary: "'\(study.id)' states no number '\(name)' for the whole study",
                help: known.isEmpty
                    ? "give the number an 'id' in the study's file, and use that" : "it states \(Suggestion.list(Set(known)))")
        }
        return .value(study: study, anchor: "patients", text: "\(item.n)")
    }

    private func text(of result: StudyResult, in study: Study, _ path: [String]) throws(BrokenReference) -> String {
        let parts = result.partNames
        func missing(_ name: String) -> BrokenReference {
            BrokenReference(
                identifier: "unknown-part", summary: "the result '\(result.id)' has no '\(name)'",
                help: "it has \(Suggestion.list(parts))", isConsequence: !atlas.isSound(study: study.id))
        }
        guard let name = path.first else {
            guard let first = result.mainText(arms: study.arms) else { throw missing("value") }
            return first
        }
        switch name {
        case "effect":
            guard let effect = result.effect else { throw missing(name) }
            return ValueText.effect(effect)
        case "p":
            guard let p = result.anyPValue else { throw missing(name) }
            return p.phrase
        case "time":
            guard let time = result.time else { throw missing(name) }
            return "\(time.value.padded()) \(time.unit.rawValue)"
        case "followUp":
            guard let followUp = result.followUp, let median = followUp.median else { throw missing(name) }
            return "\(median.padded()) \(followUp.unit.rawValue)"
        default:
            guard let kind = ArmValues.Kind(rawValue: name), let values = result.values(kind) else { throw missing(name) }
            guard path.count > 1 else { return ValueText.values(values, arms: study.arms) }
            guard let entry = values.entry(path[1]) else {
                throw BrokenReference(
                    identifier: "unknown-arm", summary: "the \(name) of '\(result.id)' has no arm '\(path[1])'",
                    help: "it has \(Suggestion.list(values.entries.compactMap(\.arm)))",
                    isConsequence: !atlas.isSound(study: study.id))
            }
            return ValueText.value(entry.value, unit: values.unit)
        }
    }
}

extension StudyResult {
    /// The parts that an address can name.
    var partNames: [String] {
        var names = values.map(\.kind.rawValue)
        if effect != nil { names.append("effect") }
        if anyPValue != nil { names.append("p") }
        if time != nil { names.append("time") }
        if followUp?.median != nil { names.append("followUp") }
        return names
    }

    /// The p-value that belongs to the result, wherever it is written.
    public var anyPValue: PrintedPValue? {
        effect?.p?.value ?? values.lazy.compactMap { $0.p?.value }.first ?? p?.value
    }

    /// The effect, else the values of the arms, else the p-value, in words.
    public func mainText(arms: [Arm]) -> String? {
        if let effect { return ValueText.effect(effect) }
        if let values = values.first { return ValueText.values(values, arms: arms) }
        return p?.value.phrase ?? text
    }
}
