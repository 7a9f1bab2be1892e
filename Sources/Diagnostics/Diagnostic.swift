import Text

/// One problem found in the input: where it is, what is wrong, and what to do about it.
///
/// A diagnostic is a value. It is made where the problem is found, gathered in a
/// ``DiagnosticCollector``, and written by a ``DiagnosticWriter``.
public struct Diagnostic: Sendable, Hashable {
    /// How much a diagnostic matters.
    public enum Severity: String, Sendable, Hashable, Comparable {
        /// Worth knowing; changes nothing.
        case note
        /// Probably not what was meant; the build goes on (unless it is strict).
        case warning
        /// Wrong; nothing is published.
        case error

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }
    }

    /// Another place that belongs to the problem, such as the first of two definitions.
    public struct Note: Sendable, Hashable {
        public var text: String
        public var place: Place?

        public init(_ text: String, at place: Place? = nil) {
            self.text = text
            self.place = place
        }
    }

    public var severity: Severity
    /// A stable kebab-case name for the kind of problem, such as `unknown-arm`.
    public var identifier: String
    public var place: Place?
    /// One plain sentence without a full stop.
    public var summary: String
    public var notes: [Note]
    /// What to do, if we know it.
    public var help: String?

    public init(
        _ severity: Severity,
        _ identifier: String,
        _ summary: String,
        at place: Place? = nil,
        notes: [Note] = [],
        help: String? = nil
    ) {
        self.severity = severity
        self.identifier = identifier
        self.place = place
        self.summary = summary
        self.notes = notes
        self.help = help
    }

    public static func error(
        _ identifier: String, _ summary: String, at place: Place? = nil, notes: [Note] = [], help: String? = nil
    ) -> Diagnostic {
        Diagnostic(.error, identifier, summary, at: place, notes: notes, help: help)
    }

    public static func warning(
        _ identifier: String, _ summary: String, at place: Place? = nil, notes: [Note] = [], help: String? = nil
    ) -> Diagnostic {
        Diagnostic(.warning, identifier, summary, at: place, notes: notes, help: help)
    }
}
