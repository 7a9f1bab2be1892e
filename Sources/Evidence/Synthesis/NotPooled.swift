import Text

/// Why a synthesis has no pooled result.
package enum NotPooled: Sendable, Hashable {
    /// The editors' reason, in their words.
    case editors(String)
    /// The plan pools, but so few studies have an effect to pool: none or one.
    case tooFew(Int)
    /// The figures have no pooled result that can be computed.
    case notComputed

    /// The reason as a sentence has it.
    package func text(in language: Language) -> String {
        switch self {
        case .editors(let because): because
        case .tooFew(let studies): language.tooFewToPool(studies)
        case .notComputed: language.poolNotComputed
        }
    }
}

extension NotPooled: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        switch self {
        case .editors(let because): because.feed(to: &fingerprinter)
        case .tooFew(let studies): studies.feed(to: &fingerprinter)
        case .notComputed: fingerprinter.feedAbsence()
        }
    }
}
