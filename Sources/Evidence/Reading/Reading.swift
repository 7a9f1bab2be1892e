import Diagnostics
import Text

/// The reading of one file: its text, and the problems found in it so far.
package final class Reading {
    package let source: SourceText
    package private(set) var diagnostics: [Diagnostic] = []

    package init(source: SourceText) {
        self.source = source
    }

    /// Whether a text stands where a document could give no number.
    func notEstimable(_ text: String) -> Bool {
        ["ne", "nr", "na", "n/a", "inf", "\u{221E}", "-", "\u{2013}", "\u{2014}"].contains(text.lowercased())
    }

    func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    func error(_ identifier: String, _ summary: String, at mark: Mark, help: String? = nil) {
        diagnostics.append(.error(identifier, summary, at: source.place(mark), help: help))
    }

    func warning(_ identifier: String, _ summary: String, at mark: Mark, help: String? = nil) {
        diagnostics.append(.warning(identifier, summary, at: source.place(mark), help: help))
    }
}
