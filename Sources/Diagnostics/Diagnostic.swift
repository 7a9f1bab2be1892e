import Text

/// One problem found in the input: where it is, what is wrong, and what to do about it.
///
/// A diagnostic is a value. It is made where the problem is found, gathered in a
/// ``DiagnosticCollector``, and written by a ``DiagnosticWriter``.
package struct Diagnostic: Sendable {
    /// How much a diagnostic matters.
    package enum Severity: String, Sendable, Hashable, Comparable {
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

        package static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }
    }

    /// Another place that belongs to the problem, such as the first of two definitions.
    package struct Note: Sendable, Hashable {
        package var text: String
        package var place: Place?

        package init(_ text: String, at place: Place? = nil) {
            self.text = text
            self.place = place
        }
    }

    package var severity: Severity
    /// A stable kebab-case name for the kind of problem, such as `unknown-arm`.
    package var identifier: String
    package var place: Place?
    /// One plain sentence without a full stop.
    package var summary: String
    package var notes: [Note]
    /// What to do, if we know it; made anew each time it is asked for.
    package var help: String? { advice() }
    private let advice: @Sendable () -> String?

    package init(
        _ severity: Severity,
        _ identifier: String,
        _ summary: String,
        at place: Place? = nil,
        notes: [Note] = [],
        help: String? = nil
    ) {
        self.init(severity, identifier, summary, at: place, notes: notes) { help }
    }

    /// A diagnostic whose help takes long to find, such as the nearest of all names: only those that are written need it.
    package init(
        _ severity: Severity, _ identifier: String, _ summary: String, at place: Place? = nil, notes: [Note] = [],
        advice: @escaping @Sendable () -> String?
    ) {
        self.severity = severity
        self.identifier = identifier
        self.place = place
        self.summary = summary
        self.notes = notes
        self.advice = advice
    }

    package static func error(
        _ identifier: String, _ summary: String, at place: Place? = nil, notes: [Note] = [], help: String? = nil
    ) -> Diagnostic {
        Diagnostic(.error, identifier, summary, at: place, notes: notes, help: help)
    }

    /// An error whose help takes long to find; see ``init(_:_:_:at:notes:advice:)``.
    package static func error(
        _ identifier: String, _ summary: String, at place: Place? = nil, notes: [Note] = [],
        advice: @escaping @Sendable () -> String?
    ) -> Diagnostic {
        Diagnostic(.error, identifier, summary, at: place, notes: notes, advice: advice)
    }

    package static func warning(
        _ identifier: String, _ summary: String, at place: Place? = nil, notes: [Note] = [], help: String? = nil
    ) -> Diagnostic {
        Diagnostic(.warning, identifier, summary, at: place, notes: notes, help: help)
    }
}

extension Diagnostic: Hashable {
    /// Whether two diagnostics say the same of the same place; their help follows from that.
    package static func == (lhs: Diagnostic, rhs: Diagnostic) -> Bool {
        lhs.severity == rhs.severity && lhs.place == rhs.place && lhs.identifier == rhs.identifier
            && lhs.summary == rhs.summary && lhs.notes == rhs.notes
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(place)
        hasher.combine(identifier)
        hasher.combine(summary)
    }
}
